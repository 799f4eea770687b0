// The orders and groups that content is put in.
import { type ArticleFacts, dateOf, type Issue } from './article'

type Issues = ReadonlyMap<string, Issue>
type Place = Pick<ArticleFacts, 'issue' | 'number'>

/**
 * Compares two articles for a list that starts with the newest. A date that is known more precisely comes before its own month;
 * no date comes last; then the later issue, then the order of the page.
 */
export const newestFirst = (issues: Issues) => (a: ArticleFacts, b: ArticleFacts) =>
  byCodeUnit(dateKey(b, issues), dateKey(a, issues)) ||
  byCodeUnit(b.issue, a.issue) ||
  placeIn(a, issues) - placeIn(b, issues)

/** Compares two articles by issue, then by the order that the issue has. */
export const inIssueOrder = (issues: Issues) => (a: Place, b: Place) =>
  byCodeUnit(a.issue, b.issue) || placeIn(a, issues) - placeIn(b, issues)

/** No article has a larger number. */
const largestNumber = 9999

/** First the articles that an editor has put in order, then the others by number. */
function placeIn({ issue, number }: Place, issues: Issues): number {
  const at = issues.get(issue)?.order?.indexOf(number) ?? -1
  return at < 0 ? number : at - largestNumber
}

/** Compares two articles by issue, then by number. */
export const inPageOrder = (a: Place, b: Place) => byCodeUnit(a.issue, b.issue) || a.number - b.number

const dateKey = (article: ArticleFacts, issues: Issues) =>
  dateOf(article, issues.get(article.issue))?.value ?? ''

/** Compares two strings by code unit: the same on every machine. */
export const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** A list by keys, of which an item may have several; keys in the order in which they are first met. */
export function groupBy<Item, Key>(
  list: readonly Item[],
  keysOf: (item: Item) => readonly Key[],
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of list) {
    for (const key of keysOf(item)) {
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}
