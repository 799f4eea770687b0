// The record of the last build, beside out/ and not in it: of what its pages were made, and what its files were.
import { lstatSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportPlan } from '../content-store'
import { filesIn } from '../press/folder'
import type { PageRecord } from '../press/press'
import { readSealed, sha256, writeSealed } from '../sealed-file'
import { ownerOf, type Views } from './routes'

type FileRecord = { readonly size: number; readonly time: number; readonly sum: string }

export type BuildRecord = {
  readonly code: string
  readonly views: Views
  /** Files of out/ that belong to one page. */
  readonly files: Readonly<Record<string, FileRecord>>
  /** What the press noted of each page, by file. */
  readonly pages: Readonly<Record<string, PageRecord>>
}

/** The record in a file; undefined when there is none, it is damaged, or other code wrote it. */
export function readRecord(file: string, code: string): BuildRecord | undefined {
  // Sealed, and written by this very code: the shape is what it says.
  const record = readSealed(file) as BuildRecord | undefined
  return record?.code === code ? record : undefined
}

/** Writes down a build that has just been put in place; what the last record knew of a file that is as it was is believed. */
export async function saveRecord(
  file: string,
  out: string,
  record: Omit<BuildRecord, 'files'>,
  last: BuildRecord | undefined,
): Promise<void> {
  const files: Record<string, FileRecord> = {}
  for (const name of await filesIn(out)) {
    if (ownerOf(name)) files[name] = recordOf(join(out, name), last?.files[name])
  }
  writeSealed(file, { ...record, files })
}

function recordOf(path: string, known: FileRecord | undefined): FileRecord {
  const { size, mtimeMs: time } = lstatSync(path)
  if (known && known.size === size && known.time === time) return known
  return { size, time, sum: sha256(readFileSync(path)) }
}

export type Kept = {
  /** Pages to export, by route. */
  readonly plan: ExportPlan
  /** Files of the last out/ that stay as they are. */
  readonly files: readonly string[]
  /** Pages of the last out/ that are exported all the same: they must come out as they were. */
  readonly proofs: readonly string[]
}

/** What a build need not print again: pages whose view is as it was and whose files are still what was printed. */
export function whatStays(views: Views, last: BuildRecord | undefined, out: string): Kept {
  const filesByPage = new Map<string, string[]>()
  const spoilt = new Set<string>()
  for (const [file, record] of Object.entries(last?.files ?? {})) {
    const owner = ownerOf(file) ?? ''
    if (!isAsRecorded(join(out, file), record)) spoilt.add(owner)
    const own = filesByPage.get(owner)
    if (own) own.push(file)
    else filesByPage.set(owner, [file])
  }
  const plan: Record<string, readonly string[]> = {}
  const files: string[] = []
  const proofs: string[] = []
  for (const [route, sums] of Object.entries(views)) {
    const stays = (param: string) => {
      const page = `${route} ${param}`
      return last?.views[route]?.[param] === sums[param] && filesByPage.has(page) && !spoilt.has(page)
    }
    const [kept, changed] = split(Object.keys(sums), stays)
    // Next exports at least one page of a route: one that stays is a proof that the record holds.
    const proof = changed.length === 0 ? kept.slice(0, 1) : []
    plan[route] = [...changed, ...proof]
    proofs.push(...proof.map(param => `${route} ${param}`))
    for (const param of kept) files.push(...(filesByPage.get(`${route} ${param}`) ?? []))
  }
  return { plan, files, proofs }
}

function split<Item>(items: readonly Item[], is: (item: Item) => boolean): readonly [Item[], Item[]] {
  const [yes, no]: [Item[], Item[]] = [[], []]
  for (const item of items) (is(item) ? yes : no).push(item)
  return [yes, no]
}

/** Size and time of change say enough, as they do for git; where they differ the bytes decide. */
function isAsRecorded(path: string, record: FileRecord): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  if (!stat?.isFile() || stat.size !== record.size) return false
  return stat.mtimeMs === record.time || sha256(readFileSync(path)) === record.sum
}
