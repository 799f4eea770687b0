// What programs are told of pictures: in the head, in JSON-LD, in feeds, the sitemap and the twins; and nothing where there is none.
import { describe, expect, it } from 'vitest'
import { contentSource, libraryOf } from '#lib/library/library'
import type { Article } from '#lib/model/article'
import { printFeed } from '#lib/publish/feeds/formats'
import { articleJson, articleMarkdown, issueText } from '#lib/publish/machine-files'
import { articleMetadata, squareImage } from '#lib/publish/metadata'
import { pagesOf, sitemapOf } from '#lib/publish/sitemap'
import { articleData } from '#lib/publish/structured-data'
import { articleOf } from '../article-of'
import { plainPicture } from '../photographs'

const measured = { width: 3000, height: 2000, checksum: 'ab'.repeat(32) }

/** A photo item with two pictures: the first has the item's own text and credit, the second its own. */
const photoItem = articleOf({
  kind: 'photo',
  byline: '新华社记者 姜克红 摄',
  photographers: ['姜克红'],
  pictures: [
    { ...plainPicture, file: '01.jpg', alt: '盐工旋盐', measured },
    { ...plainPicture, file: '01-2.jpg', caption: '收盐 <场>', credit: '李四 摄', names: ['李四'], measured },
  ],
})

const bare = articleOf({ number: 2, id: 'x1-02' })

const channel = (articles: readonly Article[]) => ({
  ...{ title: '题', description: '说明', path: '/', articles, issues: [] },
})

const large = 'http://localhost:3000/pictures/abababababababab'

describe('an article with pictures', () => {
  it('is shared with its photograph', () => {
    const { openGraph } = articleMetadata(photoItem, undefined)
    expect(openGraph.images).toEqual([
      { url: 'http://localhost:3000/articles/x1-01/card.jpg', width: 1200, height: 630, alt: '盐工旋盐' },
    ])
    expect(squareImage(photoItem)).toBe('/articles/x1-01/square.jpg')
  })

  it('has its images with credit and caption in JSON-LD', () => {
    const images = JSON.parse(JSON.stringify(articleData(photoItem, undefined)))['@graph'][0].image
    expect(images).toEqual([
      {
        '@type': 'ImageObject',
        contentUrl: expect.stringMatching(`^${large}\\w{4}-large.jpg$`),
        creditText: '新华社记者 姜克红 摄',
        creator: [{ '@type': 'Person', name: '姜克红' }],
      },
      {
        '@type': 'ImageObject',
        contentUrl: expect.stringContaining('-large.jpg'),
        caption: '收盐 <场>',
        creditText: '李四 摄',
        creator: [{ '@type': 'Person', name: '李四' }],
      },
    ])
  })

  it('is in every feed with an enclosure, and its pictures in the text', () => {
    for (const file of ['feed.xml', 'atom.xml', 'feed.json']) {
      const feed = printFeed(channel([photoItem]), file)
      expect(feed).toMatch(/enclosure|attachments/)
      expect(feed).toContain('image/jpeg')
      expect(feed).toContain(`${large}`)
      const text = file === 'feed.json' ? JSON.parse(feed).items[0].content_html : feed
      expect(text).toContain('盐工旋盐')
      expect(text).toMatch(/图片，说明见下/)
      expect(text).not.toContain('<场>')
    }
  })

  it('has its pictures in the sitemap', () => {
    const library = libraryOf(contentSource({ articles: [photoItem, bare], issues: new Map() }))
    const map = sitemapOf(pagesOf(library))
    expect(map.match(/<image:loc>/g)).toHaveLength(2)
    expect(map).toContain('xmlns:image=')
  })

  it('has them in its twins: addresses and words in JSON, front matter in Markdown, captions in the text', () => {
    const { pictures } = JSON.parse(articleJson(photoItem, undefined))
    expect(pictures).toHaveLength(2)
    expect(pictures[0]).toMatchObject({ width: 2048, height: 1365, alt: '盐工旋盐', mark: '' })
    expect(JSON.stringify(pictures)).not.toContain('01.jpg')
    expect(articleMarkdown(photoItem)).toContain(
      '  - file: "01-2.jpg"\n    caption: "收盐 <场>"\n    credit: "李四 摄"',
    )
    expect(articleMarkdown(photoItem)).not.toContain('measured')
    expect(issueText([photoItem], undefined)).toContain('（图片：收盐 <场> 李四 摄）')
  })
})

describe('an article without pictures', () => {
  it('has no word of them anywhere', () => {
    const library = libraryOf(contentSource({ articles: [bare], issues: new Map() }))
    const all = [
      JSON.stringify(articleMetadata(bare, undefined)),
      squareImage(bare),
      JSON.stringify(articleData(bare, undefined)),
      ...['feed.xml', 'atom.xml', 'feed.json'].map(file => printFeed(channel([bare]), file)),
      sitemapOf(pagesOf(library)),
      articleJson(bare, undefined),
      articleMarkdown(bare),
    ]
    for (const text of all)
      expect(text).not.toMatch(/pictures|enclosure|attachments|image:|card\.jpg|square\.jpg/)
  })
})
