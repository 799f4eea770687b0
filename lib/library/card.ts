// The view of a card: what a list shows of an article.
import { type Article, characterCount, dateOf, type Issue } from '../model/article'
import { primaryRegion } from '../model/regions'
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
  readonly cities: readonly string[]
  /** YYYY, YYYY-MM or YYYY-MM-DD; '' when unknown. */
  readonly date: string
  readonly minutes: Minutes
}

export function cardOf(article: Article, issue: Issue | undefined): Card {
  const { id, kind, kicker, subtitle, topic, cities } = article
  return {
    ...{ id, kind, kicker, title: displayTitle(article), subtitle, lead: leadOf(article), topic, cities },
    region: primaryRegion(article).name,
    date: dateOf(article, issue)?.value ?? '',
    minutes: readingMinutes(characterCount(article)),
  }
}
