// A file of the index is read as it was written, and grams are found in the file that they were sorted into.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { longestGram, placeOfGram, placesOfFile } from '#lib/search/grams'
import { readRows } from '#lib/search/letter-rows'
import { printPostings, readPostings } from '#lib/search/postings'
import { postingFiles } from '#lib/search/sort-postings'
import type { TextRecord } from '#lib/search/text-record'

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

it('finds every gram of every text, and nothing where there is none', () => {
  const record = (title: string, text: string): TextRecord => ({
    id: '',
    title,
    opening: '',
    kicker: '',
    rest: [text],
    names: [],
    variants: '',
    regions: [],
    subject: '',
    place: '',
    topic: '',
    date: '',
  })
  const letter = fc.constantFrom(...'甲乙丙丁戊己庚辛')
  const text = fc.string({ unit: letter, maxLength: 200 })
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 30 }), given => {
      const files = [...postingFiles(readRows(given.map(([title, rest]) => record(title, rest))))]
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
