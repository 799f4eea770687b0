// A file of the index: places of grams in ascending order, and of each the articles in whose title and rest the gram stands.
import { BitReader, BitWriter, readSubset, writeSubset } from './bits'
import { placesOfFile } from './grams'

/** Sorted numbers of the articles of a part. */
export type PostingList = { readonly titles: readonly number[]; readonly rest: readonly number[] }

export type Posting = PostingList & { readonly place: number }

/** Prints a file of a part of that many articles. The postings come in the order of their places. */
export function printPostings(postings: readonly Posting[], articles: number): Uint8Array {
  const writer = new BitWriter()
  const places = postings.map(({ place }) => place)
  writeSubset(writer, places, placesOfFile)
  for (const { titles, rest } of postings) {
    writeSubset(writer, titles, articles)
    writeSubset(writer, rest, articles)
  }
  return writer.finish()
}

/** What printPostings printed, by place. */
export function readPostings(bytes: Uint8Array, articles: number): ReadonlyMap<number, PostingList> {
  const reader = new BitReader(bytes)
  const places = readSubset(reader, placesOfFile)
  return new Map(
    places.map(place => {
      const titles = readSubset(reader, articles)
      return [place, { titles, rest: readSubset(reader, articles) }]
    }),
  )
}
