// Dates as people read them.
import { expect, it } from 'vitest'
import { formatDate } from '#lib/model/dates'

it.each([
  ['2024-11-09', '2024年11月9日'],
  ['2024-11', '2024年11月'],
  ['2024', '2024年'],
  ['', ''],
])('formatDate(%s) adds no precision', (value, shown) => {
  expect(formatDate(value)).toBe(shown)
})
