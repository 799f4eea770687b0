// Put into content/ by the benchmark: which layout and address the files there have.
export default {
  eleventyComputed: {
    layout: data => (data.id ? 'article.njk' : undefined),
    permalink: data => (data.id ? `/articles/${data.id}/index.html` : false),
  },
}
