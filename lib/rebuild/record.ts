// The record of the last build, beside out/ and not in it: of what its pages were made, and what its files were.
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportPlan } from '../content-store'
import type { PageRecord } from '../press/print-pages'
import { readSealed, writeSealed } from '../sealed-file'
import { isExported, ownerOf, type Views } from './routes'

/** Size in bytes and time of the last change in ms: together they say, as they do for git, whether a file is what it was. */
type FileRecord = readonly [size: number, time: number]

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

/** What is to be remembered of the files of `out` that belong to one page: of new ones as they are, of others as `known`. */
export function filesOf(
  out: string,
  fresh: readonly string[],
  standing: ReadonlySet<string>,
  known: BuildRecord['files'] = {},
): BuildRecord['files'] {
  const files: Record<string, FileRecord> = {}
  for (const name of fresh) {
    const record = ownerOf(name) && recordOf(join(out, name))
    if (record) files[name] = record
  }
  for (const name of standing) {
    const record = known[name]
    if (record) files[name] = record
  }
  return files
}

/** Writes down a build that has just been put in place. */
export const saveRecord = (file: string, record: BuildRecord): void => writeSealed(file, record)

function recordOf(path: string): FileRecord | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? [stat.size, stat.mtimeMs] : undefined
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
    const proof = changed.length === 0 && isExported(route) ? kept.slice(0, 1) : []
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

function isAsRecorded(path: string, [size, time]: FileRecord): boolean {
  const now = recordOf(path)
  return now !== undefined && now[0] === size && now[1] === time
}
