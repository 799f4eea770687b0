// What is written in bits is read again.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import {
  BitReader,
  BitWriter,
  byUnits,
  readSubset,
  readTexts,
  writeSubset,
  writeTexts,
} from '#lib/search/bits'

it('reads every subset that was written, one after the other', () => {
  const subset = fc.tuple(fc.integer({ min: 1, max: 3000 }), fc.array(fc.nat()), fc.boolean())
  fc.assert(
    fc.property(fc.array(subset, { maxLength: 6 }), given => {
      const subsets = given.map(([universe, numbers, dense]) => {
        const listed = [...new Set(numbers.map(number => number % universe))].sort((a, b) => a - b)
        const all = Array.from({ length: universe }, (_, i) => i)
        return { universe, members: dense ? all.filter(i => !listed.includes(i)) : listed }
      })
      const writer = new BitWriter()
      for (const { members, universe } of subsets) writeSubset(writer, members, universe)
      const reader = new BitReader(writer.finish())
      for (const { members, universe } of subsets) expect(readSubset(reader, universe)).toEqual(members)
    }),
  )
})

it('reads every list of texts that was written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'binary', minLength: 1 })), given => {
      const texts = given.sort(byUnits)
      const writer = new BitWriter()
      writeTexts(writer, texts)
      writer.write(5, 3)
      const reader = new BitReader(writer.finish())
      expect(readTexts(reader)).toEqual(texts)
      expect(reader.read(3)).toBe(5)
    }),
  )
})
