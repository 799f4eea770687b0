// The files of a part of the index, by sorting: every gram of every entry as one number, of which the equal ones are a posting.
import { emptyGram, letterHashes, longestGram, nextHash, placeOfHashes, placesOfFile } from './grams'
import { clauseEnd, fieldEnd, type LetterRows } from './letter-rows'
import { type Posting, printPostings } from './postings'

/** Letters of text for each file of the index: makes files of about 2.5 KB, the price of a look-up against the number of files. */
const lettersOfFile = 1200

/** Files whose grams are sorted in one go: some 8 million numbers, 64 MB. */
const filesAtOnce = 2048

/** The files of a part, each made when it is asked for. The same rows give the same bytes. */
export function* postingFiles(rows: LetterRows): Generator<Uint8Array> {
  const files = Math.max(1, Math.ceil(rows.row.length / lettersOfFile))
  const hashes = hashesOf(rows.letters)
  for (let from = 0; from < files; from += filesAtOnce) {
    const to = Math.min(files, from + filesAtOnce)
    yield* filesFrom(sortedKeys(rows, hashes, files, from, to), rows.articles, to - from)
  }
}

type Hashes = { readonly high: Int32Array; readonly low: Int32Array }

function hashesOf(letters: readonly string[]): Hashes {
  const [high, low] = [new Int32Array(letters.length), new Int32Array(letters.length)]
  letters.forEach((letter, number) => {
    const [h, l] = letterHashes(letter)
    high[number] = h
    low[number] = l
  })
  return { high, low }
}

/**
 * (place - first place) × entries + entry of every gram in the files from … to - 1, sorted; a gram that an entry has twice is
 * twice in it. Exact below 2^53: 2^11 files of 2^24 places leave 2^18 entries.
 */
function sortedKeys(rows: LetterRows, { high, low }: Hashes, files: number, from: number, to: number) {
  const { row, starts, articles } = rows
  const entries = articles * 2
  const [first, end] = [from * placesOfFile, to * placesOfFile]
  const keys = new KeyList()
  for (let entry = 0; entry < entries; entry++) {
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
          const place = placeOfHashes(h, l, files) + ended
          if (place >= first && place < end) keys.push((place - first) * entries + entry)
        }
      }
    }
  }
  return keys.sorted()
}

class KeyList {
  private keys = new Float64Array(1 << 16)
  private length = 0

  push(key: number): void {
    if (this.length === this.keys.length) {
      const grown = new Float64Array(this.length * 2)
      grown.set(this.keys)
      this.keys = grown
    }
    this.keys[this.length++] = key
  }

  sorted(): Float64Array {
    return this.keys.subarray(0, this.length).sort()
  }
}

/** Prints sorted keys as files, `count` of them. */
function* filesFrom(keys: Float64Array, articles: number, count: number): Generator<Uint8Array> {
  let at = 0
  for (let file = 0; file < count; file++) {
    const end = (file + 1) * placesOfFile * articles * 2
    const from = at
    while (at < keys.length && (keys[at] ?? 0) < end) at++
    yield printPostings(postingsOf(keys.subarray(from, at), articles, file), articles)
  }
}

function postingsOf(keys: Float64Array, articles: number, file: number): Posting[] {
  const postings: { place: number; titles: number[]; rest: number[] }[] = []
  let [place, before] = [-1, -1]
  for (const key of keys) {
    if (key === before) continue
    before = key
    const own = Math.floor(key / (articles * 2))
    const entry = key - own * articles * 2
    if (own !== place) postings.push({ place: own - file * placesOfFile, titles: [], rest: [] })
    place = own
    const posting = postings[postings.length - 1]
    if (entry < articles) posting?.titles.push(entry)
    else posting?.rest.push(entry - articles)
  }
  return postings
}
