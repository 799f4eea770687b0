// What a feed holds, whatever its format: the channel, its entries with the full text, its addresses.
import { type Article, dateOf, type Issue } from '../../model/article'
import { textsIn } from '../../model/article-fields'
import { showDate, wholeDay } from '../../model/dates'
import { absolute, articlePath, site } from '../../model/site'
import { sayCorrection } from '../../text/correction'
import { describe, fullTitle } from '../../text/description'
import { spokenAlt } from '../../text/picture-texts'
import { cardOfArticle, lineUnder, type PictureData, pictureData } from '../picture-data'

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

/** The year from which our addresses are named by tag: URIs (RFC 4151); it never changes, or every feed reader shows all again. */
const tagYear = '2026'

/** The name of an article in feeds: made of the site's host and the frozen id alone, so that no rebuild ever changes it. */
export const tagOf = (path: string) =>
  `tag:${new URL(site.origin).hostname},${tagYear}:${site.basePath}${path}`

export type FeedEntry = {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly summary: string
  readonly html: string
  /** Pictures in large, as addresses of JPEGs; the first is the main one. */
  readonly pictures: readonly string[]
  /** The card that is shown with a link to it. */
  readonly card: string
  readonly authors: readonly string[]
  readonly tags: readonly string[]
  /** Of the day printed with the item; undefined if no day is printed. */
  readonly time: string | undefined
}

function feedEntry(article: Article, issue: Issue | undefined): FeedEntry {
  const day = wholeDay(dateOf(article, issue))
  return {
    id: tagOf(articlePath(article.id)),
    url: absolute(articlePath(article.id)),
    title: clean(fullTitle(article)),
    summary: clean(describe(article)),
    html: clean(fullText(article, issue)),
    pictures: pictureData(article).map(({ url }) => url),
    card: absolute(cardOfArticle(article)),
    authors: (article.authors.length > 0 ? article.authors : article.photographers).map(clean),
    tags: [...article.provinces, ...article.cities, article.topic].filter(Boolean).map(clean),
    time: day && noonOf(day),
  }
}

/** Feeds tell times, newspapers days: noon in Greenwich is the same day wherever people live, from -12 to +11 hours. */
const noonOf = (day: string) => `${day}T12:00:00Z`

/** Everything that the page of the article prints, in its order. Feeds know no classes, so it is HTML of its own, made from the blocks. */
function fullText(article: Article, issue: Issue | undefined): string {
  const date = showDate(dateOf(article, issue))
  const facts = [...textsIn(article, 'column'), ...textsIn(article, 'credit'), date].filter(Boolean)
  const tip = textsIn(article, 'tip').join('：')
  return [
    facts.length > 0 && inElement('p', facts.join('　')),
    tip && `<blockquote>${inElement('p', tip)}</blockquote>`,
    ...pictureData(article).map((picture, at) => figureOf(picture, lineUnder(article, at))),
    ...article.blocks.map(({ kind, text }) =>
      kind === 'paragraph' ? inElement('p', text) : inElement('h2', text),
    ),
    ...textsIn(article, 'foot').map(text => inElement('p', text)),
    ...article.corrections.map(correction => inElement('p', `更正：${sayCorrection(correction)}`)),
  ]
    .filter(Boolean)
    .join('\n')
}

/** A picture with what is printed under it; without alternative text it says that there is one. */
function figureOf({ url, width, height, alt }: PictureData, line: string): string {
  const image = `<img src="${url}" width="${width}" height="${height}" alt="${escapeText(spokenAlt(alt, line !== '')).replace(/"/gu, '&quot;')}">`
  return `<figure>${image}${line && `<figcaption>${escapeText(line)}</figcaption>`}</figure>`
}

const inElement = (name: 'p' | 'h2', text: string) => `<${name}>${escapeText(text)}</${name}>`

const escapeText = (text: string) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;')

/** Without what XML 1.0 cannot hold (section 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
export const clean = (text: string) => text.replace(/[^\P{Cc}\t\n\r]|[\p{Surrogate}\uFFFE\uFFFF]/gu, '')

/** The entries of a channel, in its order. */
export const entriesOf = ({ articles, issues }: Channel): readonly FeedEntry[] =>
  articles.map(article =>
    feedEntry(
      article,
      issues.find(({ id }) => id === article.issue),
    ),
  )

export type FeedAddresses = {
  readonly self: string
  readonly home: string
  readonly older: string | undefined
  readonly current: string | undefined
}

/** The full addresses that a feed names, if its format is the file of that name beside each page. */
export function addressesOf({ path, home, older, current }: Channel, file: string): FeedAddresses {
  return {
    self: absolute(`${path}${file}`),
    home: absolute(home ?? path),
    older: older && absolute(`${older}${file}`),
    current: current && absolute(`${current}${file}`),
  }
}
