// The tree of grams: every run of letters that stands in more than `rare` entries has the exact list of them; a rarer one leads to
// few entries, whose texts tell. Each list is written as a part of the list of the gram without its last letter.
import { BitWriter, byUnits, writeSubset, writeTexts } from './bits'
import type { Corpus } from './corpus'
import { printOf } from './hash'
import { joinBytes } from './join-bytes'
import { type Limits, limits, slotsBehind } from './limits'
import { type Rare, writeRare } from './rare-table'
import { type Run, type Sorter, sorterOf } from './sort-grams'

/** What a gram leads to. */
export type Root = { readonly gram: string; readonly bytes: Uint8Array }
/** `rareGrams`: letters, pairs, and such whose brothers are too many to stand below their gram; the members are entries. */
export type Tree = { readonly roots: readonly Root[]; readonly rareGrams: readonly Rare[] }

type Grower = {
  readonly corpus: Corpus
  readonly sorter: Sorter
  readonly limits: Limits
  readonly roots: Root[]
  readonly rareGrams: Rare[]
  /** Of the entries of the gram in hand: their places in its list. */
  readonly ranks: Int32Array
}

/** Grows the tree of a corpus: work is text times depth (3 to 5 letters), memory the text, one batch of the sort and the result. */
export function growTree(corpus: Corpus, bounds: Limits = limits): Tree {
  const ranks = new Int32Array(corpus.articles * 2)
  const sorter = sorterOf(corpus, corpus.letters.map(printOf))
  const grower: Grower = { corpus, sorter, limits: bounds, roots: [], rareGrams: [], ranks }
  for (const run of sorter.runs()) {
    plant(grower, letterOf(grower, run), run, 0)
    for (const pair of sorter.split(run.from, run.to, 1)) {
      plant(grower, letterOf(grower, run) + letterOf(grower, pair), pair, 2)
    }
  }
  return grower
}

const letterOf = ({ corpus }: Grower, { letter }: Run) => corpus.letters[letter] ?? ''

/** A gram at the top of the tree; length 0 = nothing grows below it (single letters: their pairs are at the top themselves). */
function plant(grower: Grower, gram: string, run: Run, length: number): void {
  const entries = grower.sorter.entries(run.from, run.to)
  if (entries.length <= grower.limits.rare) {
    const prints = grower.sorter.prints(run.from, run.to, Math.max(1, length))
    grower.rareGrams.push({ text: gram, members: entries, prints })
    return
  }
  const writer = new BitWriter()
  writeEntries(writer, entries, grower.corpus.articles)
  const bytes = length === 0 ? writeLeaf(writer) : grow(grower, gram, run, length, entries, writer)
  grower.roots.push({ gram, bytes })
}

/** A list at the top: the titles in it and the rest in it apart, since their densities differ. */
export function writeEntries(writer: BitWriter, entries: readonly number[], articles: number): void {
  const found = entries.findIndex(entry => entry >= articles)
  const rest = found < 0 ? entries.length : found
  writeSubset(writer, entries.slice(0, rest), articles)
  writeSubset(
    writer,
    entries.slice(rest).map(entry => entry - articles),
    articles,
  )
}

type Branch = { readonly letter: string; readonly gram: string; readonly bytes: Uint8Array }

/** Writes what is below a gram behind its list: a table of the rare continuations, then a branch for each common one. */
function grow(
  grower: Grower,
  gram: string,
  run: Run,
  length: number,
  entries: readonly number[],
  writer: BitWriter,
): Uint8Array {
  if (length >= grower.limits.deepest) return writeLeaf(writer)
  const { sorter, ranks, limits } = grower
  for (let i = 0; i < entries.length; i++) ranks[entries[i] ?? 0] = i
  const common: {
    readonly run: Run
    readonly entries: readonly number[]
    readonly ranks: readonly number[]
  }[] = []
  const scattered: Scattered[] = []
  for (const below of sorter.split(run.from, run.to, length)) {
    const own = sorter.entries(below.from, below.to)
    const places = own.map(entry => ranks[entry] ?? 0)
    if (own.length > limits.rare) common.push({ run: below, entries: own, ranks: places })
    else {
      const prints = sorter.prints(below.from, below.to, length + 1)
      scattered.push({ text: letterOf(grower, below), entries: own, members: places, prints })
    }
  }
  writeScattered(grower, writer, gram, scattered, entries.length)
  const branches = common.map(({ run: below, entries: own, ranks: places }): Branch => {
    const letter = letterOf(grower, below)
    const branch = new BitWriter()
    writeSubset(branch, places, entries.length)
    return { letter, gram: gram + letter, bytes: grow(grower, gram + letter, below, length + 1, own, branch) }
  })
  return writeBranches(
    grower,
    writer,
    branches.sort((a, b) => byUnits(a.letter, b.letter)),
  )
}

/** Nothing is known below: nothing rare, no branches. */
function writeLeaf(writer: BitWriter): Uint8Array {
  writer.write(0, 1)
  writeRare(writer, [], 0, 0)
  writeTexts(writer, [])
  return writer.finish()
}

/** A rare continuation: its letter, its entries, and as members their places in the list of the gram before it. */
type Scattered = Rare & { readonly entries: readonly number[] }

/** The rare continuations of a gram: whether they stand apart, being too large, each to be looked up by itself; if not, they. */
function writeScattered(
  { limits, rareGrams }: Grower,
  writer: BitWriter,
  gram: string,
  scattered: readonly Scattered[],
  universe: number,
): void {
  const here = new BitWriter()
  writeRare(here, scattered, universe, slotsBehind(universe))
  const apart = here.size > limits.largest
  writer.write(apart ? 1 : 0, 1)
  if (!apart) writer.append(here)
  else
    for (const { text, entries, prints } of scattered)
      rareGrams.push({ text: gram + text, members: entries, prints })
}

/** The branches' letters and whether each stands here or, being too large, apart; then those that stand here. */
function writeBranches(
  { roots, limits }: Grower,
  writer: BitWriter,
  branches: readonly Branch[],
): Uint8Array {
  const apart = tooLarge(branches, limits.largest)
  writeTexts(
    writer,
    branches.map(({ letter }) => letter),
  )
  for (const branch of branches) writer.write(apart.has(branch) ? 1 : 0, 1)
  const parts = [writer.finish()]
  for (const branch of branches) {
    if (apart.has(branch)) roots.push(branch)
    else parts.push(branch.bytes)
  }
  return joinBytes(parts)
}

/** The largest branches, as many as must go for the others to stay within the limit; small ones always stay. */
function tooLarge(branches: readonly Branch[], largest: number): ReadonlySet<Branch> {
  let left = branches.reduce((sum, { bytes }) => sum + bytes.length, 0)
  const going = new Set<Branch>()
  for (const branch of [...branches].sort((a, b) => b.bytes.length - a.bytes.length)) {
    if (left <= largest || branch.bytes.length < 100) break
    going.add(branch)
    left -= branch.bytes.length
  }
  return going
}
