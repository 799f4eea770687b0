// Differences: when an item is not its source, where exactly, so that an editor finds the character.
import { diffArrays } from 'diff'
import { type Ink, inkText, isSame, narrowText } from './ink'
import type { PrintedText } from './printed-texts'

export type Difference = {
  readonly rule: 'text-lost' | 'text-added' | 'text-changed' | 'text-moved'
  /** What the source has and the item has not; empty when added. */
  readonly source: readonly Ink[]
  /** The reverse; empty when lost. */
  readonly print: readonly Ink[]
  /** The text in which it is, or before which something is lost. */
  readonly printed: PrintedText | undefined
}

/** Beyond so many changes the two have nothing to do with each other, and one difference says enough. */
const mostEdits = 3000

type Mark = Ink & { readonly printed?: PrintedText }

/** The differences between the ink of an item's source and its texts, in the order of the page; at least one. */
export function differ(
  source: readonly Ink[],
  fields: readonly PrintedText[],
  body: readonly PrintedText[],
): Difference[] {
  const texts = inOrder(source, fields, body)
  const marks = texts.flatMap(printed => printed.ink.map((ink): Mark => ({ ...ink, printed })))
  const hunks = diffArrays<Mark>([...source], marks, {
    comparator: (left, right) => isSame(left.character, right.character),
    maxEditLength: mostEdits,
  })
  if (!hunks) return [{ rule: 'text-changed', source, print: marks, printed: marks[0]?.printed }]
  return withMoves(walk(hunks, source, marks))
}

type Hunk = { readonly added: boolean; readonly removed: boolean; readonly count: number }

/** One difference for each run of hunks between common text. */
function walk(hunks: readonly Hunk[], source: readonly Ink[], marks: readonly Mark[]): Difference[] {
  const found: Difference[] = []
  const from = { source: 0, print: 0 }
  const at = { source: 0, print: 0 }
  const close = () => {
    const lost = source.slice(from.source, at.source)
    const added = marks.slice(from.print, at.print)
    const printed = (marks[from.print] ?? marks.at(-1))?.printed
    const rule = added.length === 0 ? 'text-lost' : lost.length === 0 ? 'text-added' : 'text-changed'
    if (lost.length + added.length > 0) found.push({ rule, source: lost, print: added, printed })
  }
  for (const { added, removed, count } of hunks) {
    if (!added && !removed) close()
    if (!added) at.source += count
    if (!removed) at.print += count
    if (!added && !removed) Object.assign(from, at)
  }
  close()
  return found
}

/** What is lost in one place and added in another was moved. */
function withMoves(found: readonly Difference[]): Difference[] {
  const added = found.filter(({ rule }) => rule === 'text-added')
  const taken = new Set<Difference>()
  const moved = found.map(lost => {
    if (lost.rule !== 'text-lost') return lost
    const there = added.find(one => !taken.has(one) && inkText(one.print) === inkText(lost.source))
    if (!there) return lost
    taken.add(there)
    return { ...lost, rule: 'text-moved' as const, print: there.print, printed: there.printed }
  })
  return moved.filter(one => !taken.has(one))
}

/** Fields stand anywhere on the page: each goes where its text is first found, the body keeps its order. */
function inOrder(
  source: readonly Ink[],
  fields: readonly PrintedText[],
  body: readonly PrintedText[],
): readonly PrintedText[] {
  const text = narrowText(source)
  const foundAt = ({ ink }: PrintedText) => {
    const start = narrowText(ink).slice(0, 6)
    return Math.max(text.indexOf(start), 0)
  }
  const placed = fields.map(printed => ({ printed, at: foundAt(printed) })).sort((a, b) => a.at - b.at)
  const merged: PrintedText[] = []
  for (const printed of body) {
    const at = foundAt(printed)
    while (placed[0] && placed[0].at <= at) merged.push(...placed.splice(0, 1).map(one => one.printed))
    merged.push(printed)
  }
  return [...merged, ...placed.map(({ printed }) => printed)]
}
