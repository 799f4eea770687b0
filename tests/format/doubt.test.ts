// Doubts: the order in which an editor sees them, and their words.
import { describe, expect, it } from 'vitest'
import { type Doubt, showDoubt, sortDoubts } from '#lib/format/doubt'

const doubt = (item: number, risk: number, line: number): Doubt => ({
  item,
  risk,
  kind: 'join',
  lines: [{ from: line, to: line }],
  message: '断开的一段已接上',
})

describe('doubts', () => {
  it('come item by item, the riskiest first, then in the order of the page', () => {
    const sorted = sortDoubts([doubt(2, 9, 5), doubt(1, 1, 3), doubt(1, 5, 9), doubt(1, 5, 2)])
    expect(sorted.map(one => [one.item, one.risk, one.lines[0]?.from])).toEqual([
      [1, 5, 2],
      [1, 5, 9],
      [1, 1, 3],
      [2, 9, 5],
    ])
  })

  it('say their lines', () => {
    const lines = [
      { from: 135, to: 135 },
      { from: 101, to: 109 },
    ]
    expect(showDoubt({ ...doubt(1, 1, 1), lines })).toBe('第135、101–109行：断开的一段已接上')
  })
})
