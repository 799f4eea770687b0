// The orders that content is put in.
import { type ArticleFacts, dateOf, type Issue } from './article'

type Issues = ReadonlyMap<string, Issue>

/**
 * Compares two articles for a list that starts with the newest. A date that is known more precisely comes before its own month;
 * no date comes last; then the later issue, then the order of the page.
 */
export const newestFirst = (issues: Issues) => (a: ArticleFacts, b: ArticleFacts) =>
  byCodeUnit(dateKey(b, issues), dateKey(a, issues)) || byCodeUnit(b.issue, a.issue) || a.number - b.number

const dateKey = (article: ArticleFacts, issues: Issues) =>
  dateOf(article, issues.get(article.issue))?.value ?? ''

/** Compares two strings by code unit: the same on every machine. */
export const byCodeUnit = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
