// Feeds: what stands in them, what they survive, and that no day is ever invented.
import { parseFeed } from '@rowanmanning/feed-parser'
import { describe, expect, it, vi } from 'vitest'
import { contentSource, libraryOf } from '#lib/library/library'
import type { Article } from '#lib/model/article'
import type { FeedFile } from '#lib/model/own-settings'
import { unknownTime } from '#lib/publish/feeds/atom'
import {
  issueChannel,
  regionChannel,
  siteChannel,
  topicChannel,
  withTexts,
} from '#lib/publish/feeds/channels'
import { type Channel, clean, tagOf } from '#lib/publish/feeds/entries'
import { feedFormats, printFeed } from '#lib/publish/feeds/formats'
import { opmlOf } from '#lib/publish/feeds/opml'
import { articleOf } from '../article-of'

const issues = new Map(
  ['a1', 'b2'].map(id => [
    id,
    { id, title: `第${id}期`, date: '2024-11', dateBasis: '内文', publication: '' },
  ]),
)
const library = (articles: readonly Article[]) => libraryOf(contentSource({ articles, issues }))
/** The channel of the site, and of an issue, with the texts of their articles. */
const site = (articles: readonly Article[]) =>
  withTexts(siteChannel(library(articles)), library(articles).read)
const archive = (articles: readonly Article[], id: string) =>
  withTexts(issueChannel(library(articles), id), library(articles).read)
const dated = articleOf({
  id: 'b2-01',
  issue: 'b2',
  date: '2024-11-12',
  authors: ['刘建林'],
  provinces: ['山西'],
})
const undated = articleOf({
  id: 'a1-01',
  issue: 'a1',
  byline: '张楠 摄',
  photographers: ['张楠'],
  topic: '民主管理',
})

type Item = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content: string
  readonly authors: readonly string[]
  readonly published: string | undefined
}

/** RSS and Atom, read by a library that is not the one that wrote them. */
const readXml = (feed: string): readonly Item[] =>
  parseFeed(feed).items.map(item => ({
    id: item.id ?? '',
    url: item.url ?? '',
    title: item.title ?? '',
    content: item.content ?? '',
    authors: item.authors.map(({ name }) => name ?? ''),
    published: item.published?.toISOString(),
  }))

const readJson = (feed: string): readonly Item[] =>
  JSON.parse(feed).items.map((item: Record<string, string> & { authors?: { name: string }[] }) => ({
    ...item,
    content: item.content_html,
    authors: (item.authors ?? []).map(({ name }) => name),
    published: item.date_published,
  }))

/** How each format is read back. */
const readers: Readonly<Record<FeedFile, (feed: string) => readonly Item[]>> = {
  'feed.xml': readXml,
  'atom.xml': readXml,
  'feed.json': readJson,
}

describe.each(feedFormats)('$name', ({ file }) => {
  const print = (channel: Channel) => printFeed(channel, file)
  const parse = readers[file]
  const read = (articles: readonly Article[]) => parse(print(site(articles)))

  it('holds every article with its title, authors and full text', () => {
    const items = read([undated, dated])
    expect(items.map(item => item.id)).toEqual([
      'tag:localhost,2026:/articles/b2-01/',
      'tag:localhost,2026:/articles/a1-01/',
    ])
    expect(items.map(item => item.url)).toEqual([
      'http://localhost:3000/articles/b2-01/',
      'http://localhost:3000/articles/a1-01/',
    ])
    expect(items.map(item => item.title)).toEqual(['【山西】标题', '标题'])
    expect(items.map(item => item.authors)).toEqual([['刘建林'], ['张楠']])
    for (const { content } of items) expect(content).toContain('正文。')
  })

  it('gives the day that is printed, the same day in nearly every time zone, and no other', () => {
    const [first, second] = read([undated, dated])
    expect(first?.published).toBe('2024-11-12T12:00:00.000Z')
    expect(second?.published).toBeUndefined()
    expect(second?.content).toContain('2024年11月（据内文推断）')
  })

  it('survives control characters, the end of a CDATA section, markup and characters beyond the basic plane', () => {
    const text = '甲\u0010乙 ]]> & <b>乙</b> 𠮷\uD800'
    const nasty = articleOf({
      title: text,
      byline: text,
      tip: text,
      authors: [text],
      blocks: [{ kind: 'paragraph', text: '𠮷 & ]]\\>' }],
    })
    const [item] = read([nasty])
    expect(item?.title).toBe('甲乙 ]]> & <b>乙</b> 𠮷')
    expect(item?.content).toContain('𠮷 &')
    // The library that reads RSS and Atom decodes what is already decoded, so the markup is looked for in the feed itself.
    expect(print(site([nasty]))).toContain('甲乙 ]]&gt; &amp; &lt;b&gt;乙&lt;/b&gt; 𠮷')
  })

  it('holds the newest fifty, and says where the older ones are', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      articleOf({ id: `b2-${at + 10}`, issue: 'b2', number: at + 10 }),
    )
    expect(read(many)).toHaveLength(50)
    expect(print(site(many))).toContain(`http://localhost:3000/issues/b2/${file}`)
    expect(parse(print(archive(many, 'b2')))).toHaveLength(60)
  })

  it('is the same whenever it is built', () => {
    vi.useFakeTimers({ now: new Date('2024-12-01T23:00:00Z') })
    const then = print(site([undated, dated]))
    vi.setSystemTime(new Date('2031-06-05T04:03:02Z'))
    const later = print(site([undated, dated]))
    vi.useRealTimers()
    expect(later).toBe(then)
  })

  it('is there for lists that are still empty', () => {
    expect(parse(print(withTexts(regionChannel(library([]), 'beijing'), library([]).read)))).toEqual([])
  })
})

describe('Atom', () => {
  it('says of an unknown time that it is unknown: the zero of computer time', () => {
    const feed = printFeed(site([undated]), 'atom.xml')
    expect(feed.match(/<updated>[^<]*/g)).toEqual(
      Array(2).fill(`<updated>${unknownTime.replace('Z', '.000Z')}`),
    )
    expect(feed).not.toContain('<published>')
  })
})

describe('channels', () => {
  it('list what the pages list', () => {
    expect(regionChannel(library([undated, dated]), 'shanxi').articles.map(({ id }) => id)).toEqual([
      dated.id,
    ])
    expect(topicChannel(library([undated, dated]), 'democracy').articles.map(({ id }) => id)).toEqual([
      undated.id,
    ])
  })

  it('lead from issue to issue, back to the first', () => {
    const both = library([undated, dated])
    expect(siteChannel(both).older).toBe('/issues/b2/')
    expect(issueChannel(both, 'b2').older).toBe('/issues/a1/')
    expect(issueChannel(both, 'a1').older).toBeUndefined()
  })

  it('say that they are archives and where the news is, whatever a title says (RFC 5005)', () => {
    const nasty = articleOf({ id: 'a1-01', issue: 'a1', title: '<channel><feed> & ]]>' })
    for (const file of ['feed.xml', 'atom.xml']) {
      const feed = printFeed(archive([nasty], 'a1'), file)
      expect(feed).toMatch(/<(channel|feed [^>]*)>\s*<fh:archive xmlns:fh="[^"]*"\/>/)
      expect(feed).toMatch(/rel="current"/)
      expect(feed.match(/fh:archive/g)).toHaveLength(1)
      expect(printFeed(site([nasty]), file)).not.toMatch(/fh:archive|rel="current"/)
    }
  })
})

describe('names and characters', () => {
  it('makes tag: URIs of RFC 4151', () => {
    expect(tagOf('/articles/x-01/')).toMatch(/^tag:[a-z0-9.-]+,\d{4}(-\d\d){0,2}:\/[\w/-]*$/)
  })

  it('takes out only what XML cannot hold', () => {
    expect(clean('a\u0000\u0010\u001F\t\n\r\uFFFE\uFFFF𠮷é')).toBe('a\t\n\r𠮷é')
  })
})

describe('OPML', () => {
  it('lists every province under its zone, and every topic', () => {
    const opml = opmlOf(['/regions/shanxi/', '/topics/women/'])
    expect(opml.match(/xmlUrl=/g)).toHaveLength(1 + 34 + 11)
    expect(opml.match(/htmlUrl="[^"]*\/(?:regions|topics)\/[^"]*"/g)).toEqual([
      'htmlUrl="http://localhost:3000/regions/shanxi/"',
      'htmlUrl="http://localhost:3000/topics/women/"',
    ])
    expect(opml.indexOf('"华北"')).toBeLessThan(opml.indexOf('"港澳台"'))
  })
})
