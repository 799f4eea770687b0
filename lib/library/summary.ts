// An article as lists and links know it: everything but its text, and what was taken from the text once.
import { type Article, type ArticleFacts, characterCount, dateOf, type Issue } from '../model/article'
import { sha256 } from '../model/checked-file'
import { copyPath, shownPictures } from '../model/picture'
import { primaryRegion, regionsOf, subjectOf } from '../model/regions'
import { displayTitle, leadOf, type Minutes, readingMinutes } from '../text/reading'

/** All that a card shows of an article. */
export type Card = {
  readonly id: string
  readonly kind: Article['kind']
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly lead: string
  readonly topic: Article['topic']
  /** Name of its primary region. */
  readonly region: string
  /** Slugs of every region and of the topic that it stands under. */
  readonly under: { readonly regions: readonly string[]; readonly topic: string }
  readonly cities: readonly string[]
  /** YYYY, YYYY-MM or YYYY-MM-DD; '' when unknown. */
  readonly date: string
  readonly minutes: Minutes
  /** The path of a small picture, below the site's root. */
  readonly thumb?: string
}

export type Summary = ArticleFacts & {
  /** Of the whole article, its text included. */
  readonly checksum: string
  readonly card: Card
  /** As `characterCount` counts them. */
  readonly characters: number
}

/** The summary of an article; its issue is where it may inherit its date from. */
export function summarize(article: Article, issue: Issue | undefined): Summary {
  const { body: _body, blocks: _blocks, ...facts } = article
  return {
    ...facts,
    checksum: sha256(JSON.stringify(article)).slice(0, 32),
    card: cardOf(article, issue),
    characters: characterCount(article),
  }
}

function cardOf(article: Article, issue: Issue | undefined): Card {
  const { id, kind, kicker, subtitle, topic, cities } = article
  const [picture] = shownPictures(article)
  return {
    ...{ id, kind, kicker, title: displayTitle(article), subtitle, lead: leadOf(article), topic, cities },
    region: primaryRegion(article).name,
    under: { regions: regionsOf(article).map(({ slug }) => slug), topic: subjectOf(article).slug },
    date: dateOf(article, issue)?.value ?? '',
    minutes: readingMinutes(characterCount(article)),
    ...(picture && { thumb: copyPath(picture, { kind: 'thumb' }) }),
  }
}
