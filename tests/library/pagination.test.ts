// Pages of a list: every article on exactly one, and older pages that new articles leave as they are.
import { describe, expect, it } from 'vitest'
import {
  marksOf,
  monthsOf,
  pageAt,
  pageLength,
  pageNumber,
  pageNumbers,
  pageOf,
  pagePath,
} from '#lib/library/pagination'
import { summarize } from '#lib/library/summary'
import { newestFirst } from '#lib/model/order'
import { bulletinsAtOnce } from '../bench/bulletins'

const made = bulletinsAtOnce(400)
const issues = new Map(made.issues.map(issue => [issue.id, issue]))
const articles = made.articles.map(article => summarize(article, issues.get(article.issue)))
const list = articles.sort(newestFirst(issues))
const pages = (length: number) => pageNumbers(length).map(number => pageOf(list.slice(-length), number))

describe('pages', () => {
  it.each([1, 8, 16, 17, 31, 32, 33, 60, 399, 400])('of %i articles hold each once, in order', length => {
    const own = pages(length)
    expect(own.flatMap(page => page?.articles ?? [])).toEqual(list.slice(-length))
    for (const page of own) {
      const size = page?.articles.length ?? 0
      if (page?.number) expect(size).toBe(pageLength)
      else expect(size).toBeLessThan(2 * pageLength)
      for (const article of page?.articles ?? []) {
        expect(pageAt(list.slice(-length).indexOf(article), length)).toBe(page?.number)
      }
    }
  })

  it('are linked from the newest to the oldest and back', () => {
    const own = pages(90)
    expect(own.map(page => page?.number)).toEqual([0, 4, 3, 2, 1])
    expect(own.map(page => page?.older)).toEqual([4, 3, 2, 1, undefined])
    expect(own.map(page => page?.newer)).toEqual([undefined, 0, 4, 3, 2])
    expect(pageOf(list.slice(-90), 5)).toBeUndefined()
  })

  it('stay as they are when newer articles come', () => {
    const held = (length: number, number: number) => pageOf(list.slice(-length), number)?.articles
    for (const number of [1, 2, 3]) expect(held(400, number)).toEqual(held(101, number))
  })

  it('have addresses below the list', () => {
    expect(pagePath('/regions/shanxi/', 0)).toBe('/regions/shanxi/')
    expect(pagePath('/regions/shanxi/', 3)).toBe('/regions/shanxi/3/')
    expect(['3', '0', '03', '1e3', 'women', undefined].map(pageNumber)).toEqual([
      3,
      ...Array.from({ length: 5 }, () => undefined),
    ])
  })
})

describe('years and months', () => {
  it('count every article once, and say where each begins', () => {
    const years = marksOf(list, issues)
    const months = years.flatMap(year => year.months)
    expect(years.reduce((sum, { count }) => sum + count, 0)).toBe(400)
    expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(400)
    expect(years.map(({ year }) => year)).toEqual(['2014', ''])
    for (const { first, page } of months)
      expect(pageOf(list, page)?.articles.map(({ id }) => id)).toContain(first)
  })

  it('of a page are its oldest and newest', () => {
    expect(monthsOf(pageOf(list, 4)?.articles ?? [], issues)).toMatch(/^2014年\d月(—2014年\d月)?$/)
    expect(monthsOf([], issues)).toBe('')
  })
})
