// A file of the index is read as it was written, and grams are found in the file that they were sorted into.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestGram, placeOfGram, placesOfFile } from '#lib/search/grams'
import { readRows } from '#lib/search/letter-rows'
import { patchPostings } from '#lib/search/patch-postings'
import { printPostings, readPostings } from '#lib/search/postings'
import { postingFiles } from '#lib/search/sort-postings'
import type { TextRecord } from '#lib/search/text-record'
import { textRecord } from './text-records'

const articles = 50
const numbers = fc.uniqueArray(fc.nat(articles - 1)).map(list => list.sort((a, b) => a - b))

it('reads every file of postings that was printed', () => {
  const posting = fc.record({ place: fc.nat(placesOfFile - 1), titles: numbers, rest: numbers })
  const inOrder = fc
    .uniqueArray(posting, { selector: ({ place }) => place })
    .map(list => list.sort((a, b) => a.place - b.place))
  fc.assert(
    fc.property(inOrder, given => {
      const read = readPostings(printPostings(given, articles), articles)
      expect([...read].map(([place, lists]) => ({ place, ...lists }))).toEqual(given)
    }),
  )
})

const record = (title: string, text: string) => textRecord({ title, rest: [text] })
const letter = fc.constantFrom(...'甲乙丙丁戊己庚辛')
const text = fc.string({ unit: letter, maxLength: 200 })
const texts = fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 30 })

it('finds every gram of every text, and nothing where there is none', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 12 }), (given, count) => {
      const files = [...postingFiles(readRows(given.map(([title, rest]) => record(title, rest))), count)]
      const opened = files.map(bytes => readPostings(bytes, given.length))
      const grams = [
        '甲',
        '乙甲',
        '丙丁戊',
        '己己',
        '庚辛甲',
        '子',
        '甲子',
        ...given.map(([t]) => t.slice(0, longestGram)),
      ]
      for (const gram of grams.filter(Boolean)) {
        const [file, place] = placeOfGram([...gram], files.length)
        const standing = (field: 0 | 1) => given.flatMap((one, d) => (one[field].includes(gram) ? [d] : []))
        expect(opened[file]?.get(place) ?? { titles: [], rest: [] }).toEqual({
          titles: standing(0),
          rest: standing(1),
        })
      }
    }),
    { numRuns: 60 },
  )
})

it('after a change of a few texts has the files that are made of all', () => {
  const mark = fc.constantFrom(...'甲乙丙丁，。')
  const change = fc.tuple(
    fc.nat(),
    fc.string({ unit: mark, maxLength: 20 }),
    fc.string({ unit: mark, maxLength: 60 }),
  )
  fc.assert(
    fc.property(
      texts,
      fc.integer({ min: 1, max: 12 }),
      fc.array(change, { maxLength: 5 }),
      (given, count, changes) => {
        const before = given.map(([title, rest]) => record(title, rest))
        const after = [...before]
        for (const [at, title, rest] of changes) after[at % after.length] = record(title, rest)
        const filesOf = (records: readonly TextRecord[]) => [...postingFiles(readRows(records), count)]
        const changed = before.flatMap((old, article) => {
          const now = after[article] ?? old
          return now === old ? [] : [{ article, before: old, after: now }]
        })
        expect(patchPostings(filesOf(before), given.length, changed)).toEqual(filesOf(after))
      },
    ),
    { numRuns: 200 },
  )
})
