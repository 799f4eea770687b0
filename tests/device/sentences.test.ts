// Sentences for the voice: nothing lost, nothing too long, cut where a reader would breathe.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentences } from '#lib/device/sentences'

const cut = (text: string, limit?: number) =>
  sentences(text, limit).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  it('cuts after 。！？；', () => {
    expect(cut('有奖吗？有！快去；别等。好')).toEqual(['有奖吗？', '有！', '快去；', '别等。', '好'])
  })

  it('keeps closing quotation marks and brackets with their sentence', () => {
    expect(cut('他说：“收获满满。”近日（见图。）又来')).toEqual([
      '他说：“收获满满。”',
      '近日（见图。）',
      '又来',
    ])
  })

  it('does not cut numbers at their point or comma', () => {
    expect(cut('解决率为85.79%、84.38%，共1,000件。')).toEqual(['解决率为85.79%、84.38%，共1,000件。'])
  })

  it('cuts a long sentence after ，、： into as few pieces as the limit allows', () => {
    expect(cut('一二三，四五六，七八九，十。', 8)).toEqual(['一二三，四五六，', '七八九，十。'])
  })

  it('cuts what has no punctuation at the limit, never within a surrogate pair', () => {
    expect(cut('甲乙𠮷𠮷丙', 3)).toEqual(['甲乙', '𠮷', '𠮷丙'])
  })

  it('gives nothing for nothing', () => {
    expect(cut('')).toEqual([])
  })

  it('loses nothing, exceeds no limit and splits no character, whatever the text', () => {
    const glyph = fc.constantFrom(
      '工',
      '会',
      '𠮷',
      '。',
      '！',
      '？',
      '；',
      '，',
      '、',
      '”',
      '“',
      '）',
      'a',
      '1',
      '.',
      ' ',
    )
    const text = fc.array(glyph, { maxLength: 400 }).map(glyphs => glyphs.join(''))
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 90 }), (given, limit) => {
        const parts = cut(given, limit)
        expect(parts.join('')).toBe(given)
        expect(parts.every(part => part.length > 0 && part.length <= limit && !/\p{Cs}/u.test(part))).toBe(
          true,
        )
      }),
    )
  })
})
