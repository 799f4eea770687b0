// Where in a part of the index the grams of its texts are.
import { emptyGram, letterHashes, longestGram, nextHash, placeOfHashes } from './grams'
import { clauseEnd, fieldEnd, type LetterRows } from './letter-rows'

/** The two hashes of each letter, by its number. */
export type Hashes = { readonly high: Int32Array; readonly low: Int32Array }

/** The hashes of letters, in their order. */
export function hashesOf(letters: readonly string[]): Hashes {
  const [high, low] = [new Int32Array(letters.length), new Int32Array(letters.length)]
  letters.forEach((letter, number) => {
    const [h, l] = letterHashes(letter)
    high[number] = h
    low[number] = l
  })
  return { high, low }
}

/** Tells the place of every gram of an entry in an index of so many files; of one that stands there twice it is told twice. */
export function eachPlace(
  { row, starts }: LetterRows,
  { high, low }: Hashes,
  files: number,
  entry: number,
  tell: (place: number) => void,
): void {
  const last = starts[entry + 1] ?? 0
  for (let start = starts[entry] ?? 0; start < last; start++) {
    if (row[start] === clauseEnd) continue
    let [h, l, length, ended] = [emptyGram, emptyGram, 0, 0]
    for (let at = start; length < longestGram; at++) {
      const letter = row[at] ?? fieldEnd
      if (letter === fieldEnd) break
      if (letter === clauseEnd) ended = 1
      else {
        length++
        h = nextHash(h, high[letter] ?? 0)
        l = nextHash(l, low[letter] ?? 0)
        tell(placeOfHashes(h, l, files) + ended)
      }
    }
  }
}
