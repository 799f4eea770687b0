// What counts as the same text, and that marks find their way back to the original.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldWithOrigin, lettersOf, symbolsOf } from '#lib/search/fold'
import { mayBeTraditional, sharedPairs, simplifiedCharacters, variantsOf } from '#lib/search/variants'
import { traditionalPairs } from '#lib/search/variants-table'
import { printVariants, sharedPairs as sharedPairsOfOpenCc } from './print-variants'

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
  const letters = (text: string) => lettersOf(text).letters
  it('take a number as one, with or without commas', () => {
    expect(letters('7.9万')).toEqual(['7.9', '万'])
    expect(letters('85.79%和2024.')).toEqual(['85.79', '%', '和', '2024'])
    expect(letters('60,000元')).toEqual(['60000', '元'])
    expect(letters('2023,300人')).toEqual(['2023', '300', '人'])
    expect(letters('c919𠮷')).toEqual(['c', '919', '𠮷'])
  })

  it('leave out marks, and say where a clause ends', () => {
    const { letters: own, breaks } = lettersOf('“链主”企业，工·会《报》：a b')
    expect(own.join('')).toBe('链主企业工会报ab')
    expect(breaks.flatMap((isBroken, i) => (isBroken ? [own[i]] : []))).toEqual(['工', 'a'])
    expect(lettersOf('……').letters).toEqual([])
  })

  it('are where they stand in the text', () => {
    const text = fc.string({ unit: fc.constantFrom('1', '2', '.', ',', '万', 'a', '，', ' ', '𠮷') })
    fc.assert(
      fc.property(text, given => {
        const all = symbolsOf(given)
        expect(all.letters.join('')).toBe(given)
        for (const row of [all, lettersOf(given)])
          row.letters.forEach((letter, i) => {
            const printed = given.slice(row.from[i], row.to[i])
            expect([printed, printed.replaceAll(',', '')]).toContain(letter)
          })
      }),
    )
  })
})

describe('variants', () => {
  it('are OpenCC’s, between what GB/T 2312 lacks and has', () => {
    expect(`${printVariants()}`).toBe(readFileSync('lib/search/variants-table.ts', 'utf8'))
    expect(sharedPairsOfOpenCc()).toBe(sharedPairs)
    expect(simplifiedCharacters().size).toBe(6763)
  })

  it('make both scripts the same', () => {
    const all = variantsOf(traditionalPairs)
    expect(fold('臺灣職工會以後開幹', all)).toBe('台湾职工会以后开干')
    expect(fold('台湾职工会以后开干', all)).toBe('台湾职工会以后开干')
    expect(mayBeTraditional('臺灣')).toBe(true)
    expect(mayBeTraditional('台湾 AI 7.9万，“链主”')).toBe(false)
  })
})
