// The files of a part of the index after a few of its articles have changed: only those that have their grams are made again.
import { eachPlace, hashesOf } from './gram-places'
import { placesOfFile } from './grams'
import { readRows } from './letter-rows'
import { type Posting, type PostingList, printPostings, readPostings } from './postings'
import type { TextRecord } from './text-record'

/** An article of a part, by its number in there, and its record before and after a change. */
export type RecordChange = {
  readonly article: number
  readonly before: TextRecord
  readonly after: TextRecord
}

/** That an article is to stand in a list of a place of a file, or no longer. */
type Patch = {
  readonly place: number
  readonly list: keyof PostingList
  readonly article: number
  readonly stands: boolean
}

const lists = ['titles', 'rest'] as const

/** What postingFiles makes of all records of a part of so many articles, byte for byte, from the files that it made before. */
export function patchPostings(
  files: readonly Uint8Array[],
  articles: number,
  changes: readonly RecordChange[],
): readonly Uint8Array[] {
  const patches = new Map<number, Patch[]>()
  for (const { article, before, after } of changes) {
    const [old, now] = [placesOf(before, files.length), placesOf(after, files.length)]
    lists.forEach((list, entry) => {
      const put = (place: number, stands: boolean) => {
        const file = Math.floor(place / placesOfFile)
        const patch = { place: place - file * placesOfFile, list, article, stands }
        patches.set(file, [...(patches.get(file) ?? []), patch])
      }
      const [was, is] = [old[entry] ?? new Set<number>(), now[entry] ?? new Set<number>()]
      for (const place of was) if (!is.has(place)) put(place, false)
      for (const place of is) if (!was.has(place)) put(place, true)
    })
  }
  return files.map((bytes, file) => patched(bytes, articles, patches.get(file)))
}

/** The places of the grams of a record's title, and of those of the rest. */
function placesOf(record: TextRecord, files: number): readonly ReadonlySet<number>[] {
  const rows = readRows([record])
  const hashes = hashesOf(rows.letters)
  return lists.map((_, entry) => {
    const places = new Set<number>()
    eachPlace(rows, hashes, files, entry, place => places.add(place))
    return places
  })
}

function patched(bytes: Uint8Array, articles: number, patches: readonly Patch[] = []): Uint8Array {
  if (patches.length === 0) return bytes
  const postings = new Map(readPostings(bytes, articles))
  for (const { place, list, article, stands } of patches) {
    const known = postings.get(place) ?? { titles: [], rest: [] }
    const others = known[list].filter(one => one !== article)
    const changed = stands ? [...others, article].sort((a, b) => a - b) : others
    postings.set(place, { ...known, [list]: changed })
  }
  const inOrder = [...postings].map(([place, list]): Posting => ({ place, ...list }))
  const kept = inOrder.filter(({ titles, rest }) => titles.length + rest.length > 0)
  return printPostings(
    kept.sort((a, b) => a.place - b.place),
    articles,
  )
}
