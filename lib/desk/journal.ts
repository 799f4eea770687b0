// Undo and redo over reloads: what was decided together, and what was taken back. Kept beside the content.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseEdits, printEdits } from '../format/edits-file'
import type { Operation } from '../format/operation'
import { byImport } from '../issues/found-pictures'
import type { FileChange } from '../issues/write-item'
import type { Desk } from './desk'
import { membersOf } from './members'

/** What one act has done: operations that were decided together, or the file of an article that was written for the site. */
export type Done = readonly Operation[] | FileChange

export const isFileChange = (done: Done): done is FileChange => 'name' in done

type Journal = {
  /** How many operations the issue had then. With another number somebody has edited elsewhere, and this is out of date. */
  readonly total: number
  /** How many operations each act had, or the file that it changed; the last act last. */
  readonly acts: readonly (number | FileChange)[]
  /** What was taken back, the next to do again last. */
  readonly redo: readonly Done[]
}

const nothing: Journal = { total: 0, acts: [], redo: [] }

/** What undo takes back, and what redo does again; undefined where there is nothing. */
export function redoable(
  desk: Desk,
  issue: string,
  operations: readonly Operation[],
): {
  readonly last: Done | undefined
  readonly next: Done | undefined
  /** All that was taken back, the next last. */
  readonly redo: readonly Done[]
  /** Files of articles that can be undone or done again. */
  readonly written: readonly FileChange[]
} {
  const { acts, redo } = readJournal(desk, issue, operations.length)
  const written = [...acts, ...redo].filter(done => typeof done !== 'number').filter(isFileChange)
  const last = acts.at(-1) ?? (isOfEditor(operations.at(-1)) ? 1 : 0)
  if (typeof last !== 'number') return { last, next: redo.at(-1), redo, written }
  return { last: last === 0 ? undefined : operations.slice(-last), next: redo.at(-1), redo, written }
}

/** What the import has decided is taken back by other means: the picture would be found again. */
const isOfEditor = (operation: Operation | undefined) => operation !== undefined && operation.by !== byImport

/** What an editor did. */
type Step = { readonly did: 'edit' | 'undo' | 'redo'; readonly done: Done }

/** Notes a step on an issue that had `before` operations. What was taken back is forgotten with the next edit. */
export function noteStep(desk: Desk, issue: string, { did, done }: Step, before: number): void {
  const { acts, redo } = readJournal(desk, issue, before)
  const size = isFileChange(done) ? 0 : done.length
  writeJournal(desk, issue, {
    total: did === 'undo' ? before - size : before + size,
    acts: did === 'undo' ? acts.slice(0, -1) : [...acts, isFileChange(done) ? done : size],
    redo: { edit: [], undo: [...redo, done], redo: redo.slice(0, -1) }[did],
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
    const undone = redo.flatMap(one => readDone(one, file) ?? [])
    const sizes = acts.flatMap(one => (Number.isInteger(one) && one > 0 ? [one] : (readChange(one) ?? [])))
    return undone.length === redo.length && sizes.length === acts.length
      ? { total: count, acts: sizes, redo: undone.map(({ done }) => done) }
      : nothing
  } catch {
    return nothing
  }
}

function readDone(given: unknown, file: string): { readonly done: Done } | undefined {
  const change = readChange(given)
  if (change) return { done: change }
  const list = parseEdits(String(given), file)
  return Array.isArray(list) ? undefined : { done: list.operations }
}

function readChange(given: unknown): FileChange | undefined {
  const { name, was, now } = membersOf(given)
  const isText = (text: unknown): text is string | null => text === null || typeof text === 'string'
  // The name of an article's file, and never a path.
  const isName = typeof name === 'string' && /^\d{2,4}\.md$/.test(name)
  return isName && isText(was) && isText(now) ? { name, was, now } : undefined
}

function writeJournal(desk: Desk, issue: string, { total, acts, redo }: Journal): void {
  mkdirSync(desk.cache, { recursive: true })
  const file = fileOf(desk, issue)
  const undone = redo.map(done =>
    isFileChange(done) ? done : printEdits({ operations: done, base: new Map() }),
  )
  writeFileSync(`${file}.new`, JSON.stringify({ total, acts, redo: undone }), { flush: true })
  renameSync(`${file}.new`, file)
}
