// A file of the index: the grams dealt to it with what they lead to, and buckets of its rare grams.
import { BitReader, BitWriter, byUnits, readSubset, readTexts, writeSubset, writeTexts } from './bits'
import type { RareGram, Root } from './gram-tree'
import { bucketOf } from './hash'
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
  const count = rareGrams.length
  const buckets = Array.from({ length: count }, () => new Set<number>())
  for (const { gram, entries: own } of rareGrams) {
    for (const entry of own) buckets[bucketOf(gram, count)]?.add(entry)
  }
  writer.writeGamma(count)
  for (const bucket of buckets) {
    writeSubset(
      writer,
      [...bucket].sort((a, b) => a - b),
      entries,
    )
  }
  return joinBytes([writer.finish(), ...sorted.map(({ bytes }) => bytes)])
}

export type Shard = {
  /** What a gram leads to; undefined = the gram is not among the common ones. */
  readonly root: (gram: string) => Uint8Array | undefined
  /** The few entries that a gram can stand in that is not among the common ones; some may be wrong. */
  readonly rareEntries: (gram: string) => readonly number[]
}

/** Opens what printShard printed. */
export function openShard(bytes: Uint8Array, entries: number): Shard {
  const reader = new BitReader(bytes)
  const grams = readTexts(reader)
  const lengths = grams.map(() => reader.readGamma())
  const count = reader.readGamma()
  const buckets = Array.from({ length: count }, () => readSubset(reader, entries))
  const roots = new Map<string, Uint8Array>()
  let at = reader.align()
  grams.forEach((gram, index) => {
    const end = at + (lengths[index] ?? 0)
    roots.set(gram, bytes.subarray(at, end))
    at = end
  })
  return { root: gram => roots.get(gram), rareEntries: gram => buckets[bucketOf(gram, count)] ?? [] }
}
