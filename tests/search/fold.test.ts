// What counts as the same text, and that marks find their way back to the original.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOrigin, symbolsOf } from '#lib/search/fold'

const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

describe('fold', () => {
  it('is NFKC and lower case', () => {
    expect(fold('ＡＩ　７．９万')).toBe('ai 7.9万')
    expect(fold('㎡ ﾊﾞ 각 É')).toBe('m2 バ 각 é')
    expect(fold(' 朱华南\n 李倩倩 ')).toBe('朱华南 李倩倩')
  })

  it('is the same piece by piece, so that a hit in it has a place in the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), given => {
        const text = oneLine(given)
        const { text: folded, origin } = foldWithOrigin(text)
        expect(oneLine(folded)).toBe(fold(text))
        expect(origin.length).toBe(folded.length + 1)
        expect(origin.at(-1)).toBe(text.length)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('letters', () => {
  it('take a number as one', () => {
    expect(symbolsOf('7.9万')).toEqual(['7.9', '万'])
    expect(symbolsOf('85.79%和2024.')).toEqual(['85.79', '%', '和', '2024', '.'])
    expect(symbolsOf('60,000元')).toEqual(['60,000', '元'])
    expect(symbolsOf('2023,300人')).toEqual(['2023', ',', '300', '人'])
    expect(symbolsOf('c919𠮷')).toEqual(['c', '919', '𠮷'])
  })

  it('put together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2', '.', ',', '万', 'a') }), text => {
        expect(symbolsOf(text).join('')).toBe(text)
      }),
    )
  })
})
