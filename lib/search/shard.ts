// A file of the index: the grams dealt to it with what they lead to, and a table of its rare grams.
import { BitReader, BitWriter, byUnits, readTexts, writeTexts } from './bits'
import type { Root } from './gram-tree'
import { joinBytes } from './join-bytes'
import { slotsOfFile } from './limits'
import { type FindRare, type Rare, readRare, writeRare } from './rare-table'

/** Prints a file of the index for a corpus of that many entries. */
export function printShard(roots: readonly Root[], rareGrams: readonly Rare[], entries: number): Uint8Array {
  const writer = new BitWriter()
  const sorted = [...roots].sort((a, b) => byUnits(a.gram, b.gram))
  writeTexts(
    writer,
    sorted.map(({ gram }) => gram),
  )
  for (const { bytes } of sorted) writer.writeGamma(bytes.length)
  writeRare(writer, rareGrams, entries, slotsOfFile)
  return joinBytes([writer.finish(), ...sorted.map(({ bytes }) => bytes)])
}

export type Shard = {
  /** What a gram leads to; undefined = the gram is not among the common ones. */
  readonly root: (gram: string) => Uint8Array | undefined
  /** The few entries that a gram can stand in that is not among the common ones. */
  readonly rare: FindRare
}

/** Opens what printShard printed. */
export function openShard(bytes: Uint8Array, entries: number): Shard {
  const reader = new BitReader(bytes)
  const grams = readTexts(reader)
  const lengths = grams.map(() => reader.readGamma())
  const rare = readRare(reader, entries, slotsOfFile)
  const roots = new Map<string, Uint8Array>()
  let at = reader.align()
  grams.forEach((gram, index) => {
    const end = at + (lengths[index] ?? 0)
    roots.set(gram, bytes.subarray(at, end))
    at = end
  })
  return { root: gram => roots.get(gram), rare }
}
