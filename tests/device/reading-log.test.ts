// The reading log: one string on the device, newest last.
import { describe, expect, it } from 'vitest'
import { forgotten, idsIn, noted, placeIn } from '#lib/device/reading-log'

describe('the reading log', () => {
  it('notes each article once, newest last', () => {
    expect(['a-01', 'a-02', 'a-01'].reduce((log, id) => noted(log, id), '')).toBe('a-02 a-01')
  })

  it('keeps a place with an article, and gives it back', () => {
    const log = noted(noted('', 'a-01', 7), 'a-02', 0)
    expect([placeIn(log, 'a-01'), placeIn(log, 'a-02'), placeIn(log, 'a-03')]).toEqual([7, 0, undefined])
    expect([...idsIn(log)]).toEqual(['a-01', 'a-02'])
  })

  it('forgets one article', () => {
    expect(forgotten('a-01@3 a-02 a-011', 'a-01')).toBe('a-02 a-011')
  })

  it('takes nothing for a place that is not a number', () => {
    expect(placeIn('a-01@x a-02@-1 a-03@1e9 a-04@', 'a-01')).toBeUndefined()
    expect(['a-02', 'a-03', 'a-04'].map(id => placeIn('a-02@-1 a-03@1e9 a-04@', id))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })

  it('drops the oldest at 2,000', () => {
    const full = Array.from({ length: 2000 }, (_, n) => `a-${n}`).join(' ')
    const log = noted(full, 'a-2000')
    expect(idsIn(log).size).toBe(2000)
    expect(idsIn(log).has('a-0')).toBe(false)
  })
})
