// Sorts the places of a corpus by the letters that follow: the radix sort under the tree of grams.
import type { Corpus } from './corpus'

/** Places `from` … `to - 1` of the order, all of which continue with the same letter. */
export type Run = { readonly letter: number; readonly from: number; readonly to: number }

export type Sorter = {
  /** Runs of places that start with the same letter, all letters; reuses its memory, so use up one run before the next. */
  readonly runs: () => Generator<Run>
  /** Puts the places of a run in the order of the letter at `depth`, and returns the runs; ends of fields are left out. */
  readonly split: (from: number, to: number, depth: number) => Run[]
  /** The entries that the places of a run stand in, sorted, each once. */
  readonly entries: (from: number, to: number) => readonly number[]
  /** For each of these the print of the letter at `depth`; 0 = there are several. */
  readonly prints: (from: number, to: number, depth: number) => readonly number[]
}

/** Places sorted in one go: 4 million at a time take 32 MB, whatever the size of the corpus. */
const batchSize = 1 << 22

/** `printOf`: the print of each letter. */
export function sorterOf(corpus: Corpus, printOf: readonly number[]): Sorter {
  const { text, letters } = corpus
  const counts = new Int32Array(letters.length)
  let order = new Int32Array(0)
  let spare = new Int32Array(0)
  const entryAt = entryFinder(corpus)

  function* runs(): Generator<Run> {
    const sizes = new Int32Array(letters.length)
    for (const letter of text) sizes[letter] = (sizes[letter] ?? 0) + 1
    for (let first = 1; first < letters.length; ) {
      let last = first
      let size = sizes[first] ?? 0
      while (last + 1 < letters.length && size + (sizes[last + 1] ?? 0) <= batchSize)
        size += sizes[++last] ?? 0
      if (order.length < size) [order, spare] = [new Int32Array(size), new Int32Array(size)]
      yield* batch(first, last, sizes)
      first = last + 1
    }
  }

  function* batch(first: number, last: number, sizes: Int32Array): Generator<Run> {
    const ends = new Int32Array(last - first + 1)
    for (let letter = first, at = 0; letter <= last; at += sizes[letter++] ?? 0) ends[letter - first] = at
    for (let place = 0; place < text.length; place++) {
      const letter = text[place] ?? 0
      if (letter >= first && letter <= last) {
        const at = ends[letter - first] ?? 0
        order[at] = place
        ends[letter - first] = at + 1
      }
    }
    for (let letter = first, from = 0; letter <= last; letter++) {
      const to = ends[letter - first] ?? 0
      if (to > from) yield { letter, from, to }
      from = to
    }
  }

  function split(from: number, to: number, depth: number): Run[] {
    const seen: number[] = []
    for (let i = from; i < to; i++) {
      const letter = text[(order[i] ?? 0) + depth] ?? 0
      const before = counts[letter] ?? 0
      if (before === 0) seen.push(letter)
      counts[letter] = before + 1
    }
    seen.sort((a, b) => a - b)
    const found: Run[] = []
    let at = from
    for (const letter of seen) {
      const size = counts[letter] ?? 0
      if (letter !== 0) found.push({ letter, from: at, to: at + size })
      counts[letter] = at
      at += size
    }
    for (let i = from; i < to; i++) {
      const place = order[i] ?? 0
      const letter = text[place + depth] ?? 0
      const at = counts[letter] ?? 0
      spare[at] = place
      counts[letter] = at + 1
    }
    order.set(spare.subarray(from, to), from)
    for (const letter of seen) counts[letter] = 0
    return found
  }

  // Plain lists, cut to their length: a typed array for each of a million short ones, or room that is never filled, would cost
  // more than all the sorting.
  const found: number[] = []

  function entries(from: number, to: number): readonly number[] {
    let size = 0
    for (let i = from, last = -1; i < to; i++) {
      const entry = entryAt(order[i] ?? 0)
      if (entry !== last) found[size++] = entry
      last = entry
    }
    return found.slice(0, size)
  }

  function prints(from: number, to: number, depth: number): readonly number[] {
    let size = 0
    for (let i = from, last = -1; i < to; i++) {
      const place = order[i] ?? 0
      const entry = entryAt(place)
      const print = printOf[text[place + depth] ?? 0] ?? 0
      if (entry !== last) found[size++] = print
      else if (found[size - 1] !== print) found[size - 1] = 0
      last = entry
    }
    return found.slice(0, size)
  }

  return { runs, split, entries, prints }
}

/** Finds the entry of a place: a table with an entry for every 32 places, and a few steps from there. */
function entryFinder({ text, starts }: Corpus): (place: number) => number {
  const table = new Int32Array((text.length >>> 5) + 1)
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    for (let block = ((starts[entry] ?? 0) + 31) >>> 5; block << 5 < (starts[entry + 1] ?? 0); block++)
      table[block] = entry
  }
  return place => {
    let entry = table[place >>> 5] ?? 0
    while ((starts[entry + 1] ?? 0) <= place) entry++
    return entry
  }
}
