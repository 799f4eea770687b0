// Sheets of a list: every article on exactly one, and older sheets that new articles leave as they are.
import { describe, expect, it } from 'vitest'
import {
  marksOf,
  monthsOf,
  sheetAt,
  sheetLength,
  sheetNumber,
  sheetNumbers,
  sheetOf,
  sheetPath,
} from '#lib/library/pagination'
import { newestFirst } from '#lib/model/order'
import { bulletinsAtOnce } from '../bench/bulletins'

const made = bulletinsAtOnce(400)
const issues = new Map(made.issues.map(issue => [issue.id, issue]))
const list = [...made.articles].sort(newestFirst(issues))
const sheets = (length: number) => sheetNumbers(length).map(number => sheetOf(list.slice(-length), number))

describe('sheets', () => {
  it.each([1, 8, 16, 17, 31, 32, 33, 60, 399, 400])('of %i articles hold each once, in order', length => {
    const own = sheets(length)
    expect(own.flatMap(sheet => sheet?.articles ?? [])).toEqual(list.slice(-length))
    for (const sheet of own) {
      const size = sheet?.articles.length ?? 0
      if (sheet?.number) expect(size).toBe(sheetLength)
      else expect(size).toBeLessThan(2 * sheetLength)
      for (const article of sheet?.articles ?? []) {
        expect(sheetAt(list.slice(-length).indexOf(article), length)).toBe(sheet?.number)
      }
    }
  })

  it('are linked from the newest to the oldest and back', () => {
    const own = sheets(90)
    expect(own.map(sheet => sheet?.number)).toEqual([0, 4, 3, 2, 1])
    expect(own.map(sheet => sheet?.older)).toEqual([4, 3, 2, 1, undefined])
    expect(own.map(sheet => sheet?.newer)).toEqual([undefined, 0, 4, 3, 2])
    expect(sheetOf(list.slice(-90), 5)).toBeUndefined()
  })

  it('stay as they are when newer articles come', () => {
    const held = (length: number, number: number) => sheetOf(list.slice(-length), number)?.articles
    for (const number of [1, 2, 3]) expect(held(400, number)).toEqual(held(101, number))
  })

  it('have addresses below the list', () => {
    expect(sheetPath('/regions/shanxi/', 0)).toBe('/regions/shanxi/')
    expect(sheetPath('/regions/shanxi/', 3)).toBe('/regions/shanxi/3/')
    expect(['3', '0', '03', '1e3', 'women', undefined].map(sheetNumber)).toEqual([
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
    for (const { first, sheet } of months)
      expect(sheetOf(list, sheet)?.articles.map(({ id }) => id)).toContain(first)
  })

  it('of a sheet are its oldest and newest', () => {
    expect(monthsOf(sheetOf(list, 4)?.articles ?? [], issues)).toMatch(/^2014年\d月(—2014年\d月)?$/)
    expect(monthsOf([], issues)).toBe('')
  })
})
