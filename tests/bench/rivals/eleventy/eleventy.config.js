// Eleventy with our articles: its own Markdown and Nunjucks, lists of twenty.
const known = new WeakMap()

function around(list, id) {
  if (!known.has(list)) known.set(list, new Map(list.map((item, at) => [item.data.id, at])))
  const at = known.get(list).get(id) ?? 0
  return { previous: list[at - 1], next: list[at + 1] }
}

function groupBy(articles, key) {
  const groups = new Map()
  for (const article of articles)
    for (const value of [article.data[key] ?? '全国'].flat()) {
      const list = groups.get(value)
      if (list) list.push(article)
      else groups.set(value, [article])
    }
  return groups
}

const pagesOf = (base, name, list, size = 20) =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, n) => ({
    url: n === 0 ? `${base}/` : `${base}/${n + 1}/`,
    next: (n + 1) * size < list.length ? `${base}/${n + 2}/` : '',
    name,
    total: list.length,
    items: list.slice(n * size, (n + 1) * size),
  }))

let groups

export default function (config) {
  const articlesOf = api =>
    api.getFilteredByGlob('content/*/[0-9]*.md').sort((a, b) => (a.data.id < b.data.id ? 1 : -1))
  const groupsOf = api => {
    groups ??= Object.fromEntries(
      ['issue', 'provinces', 'topic'].map(key => [key, groupBy(articlesOf(api), key)]),
    )
    return groups
  }
  config.addCollection('lists', api => [
    ...pagesOf('', '工会简报', articlesOf(api)),
    ...[...groupsOf(api).provinces].flatMap(([name, list]) => pagesOf(`/regions/${name}`, name, list)),
    ...[...groupsOf(api).topic].flatMap(([name, list]) => pagesOf(`/topics/${name}`, name, list)),
  ])
  config.addCollection('issues', api => [...groupsOf(api).issue].map(([issue, items]) => ({ issue, items })))
  config.addFilter('turns', ({ id, issue, provinces = ['全国'], topic = '全国' }) => [
    { within: '本期', ...around(groups.issue.get(issue), id) },
    { within: provinces[0], ...around(groups.provinces.get(provinces[0]), id) },
    { within: topic, ...around(groups.topic.get(topic), id) },
  ])
  config.addFilter('lead', text => (text ?? '').split('\n')[0].slice(0, 60))
  return { markdownTemplateEngine: false, dir: { input: '.', output: '_site' } }
}
