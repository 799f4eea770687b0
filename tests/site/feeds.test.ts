// The feeds of out/ as real programs read them: xmllint with the rules of the formats, newsboat, a feed-parsing library.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseFeed } from '@rowanmanning/feed-parser'
import { afterAll, describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import type { Article } from '#lib/model/article'
import { onSubject, regions, subjects } from '#lib/model/regions'
import { absolute, articlePath, homePath, regionPath, topicPath } from '#lib/model/site'
import { tagOf } from '#lib/publish/feeds/entries'
import { fullTitle } from '#lib/text/description'
import { inRegion } from '../in-region'
import { debianTool } from './debian-tool'
import { out } from './pages'

const { articles } = content()
const read = (path: string) => readFileSync(join(out, path), 'utf8')
const named = (name: string) =>
  readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    file => file === name || file.endsWith(`/${name}`),
  )

/** Every list that has feeds, with what is on it (below the length at which feeds are cut). */
const lists: readonly (readonly [string, readonly Article[]])[] = [
  [homePath, articles],
  ...regions.map(region => [regionPath(region), articles.filter(inRegion(region))] as const),
  ...subjects.map(subject => [topicPath(subject), articles.filter(onSubject(subject))] as const),
  ...[...new Set(articles.map(({ issue }) => issue))].map(
    issue => [`/issues/${issue}/`, articles.filter(article => article.issue === issue)] as const,
  ),
]

type Item = {
  readonly guid: string
  readonly title: string
  readonly author: string
  readonly url: string
  readonly content: string
  readonly pubDate: number
}

const squeeze = (text: string) => text.replace(/<[^>]*>|\s/gu, '')
const ids = (list: readonly Article[]) => list.map(({ id }) => tagOf(articlePath(id))).sort()

describe.each(['feed.xml', 'atom.xml'])('a feed-parsing library reads every %s', name => {
  it.each(lists)('%s', (path, list) => {
    const { items } = parseFeed(read(`${path}${name}`))
    expect(items.map(({ id }) => id).sort()).toEqual(ids(list))
    for (const article of list) {
      const item = items.find(({ id }) => id === tagOf(articlePath(article.id)))
      expect(item?.title).toBe(fullTitle(article))
      expect(item?.url).toBe(absolute(articlePath(article.id)))
      const names = article.authors.length > 0 ? article.authors : article.photographers
      if (names.length > 0) expect(item?.authors.map(author => author.name).join('、')).toBe(names.join('、'))
      for (const { text } of article.blocks) expect(squeeze(item?.content ?? '')).toContain(squeeze(text))
    }
  })
})

describe('JSON Feed', () => {
  it.each(lists)('%s', (path, list) => {
    const feed = JSON.parse(read(`${path}feed.json`))
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      feed_url: absolute(`${path}feed.json`),
    })
    expect(feed.items.map((item: { id: string }) => item.id).sort()).toEqual(ids(list))
    for (const item of feed.items)
      expect(Object.keys(item)).toEqual(expect.arrayContaining(['url', 'title', 'content_html']))
  })
})

const xmllint = debianTool('xmllint', 'libxml2-utils')
const rulesOf = (schema: string) => new URL(`schemas/${schema}.rng`, import.meta.url).pathname

describe.skipIf(xmllint.missing)(`xmllint ${xmllint.missing}`, () => {
  it.each([
    ['rss', 'feed.xml'],
    ['atom', 'atom.xml'],
    ['sitemap', 'sitemap.xml'],
    ['opml', 'feeds.opml'],
  ])('finds nothing against the rules of %s in any %s', (schema, name) => {
    const files = named(name).map(file => join(out, file))
    expect(files.length).toBeGreaterThan(0)
    xmllint.run(['--noout', '--relaxng', rulesOf(schema), ...files])
  })

  it('does find a fault', () => {
    expect(() => xmllint.run(['--noout', '--relaxng', rulesOf('atom'), join(out, 'feed.xml')])).toThrow()
  })
})

const newsboat = debianTool('newsboat', 'newsboat')
const sqlite = debianTool('sqlite3', 'sqlite3')
const noReader = newsboat.missing || sqlite.missing

describe.skipIf(noReader)(`newsboat ${noReader}`, () => {
  const began = Math.floor(Date.now() / 1000)
  const home = mkdtempSync(join(tmpdir(), 'newsboat-'))
  afterAll(() => rmSync(home, { recursive: true }))

  /** Each feed gets a store of its own: one store keeps an id once, whatever feed it comes from. */
  const arrive = (file: string, store: string): readonly Item[] => {
    const [cache, urls] = [join(home, `${store}.db`), join(home, `${store}.urls`)]
    writeFileSync(urls, `file://${file}\n`)
    newsboat.run(['-q', '-u', urls, '-c', cache, '-C', '/dev/null', '-x', 'reload'], { HOME: home })
    const query = 'select guid, title, author, url, content, pubDate from rss_item'
    return JSON.parse(sqlite.run(['-json', cache, query]) || '[]')
  }

  it.each(['feed.xml', 'atom.xml'])(
    'gets every article of every %s with title, authors and full text',
    name => {
      for (const [at, [path, list]] of lists.entries()) {
        const items = arrive(join(out, path, name), `${name}-${at}`)
        expect([path, items.map(({ guid }) => guid).sort()]).toEqual([path, ids(list)])
        for (const article of list) expectWhole(items, article, name)
      }
    },
  )

  function expectWhole(items: readonly Item[], article: Article, name: string) {
    const item = items.find(({ url }) => url === absolute(articlePath(article.id)))
    expect(item?.title).toBe(fullTitle(article))
    for (const person of article.authors) expect(item?.author).toContain(person)
    for (const { text } of article.blocks) expect(squeeze(item?.content ?? '')).toContain(squeeze(text))
    // Without a date newsboat takes the time of arrival; Atom must give one, and gives the zero of computer time.
    const arrived = (item?.pubDate ?? 0) >= began
    if (!article.date) expect(arrived ? 'arrival' : item?.pubDate).toBe(name === 'feed.xml' ? 'arrival' : 0)
  }
})
