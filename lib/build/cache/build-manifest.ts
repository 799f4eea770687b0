// The record of the last build, beside out/ and not in it: of what its pages were made, and what its files were.
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportPlan } from '../../library/article-store'
import { readSealed, writeSealed } from '../../library/checked-file'
import type { PageRecord } from '../pages/process-pages'
import { isExported, ownerOf, pageNamed, type Views } from './routes'

/** Size in bytes and time of the last change in ms: together they say, as they do for git, whether a file is what it was. */
type FileRecord = readonly [size: number, time: number]

type PageFiles = Readonly<Record<string, FileRecord>>

export type BuildRecord = {
  readonly code: string
  readonly views: Views
  /** The files of out/ that belong to one page alone, by the page's name and their own. */
  readonly files: Readonly<Record<string, PageFiles>>
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
  const files: Record<string, Record<string, FileRecord>> = {}
  const put = (page: string, name: string, record: FileRecord) => {
    const own = files[page] ?? {}
    own[name] = record
    files[page] = own
  }
  for (const [page, own] of Object.entries(known))
    for (const [name, record] of Object.entries(own)) if (standing.has(name)) put(page, name, record)
  for (const name of fresh) {
    const page = ownerOf(name)
    const record = page && recordOf(join(out, name))
    if (record) put(page, name, record)
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
  /** Those of pages that are exported all the same: they must come out as they were. */
  readonly proofs: readonly string[]
}

/** What a build need not print again of some views: pages whose view is as it was and whose files are still what was printed. */
export function whatStays(views: Views, last: BuildRecord | undefined, out: string): Kept {
  const plan: Record<string, readonly string[]> = {}
  const files: string[] = []
  const proofs: string[] = []
  for (const [route, sums] of Object.entries(views)) {
    const filesOfPage = (param: string) => last?.files[pageNamed(route, param)] ?? {}
    const stays = (param: string) =>
      last?.views[route]?.[param] === sums[param] && areAsRecorded(out, filesOfPage(param))
    const [kept, changed] = split(Object.keys(sums), stays)
    // Next exports at least one page of a route: one that stays is a proof that the record holds.
    const proof = changed.length === 0 && isExported(route) ? kept.slice(0, 1) : []
    plan[route] = [...changed, ...proof]
    for (const param of kept) files.push(...Object.keys(filesOfPage(param)))
    for (const param of proof) proofs.push(...Object.keys(filesOfPage(param)))
  }
  return { plan, files, proofs }
}

/** What stays of two sets of views. */
export const together = (a: Kept, b: Kept): Kept => ({
  plan: { ...a.plan, ...b.plan },
  files: [...a.files, ...b.files],
  proofs: [...a.proofs, ...b.proofs],
})

/** Whether the files of a page are what they were, and there are any. */
function areAsRecorded(out: string, files: PageFiles): boolean {
  const all = Object.entries(files)
  return all.length > 0 && all.every(([name, record]) => isAsRecorded(join(out, name), record))
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
