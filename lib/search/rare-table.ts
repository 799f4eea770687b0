// What is rare, with its few members: found by a hash instead of its letters, so it is never missing and seldom wrong.
import { type BitReader, type BitWriter, readSubset, writeSubset } from './bits'
import { printOf, slotOf } from './hash'

/** Bits of a print. */
const printBits = 4

/** A gram or a letter; sorted members of a universe; for each a print of the letter that follows there, 0 = there are several. */
export type Rare = {
  readonly text: string
  readonly members: readonly number[]
  readonly prints: readonly number[]
}

/** Appends a table of rare texts: which of its slots are taken, then the members in each. The more slots, the seldomer wrong. */
export function writeRare(writer: BitWriter, rare: readonly Rare[], universe: number, slots: number): void {
  const slotOfEach = rare.map(({ text }) => slotOf(text, slots))
  const bySlot = [...slotOfEach.keys()].sort((a, b) => (slotOfEach[a] ?? 0) - (slotOfEach[b] ?? 0))
  const taken: number[] = []
  const held: Rare[] = []
  for (const at of bySlot) {
    const [slot = 0, one] = [slotOfEach[at], rare[at]]
    if (!one) continue
    const other = taken.at(-1) === slot ? held.pop() : undefined
    if (!other) taken.push(slot)
    held.push(other ? merge(other, one) : one)
  }
  writeSubset(writer, taken, slots)
  for (const { members, prints } of held) {
    writeSubset(writer, members, universe)
    for (const print of prints) writer.write(print, printBits)
  }
}

const ascending = (a: number, b: number) => a - b

/** Two texts in one slot: the members of both, and a print only where it is not another in the other. */
function merge(a: Rare, b: Rare): Rare {
  const prints = new Map<number, number>()
  for (const { members, prints: own } of [a, b]) {
    members.forEach((member, i) => {
      const print = own[i] ?? 0
      prints.set(member, (prints.get(member) ?? print) === print ? print : 0)
    })
  }
  const members = [...prints.keys()].sort(ascending)
  return { text: a.text, members, prints: members.map(member => prints.get(member) ?? 0) }
}

/** The members where a text may stand with the letter `next` behind it, if there is one: none where it does is left out. */
export type FindRare = (text: string, next: string | undefined) => readonly number[]

/** Reads the table that writeRare wrote, for the same universe and number of slots. */
export function readRare(reader: BitReader, universe: number, slots: number): FindRare {
  const taken = readSubset(reader, slots)
  const found = taken.map(() =>
    readSubset(reader, universe).map(member => ({ member, print: reader.read(printBits) })),
  )
  return (text, next) =>
    (found[taken.indexOf(slotOf(text, slots))] ?? [])
      .filter(({ print }) => !print || !next || print === printOf(next))
      .map(({ member }) => member)
}
