// A file of the index: the grams dealt to it with what they lead to, and buckets of its rare grams.
import { BitReader, BitWriter, byUnits, readSubset, readTexts, writeSubset, writeTexts } from './bits'
import type { RareGram, Root } from './gram-tree'
import { bucketOf, markOf } from './hash'
import { joinBytes } from './join-bytes'

/** Prints a file of the index for a corpus of that many entries. */
export function printShard(
  roots: readonly Root[],
  rareGrams: readonly RareGram[],
  entries: number,
): Uint8Array {
  const writer = new BitWriter()
  const sorted = [...roots].sort((a, b) => byUnits(a.gram, b.gram))
  writeTexts(
    writer,
    sorted.map(({ gram }) => gram),
  )
  for (const { bytes } of sorted) writer.writeGamma(bytes.length)
  writeRare(writer, rareGrams, entries)
  return joinBytes([writer.finish(), ...sorted.map(({ bytes }) => bytes)])
}

/** As many buckets as rare grams; in each its grams, every one with a mark of eight bits instead of its letters. */
function writeRare(writer: BitWriter, rareGrams: readonly RareGram[], entries: number): void {
  const count = rareGrams.length
  const buckets = Array.from({ length: count }, (): RareGram[] => [])
  for (const one of rareGrams) buckets[bucketOf(one.gram, count)]?.push(one)
  writer.writeGamma(count)
  for (const bucket of buckets) {
    writer.writeUnary(bucket.length)
    for (const { gram, entries: own } of bucket.sort((a, b) => byUnits(a.gram, b.gram))) {
      writer.write(markOf(gram), 8)
      writeSubset(writer, own, entries)
    }
  }
}

export type Shard = {
  /** What a gram leads to; undefined = the gram is not among the common ones. */
  readonly root: (gram: string) => Uint8Array | undefined
  /** The few entries that a gram can stand in that is not among the common ones: one time in about 256 wrong ones. */
  readonly rareEntries: (gram: string) => readonly number[]
}

/** Opens what printShard printed. */
export function openShard(bytes: Uint8Array, entries: number): Shard {
  const reader = new BitReader(bytes)
  const grams = readTexts(reader)
  const lengths = grams.map(() => reader.readGamma())
  const count = reader.readGamma()
  const buckets = Array.from({ length: count }, () =>
    Array.from({ length: reader.readUnary() }, () => ({
      mark: reader.read(8),
      entries: readSubset(reader, entries),
    })),
  )
  const roots = new Map<string, Uint8Array>()
  let at = reader.align()
  grams.forEach((gram, index) => {
    const end = at + (lengths[index] ?? 0)
    roots.set(gram, bytes.subarray(at, end))
    at = end
  })
  const rareEntries = (gram: string) => {
    const found = (buckets[bucketOf(gram, count)] ?? []).filter(({ mark }) => mark === markOf(gram))
    return [...new Set(found.flatMap(one => one.entries))].sort((a, b) => a - b)
  }
  return { root: gram => roots.get(gram), rareEntries }
}
