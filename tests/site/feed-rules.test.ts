// Every feed of out/ against what is written about its format: the validating parser that Ruby brings, which knows RSS 2.0 and
// Atom, a JSON Schema of JSON Feed 1.1, and the links of RFC 5005 between a feed and its archive.
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import formatsPlugin from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { absolute, articlePath, issuePath, site } from '#lib/model/site'
import { tagOf } from '#lib/publish/feeds/entries'
import { debianTool } from './debian-tool'
import { out } from './pages'

const named = (name: string) =>
  readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter(file => file === name || file.endsWith(`/${name}`))
    .map(file => join(out, file))

/** Reads feeds from its arguments, or one from its input, and stops at the first that breaks a rule; other namespaces are not its business. */
const judge = `
require 'rss'
feeds = ARGV.empty? ? [STDIN.read] : ARGV.map { |file| File.read(file, encoding: 'utf-8') }
feeds.each { |feed| puts RSS::Parser.parse(feed, validate: true, ignore_unknown_element: true).items.size }
`

const ruby = debianTool('ruby', 'ruby')

describe.skipIf(ruby.missing)(`the validating parser of Ruby ${ruby.missing}`, () => {
  it.each(['feed.xml', 'atom.xml'])('finds nothing in any %s', name => {
    const files = named(name)
    const counts = ruby
      .run(['-E', 'UTF-8', '-e', judge, ...files])
      .trim()
      .split('\n')
      .map(Number)
    const written = files.map(file => readFileSync(file, 'utf8').match(/<(?:item|entry)>/g)?.length ?? 0)
    expect(counts).toEqual(written)
    expect(Math.max(...counts)).toBe(content().articles.length)
  })

  it.each([
    ['no link', 'feed.xml', /<link>[^<]*<\/link>/, ''],
    ['a guid that is neither', 'feed.xml', 'isPermaLink="false"', 'isPermaLink="maybe"'],
    ['a day in words', 'feed.xml', '<language>', '<pubDate>yesterday</pubDate><language>'],
    ['no id', 'atom.xml', /<id>[^<]*<\/id>/, ''],
    ['two titles', 'atom.xml', '<title>', '<title>甲</title><title>'],
    ['a time in words', 'atom.xml', /<updated>[^<]*/, '<updated>yesterday'],
  ])('finds %s', (_, name, part, instead) => {
    const spoilt = readFileSync(join(out, name), 'utf8').replace(part, instead)
    expect(() => ruby.run(['-E', 'UTF-8', '-e', judge], {}, spoilt)).toThrow(/RSS::/)
  })
})

describe('the schema of JSON Feed', () => {
  const ajv = new Ajv({ allErrors: true, strict: false })
  formatsPlugin.default(ajv)
  const isValid = ajv.compile(createRequire(import.meta.url)('jsonfeed-schema'))

  it('finds nothing in any feed.json', () => {
    for (const file of named('feed.json')) {
      expect([file, isValid(JSON.parse(readFileSync(file, 'utf8'))), isValid.errors]).toEqual([
        file,
        true,
        null,
      ])
    }
  })

  it.each([
    ['no title', { title: undefined }],
    ['an address that is none', { home_page_url: '//' }],
    ['an item without id', { items: [{ content_text: '甲' }] }],
    ['a day that is none', { items: [{ id: 'a', content_text: '甲', date_published: '2024-11' }] }],
  ])('finds %s', (_, change) => {
    const feed = { ...JSON.parse(readFileSync(join(out, 'feed.json'), 'utf8')), ...change }
    expect(isValid(JSON.parse(JSON.stringify(feed)))).toBe(false)
  })
})

const archive = '<fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>'
const inOut = (url: string) => join(out, url.slice(`${site.origin}${site.basePath}`.length))
const linkOf = (feed: string, rel: string) =>
  [...feed.matchAll(/<(?:atom:)?link\b[^>]*>/g)]
    .map(([link]) => link)
    .find(link => link.includes(`rel="${rel}"`))
    ?.match(/href="([^"]*)"/)?.[1]

describe.each(['feed.xml', 'atom.xml'])('the archive of %s (RFC 5005, section 4)', name => {
  it('is walked back from the newest issue to the oldest, and holds every article once', () => {
    const current = readFileSync(join(out, name), 'utf8')
    expect(current).not.toContain(archive)
    const walked: string[] = []
    for (let next = linkOf(current, 'prev-archive'); next; ) {
      const feed = readFileSync(inOut(next), 'utf8')
      expect(walked).not.toContain(next)
      expect(feed.split(archive)).toHaveLength(2)
      expect(linkOf(feed, 'self')).toBe(next)
      expect(linkOf(feed, 'current')).toBe(linkOf(current, 'self'))
      walked.push(next)
      next = linkOf(feed, 'prev-archive')
    }
    const { articles } = content()
    expect([...walked].sort()).toEqual(
      [...new Set(articles.map(({ issue }) => absolute(`${issuePath(issue)}${name}`)))].sort(),
    )
    const all = walked.map(url => readFileSync(inOut(url), 'utf8')).join('')
    for (const { id } of articles) expect(all.split(`>${tagOf(articlePath(id))}<`)).toHaveLength(2)
  })

  it('is not claimed by lists of regions and topics, which change', () => {
    const lists = named(name).filter(file => /\/(regions|topics)\//.test(file))
    expect(lists.length).toBeGreaterThan(34)
    expect(lists.filter(file => readFileSync(file, 'utf8').includes('fh:archive'))).toEqual([])
  })
})
