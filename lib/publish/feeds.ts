// Feeds of the site, of a region, a topic, an issue: RSS 2.0, Atom and JSON Feed with the full text, and their list as OPML.
import { generateAtomFeed, generateJsonFeed, generateOpml, generateRssFeed } from 'feedsmith'
import { type Article, dateOf, type Issue } from '../model/article'
import { textsIn } from '../model/article-fields'
import { formatDate, inferredNote } from '../model/dates'
import { provinces, zones } from '../model/provinces'
import { absolute, articlePath, homePath, regionPath, site, topicPath } from '../model/site'
import { topics } from '../model/topics'
import { describe, fullTitle } from '../text/description'
import { cardPath, feedPaths } from './metadata'

export type Channel = {
  readonly title: string
  readonly description: string
  /** The page that the feed belongs to; the feeds' own addresses follow from it. */
  readonly path: string
  /** The page to visit, where `path` has none because nothing is listed on it yet. */
  readonly home?: string
  /** Newest first. */
  readonly articles: readonly Article[]
  /** Of these articles. */
  readonly issues: readonly Issue[]
  /** The page whose feed holds what is older (RFC 5005), if there is one. */
  readonly older?: string
  /** The page whose feed brings what is new, if this one is an archive of it and will not change (RFC 5005, section 4). */
  readonly current?: string
}

/** A feed holds this many articles; an issue's feed, which is an archive, holds them all. */
export const feedLength = 50

/**
 * Atom demands a time of every entry (RFC 4287, 4.2.15). Where no day is printed we know none, and say so with the zero of
 * computer time, which nobody takes for news; RSS and JSON Feed then carry no date at all. The date as far as it is known stands
 * in the text of the entry.
 */
export const unknownTime = '1970-01-01T00:00:00Z'

/** The year from which our addresses are named by tag: URIs (RFC 4151); it never changes, or every feed reader shows all again. */
const tagYear = '2026'

/** The name of an article in feeds: made of the site's host and the frozen id alone, so that no rebuild ever changes it. */
export const tagOf = (path: string) =>
  `tag:${new URL(site.origin).hostname},${tagYear}:${site.basePath}${path}`

type Entry = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly html: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** Of the day printed with the item; undefined if no day is printed. */
  readonly time: string | undefined
}

function entryOf(article: Article, issue: Issue | undefined): Entry {
  const date = dateOf(article, issue)
  return {
    id: tagOf(articlePath(article.id)),
    url: absolute(articlePath(article.id)),
    title: clean(fullTitle(article)),
    summary: clean(describe(article)),
    html: clean(fullText(article, issue)),
    authors: (article.authors.length > 0 ? article.authors : article.photographers).map(clean),
    tags: [...article.provinces, ...article.cities, article.topic].filter(Boolean).map(clean),
    time: date && !date.inferred && date.value.length === 10 ? noonOf(date.value) : undefined,
  }
}

/** Feeds tell times, newspapers days: noon in Greenwich is the same day wherever people live, from -12 to +11 hours. */
const noonOf = (day: string) => `${day}T12:00:00Z`

/** Everything that the page of the article prints, in its order; from the blocks, since running remark again would cost more than all else. */
function fullText(article: Article, issue: Issue | undefined): string {
  const date = dateOf(article, issue)
  const shown = date ? `${formatDate(date.value)}${date.inferred ? inferredNote : ''}` : ''
  const facts = [...textsIn(article, 'column'), ...textsIn(article, 'credit'), shown].filter(Boolean)
  const tip = textsIn(article, 'tip').join('：')
  return [
    facts.length > 0 && inElement('p', facts.join('　')),
    tip && `<blockquote>${inElement('p', tip)}</blockquote>`,
    ...article.blocks.map(({ kind, text }) =>
      kind === 'paragraph' ? inElement('p', text) : inElement('h2', text),
    ),
    ...textsIn(article, 'foot').map(text => inElement('p', text)),
    ...article.corrections.map(
      ({ source, print, why }) =>
        `<p>更正：原文“${escapeText(source)}”，现作“${escapeText(print)}”：${escapeText(why)}</p>`,
    ),
  ]
    .filter(Boolean)
    .join('\n')
}

const inElement = (name: 'p' | 'h2', text: string) => `<${name}>${escapeText(text)}</${name}>`

const escapeText = (text: string) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** Without what XML 1.0 cannot hold (section 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
export const clean = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|[\p{Surrogate}\uFFFE\uFFFF]/gu, '')

const entriesOf = ({ articles, issues }: Channel): readonly Entry[] =>
  articles.map(article =>
    entryOf(
      article,
      issues.find(({ id }) => id === article.issue),
    ),
  )

const latest = (entries: readonly Entry[]) =>
  entries.reduce((newest, { time }) => (time && time > newest ? time : newest), unknownTime)

export function rssOf(channel: Channel): string {
  const { self, home, older, current } = addressesOf(channel, 'rss')
  const feed = generateRssFeed({
    title: channel.title,
    link: home,
    description: channel.description,
    language: 'zh-CN',
    atom: {
      links: [
        { href: self, rel: 'self', type: 'application/rss+xml' },
        ...(older ? [{ href: older, rel: 'prev-archive', type: 'application/rss+xml' }] : []),
        ...(current ? [{ href: current, rel: 'current', type: 'application/rss+xml' }] : []),
      ],
    },
    items: entriesOf(channel).map(entry => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      description: entry.summary,
      content: { encoded: entry.html },
      // One element for all of them: newsboat shows only the last of several.
      ...(entry.authors.length > 0 && { dc: { creators: [entry.authors.join('、')] } }),
      categories: entry.tags.map(name => ({ name })),
      ...(entry.time && { pubDate: new Date(entry.time) }),
    })),
  })
  return current ? markedArchive(feed) : feed
}

export function atomOf(channel: Channel): string {
  const { self, home, older, current } = addressesOf(channel, 'atom')
  const entries = entriesOf(channel)
  const feed = generateAtomFeed({
    id: tagOf(channel.path),
    title: { value: channel.title },
    subtitle: { value: channel.description },
    updated: latest(entries),
    authors: [{ name: site.name }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
      ...(older ? [{ href: older, rel: 'prev-archive', type: 'application/atom+xml' }] : []),
      ...(current ? [{ href: current, rel: 'current', type: 'application/atom+xml' }] : []),
    ],
    entries: entries.map(entry => ({
      id: entry.id,
      title: { value: entry.title },
      links: [{ href: entry.url, rel: 'alternate', type: 'text/html' }],
      updated: entry.time ?? unknownTime,
      ...(entry.time && { published: entry.time }),
      authors: entry.authors.map(name => ({ name })),
      categories: entry.tags.map(term => ({ term })),
      summary: { value: entry.summary },
      content: { value: entry.html, type: 'html' },
    })),
  })
  return current ? markedArchive(feed) : feed
}

/** Says of a feed that it is an archive document. feedsmith does not know the element; it goes first into the feed, whose text has no `<`. */
const markedArchive = (feed: string) =>
  feed.replace(
    /<(?:channel|feed\b[^>]*)>/u,
    '$&\n  <fh:archive xmlns:fh="http://purl.org/syndication/history/1.0"/>',
  )

export function jsonOf(channel: Channel): string {
  const { self, home, older } = addressesOf(channel, 'json')
  const feed = generateJsonFeed({
    title: channel.title,
    home_page_url: home,
    feed_url: self,
    description: channel.description,
    language: 'zh-CN',
    ...(older && { next_url: older }),
    items: entriesOf(channel).map(entry => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      image: cardPath(entry.url),
      authors: entry.authors.map(name => ({ name })),
      tags: [...entry.tags],
      ...(entry.time && { date_published: entry.time }),
    })),
  })
  // The library leaves an empty list out, which the format demands.
  return JSON.stringify({ items: [], ...Object(feed) })
}

const formats = {
  rss: { print: rssOf, type: 'application/rss+xml' },
  atom: { print: atomOf, type: 'application/atom+xml' },
  json: { print: jsonOf, type: 'application/feed+json' },
} as const

/** A channel's feed as the answer of a route. */
export function feedResponse(channel: Channel, format: keyof typeof formats): Response {
  const { print, type } = formats[format]
  return new Response(print(channel), { headers: { 'Content-Type': `${type}; charset=utf-8` } })
}

function addressesOf({ path, home, older, current }: Channel, format: 'rss' | 'atom' | 'json') {
  return {
    self: absolute(feedPaths(path)[format]),
    home: absolute(home ?? path),
    older: older && absolute(feedPaths(older)[format]),
    current: current && absolute(feedPaths(current)[format]),
  }
}

/** Every region's and topic's feed, regions by zone (大区): one file to subscribe to any of them. `pages`: paths of the lists there are. */
export function opmlOf(pages: readonly string[]): string {
  const outline = (text: string, path: string) => ({
    text,
    type: 'rss',
    xmlUrl: absolute(feedPaths(path).rss),
    htmlUrl: absolute(pages.includes(path) ? path : homePath), // an empty list has a feed but no page
  })
  const byZone = zones.map(zone => ({
    text: zone,
    outlines: provinces
      .filter(province => province.zone === zone)
      .map(province => outline(`${site.name}：${province.name}`, regionPath(province))),
  }))
  const byTopic = topics.map(topic => outline(`${site.name}：${topic.name}`, topicPath(topic)))
  return generateOpml({
    head: { title: `${site.name}：全部订阅源` },
    body: { outlines: [outline(site.name, homePath), ...byZone, { text: '按主题', outlines: byTopic }] },
  })
}
