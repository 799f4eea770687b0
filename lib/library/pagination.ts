// Long lists in pages that stay as they are: older pages are counted from the oldest article, so a new article changes the
// newest page alone, and an address that was passed on keeps what it held.
import { dateOf, type Issue } from '../model/article'
import { formatDate } from '../model/dates'
import type { Summary } from './summary'

/** Articles on an older page; the newest page has as many or up to twice as many, which just fits the budget of a list. */
export const pageLength = 16

export type PaginatedPage = {
  /** 0 = the newest, at the address of the list itself; else counted from the oldest, from 1. */
  readonly number: number
  readonly articles: readonly Summary[]
  /** Numbers of the pages beside it. */
  readonly newer: number | undefined
  readonly older: number | undefined
}

/** How many older pages a list of that length has: 0 as long as it fits the newest one. */
export const olderPages = (length: number) => Math.max(0, Math.floor(length / pageLength) - 1)

/** The numbers of all pages of a list, the newest first. */
export function pageNumbers(length: number): readonly number[] {
  const count = olderPages(length)
  return [0, ...Array.from({ length: count }, (_, at) => count - at)]
}

/** A page of a list that starts with the newest; undefined for a number that the list has not. */
export function pageOf(list: readonly Summary[], number: number): PaginatedPage | undefined {
  const count = olderPages(list.length)
  if (number > count) return undefined
  const from = number === 0 ? 0 : list.length - number * pageLength
  const to = list.length - (number === 0 ? count : number - 1) * pageLength
  return {
    number,
    articles: list.slice(from, to),
    newer: number === 0 ? undefined : number === count ? 0 : number + 1,
    older: number === 0 ? count || undefined : number - 1 || undefined,
  }
}

/** The number of the page that place `at` of a list of that length is on. */
export function pageAt(at: number, length: number): number {
  const fromOldest = Math.floor((length - 1 - at) / pageLength) + 1
  return fromOldest > olderPages(length) ? 0 : fromOldest
}

/** The path of a page of the list at `path`. */
export const pagePath = (path: string, number: number) => (number > 0 ? `${path}${number}/` : path)

/** The page that a part of an address names; undefined for anything that is not such a number. */
export function pageNumber(part: string | undefined): number | undefined {
  return part !== undefined && /^[1-9]\d{0,5}$/.test(part) ? Number(part) : undefined
}

type Issues = ReadonlyMap<string, Issue>

const monthOf = (article: Summary | undefined, issues: Issues) =>
  article ? (dateOf(article, issues.get(article.issue))?.value ?? '').slice(0, 7) : ''

/** “2019年3月—2019年5月”: from the oldest to the newest month of a page; '' where no date is known. */
export function monthsOf(articles: readonly Summary[], issues: Issues): string {
  const known = articles.map(article => monthOf(article, issues)).filter(Boolean)
  return [...new Set([known.at(-1) ?? '', known[0] ?? ''])].map(formatDate).filter(Boolean).join('—')
}

export type MonthMark = {
  /** YYYY-MM, YYYY where no month is known, '' without a date. */
  readonly month: string
  readonly count: number
  /** Id of its newest article, and the page that it is on. */
  readonly first: string
  readonly page: number
}
export type YearMark = {
  readonly year: string
  readonly count: number
  readonly months: readonly MonthMark[]
}

/** The years and months of a list that starts with the newest, each with where it begins. */
export function marksOf(list: readonly Summary[], issues: Issues): readonly YearMark[] {
  const months = new Map<string, MonthMark>()
  for (const [at, article] of list.entries()) {
    const month = monthOf(article, issues)
    const known = months.get(month) ?? { month, count: 0, first: article.id, page: pageAt(at, list.length) }
    months.set(month, { ...known, count: known.count + 1 })
  }
  const years = [...new Set([...months.keys()].map(month => month.slice(0, 4)))]
  return years.map(year => {
    const own = [...months.values()].filter(({ month }) => month.slice(0, 4) === year)
    return { year, count: own.reduce((sum, { count }) => sum + count, 0), months: own }
  })
}
