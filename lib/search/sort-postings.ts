// The files of a part of the index, by sorting: every gram of every entry as one number, of which the equal ones are a posting.

import { eachPlace, type Hashes, hashesOf } from './gram-places'
import { placesOfFile } from './grams'
import type { LetterRows } from './letter-rows'
import { type Posting, printPostings } from './postings'

/** Files whose grams are sorted in one go: some 8 million numbers, 64 MB. */
const filesAtOnce = 2048

/** The files of a part, so many, each made when it is asked for. The same rows give the same bytes. */
export function* postingFiles(rows: LetterRows, files: number): Generator<Uint8Array> {
  const hashes = hashesOf(rows.letters)
  for (let from = 0; from < files; from += filesAtOnce) {
    const to = Math.min(files, from + filesAtOnce)
    yield* filesFrom(sortedKeys(rows, hashes, files, from, to), rows.articles, to - from)
  }
}

/**
 * (place - first place) × entries + entry of every gram in the files from … to - 1, sorted; a gram that an entry has twice is
 * twice in it. Exact below 2^53: 2^11 files of 2^24 places leave 2^18 entries.
 */
function sortedKeys(rows: LetterRows, hashes: Hashes, files: number, from: number, to: number) {
  const entries = rows.articles * 2
  const [first, end] = [from * placesOfFile, to * placesOfFile]
  const keys = new KeyList()
  for (let entry = 0; entry < entries; entry++)
    eachPlace(rows, hashes, files, entry, place => {
      if (place >= first && place < end) keys.push((place - first) * entries + entry)
    })
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
