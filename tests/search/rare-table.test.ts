// A table of what is rare leaves nothing out, whatever shares a slot.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BitReader, BitWriter } from '#lib/search/bits'
import { printOf } from '#lib/search/hash'
import { readRare, writeRare } from '#lib/search/rare-table'

const universe = 60
const letters = [...'工会职技赛']
const places = fc.uniqueArray(
  fc.record({ member: fc.nat({ max: universe - 1 }), next: fc.constantFrom(...letters) }),
  { maxLength: 12, selector: ({ member }) => member },
)

it('finds every member that was written, by its text and by the letter behind it', () => {
  const rows = fc.dictionary(fc.string({ minLength: 1, maxLength: 2 }), places)
  fc.assert(
    fc.property(rows, fc.constantFrom(3, 40, 1 << 18), (given, slots) => {
      const rare = Object.entries(given).map(([text, row]) => {
        const sorted = [...row].sort((a, b) => a.member - b.member)
        const members = sorted.map(({ member }) => member)
        return { text, members, prints: sorted.map(({ next }) => printOf(next)) }
      })
      const writer = new BitWriter()
      writeRare(writer, rare, universe, slots)
      writer.write(5, 3)
      const reader = new BitReader(writer.finish())
      const find = readRare(reader, universe, slots)
      expect(reader.read(3)).toBe(5)
      for (const [text, row] of Object.entries(given)) {
        const every = row.map(({ member }) => member)
        expect(find(text, undefined)).toEqual(expect.arrayContaining(every))
        for (const { member, next } of row) expect(find(text, next)).toContain(member)
      }
    }),
  )
})

it('keeps apart what another letter follows', () => {
  const writer = new BitWriter()
  const prints = [printOf('会'), printOf('人'), 0]
  writeRare(writer, [{ text: '工', members: [2, 5, 7], prints }], universe, 1 << 18)
  const find = readRare(new BitReader(writer.finish()), universe, 1 << 18)
  expect(find('工', undefined)).toEqual([2, 5, 7])
  expect(find('工', '会')).toEqual([2, 7])
  expect(find('工', '人')).toEqual([5, 7])
  expect(find('职', undefined)).toEqual([])
})
