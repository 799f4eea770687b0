// Undo and redo over reloads: which operations were decided together, and those that were taken back. Kept beside the content.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEdits, printEdits } from '../format/edits-file'
import type { Operation } from '../format/operation'
import { byImport } from '../issues/found-pictures'
import type { Desk } from './desk'

type Journal = {
  /** How many operations the issue had then. With another number somebody has edited elsewhere, and this is out of date. */
  readonly total: number
  /** How many operations each act had; the last act last. */
  readonly acts: readonly number[]
  /** What was taken back, the next to do again last. */
  readonly redo: readonly (readonly Operation[])[]
}

const nothing: Journal = { total: 0, acts: [], redo: [] }

/** The operations that undo takes back, and those that redo does again; none where there are none. */
export function redoable(
  desk: Desk,
  issue: string,
  operations: readonly Operation[],
): {
  readonly last: readonly Operation[]
  readonly next: readonly Operation[]
  /** All that was taken back, the next last. */
  readonly redo: readonly (readonly Operation[])[]
} {
  const { acts, redo } = readJournal(desk, issue, operations.length)
  const size = acts.at(-1) ?? (isOfEditor(operations.at(-1)) ? 1 : 0)
  return { last: size === 0 ? [] : operations.slice(-size), next: redo.at(-1) ?? [], redo }
}

/** What the import has decided is taken back by other means: the picture would be found again. */
const isOfEditor = (operation: Operation | undefined) => operation !== undefined && operation.by !== byImport

/** What an editor did, with which operations. */
type Step = { readonly did: 'edit' | 'undo' | 'redo'; readonly operations: readonly Operation[] }

/** Notes a step on an issue that had `before` operations. What was taken back is forgotten with the next edit. */
export function noteStep(desk: Desk, issue: string, { did, operations }: Step, before: number): void {
  const { acts, redo } = readJournal(desk, issue, before)
  const size = operations.length
  writeJournal(desk, issue, {
    total: did === 'undo' ? before - size : before + size,
    acts: did === 'undo' ? acts.slice(0, -1) : [...acts, size],
    redo: { edit: [], undo: [...redo, operations], redo: redo.slice(0, -1) }[did],
  })
}

/** One file for each issue of each content folder. */
function fileOf({ cache, out }: Desk, issue: string): string {
  const place = createHash('sha256').update(resolve(out)).digest('hex').slice(0, 12)
  return join(cache, `${place}-${issue}.json`)
}

/** What cannot be read is nothing: undo then takes operations back one by one. */
function readJournal(desk: Desk, issue: string, count: number): Journal {
  const file = fileOf(desk, issue)
  if (!existsSync(file)) return nothing
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const { total, acts, redo } = read as Readonly<Record<string, unknown>>
    if (total !== count || !Array.isArray(acts) || !Array.isArray(redo)) return nothing
    const lists = redo.map(text => parseEdits(String(text), file))
    const undone = lists.flatMap(list => (Array.isArray(list) ? [] : [list.operations]))
    const sizes = acts.filter((size): size is number => Number.isInteger(size) && size > 0)
    return undone.length === lists.length && sizes.length === acts.length
      ? { total: count, acts: sizes, redo: undone }
      : nothing
  } catch {
    return nothing
  }
}

function writeJournal(desk: Desk, issue: string, { total, acts, redo }: Journal): void {
  mkdirSync(desk.cache, { recursive: true })
  const file = fileOf(desk, issue)
  const texts = redo.map(operations => printEdits({ operations, base: new Map() }))
  writeFileSync(`${file}.new`, JSON.stringify({ total, acts, redo: texts }), { flush: true })
  renameSync(`${file}.new`, file)
}
