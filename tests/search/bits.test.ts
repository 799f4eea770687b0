// What is written in bits is read again.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BitReader, BitWriter, readSubset, writeSubset } from '#lib/search/bits'

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
