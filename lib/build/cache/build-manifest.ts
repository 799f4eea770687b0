// The manifest of the last build, beside out/ and not in it: of what its pages were made, and what its files were.
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { RenderPlan } from '../../library/render-plan'
import { readChecked, writeChecked } from '../../model/checked-file'
import type { PageRecord } from '../pages/process-pages'
import { type InputChecksums, isRendered, ownerOf, pageNamed } from './routes'
import type { Toolchain } from './toolchain-hash'

/** Size in bytes and time of the last change in ms: together they say, as they do for git, whether a file is what it was. */
type FileRecord = readonly [size: number, time: number]

type Files = Readonly<Record<string, FileRecord>>

export type BuildManifest = {
  readonly toolchain: Toolchain
  /** Checksum of all content. */
  readonly content: string
  readonly inputs: InputChecksums
  /** The files of out/ that belong to one page alone, by the page's name and their own; under '' all others. */
  readonly files: Readonly<Record<string, Files>>
  /** What postprocessing noted of each page, by file. */
  readonly pages: Readonly<Record<string, PageRecord>>
}

/** The manifest in a file, whatever code wrote it; undefined when there is none or it is damaged. */
export const readBuildManifest = (file: string) => readChecked(file) as BuildManifest | undefined

/** Writes down a build that has just been published. */
export const writeBuildManifest = (file: string, manifest: BuildManifest): void =>
  writeChecked(file, manifest)

/** What to remember of the files of `out`: of new ones as they are, of reused ones as `known`. */
export function recordFiles(
  out: string,
  fresh: readonly string[],
  reused: ReadonlySet<string>,
  known: BuildManifest['files'] = {},
): BuildManifest['files'] {
  const files: Record<string, Record<string, FileRecord>> = {}
  const put = (page: string, name: string, record: FileRecord) => {
    const own = files[page] ?? {}
    own[name] = record
    files[page] = own
  }
  for (const [page, own] of Object.entries(known))
    for (const [name, record] of Object.entries(own)) if (reused.has(name)) put(page, name, record)
  for (const name of fresh) {
    const owner = ownerOf(name)
    const record = fileRecord(join(out, name))
    if (record) put(owner ? pageNamed(owner.route.name, owner.param) : '', name, record)
  }
  return files
}

function fileRecord(path: string): FileRecord | undefined {
  const stat = lstatSync(path, { throwIfNoEntry: false })
  return stat?.isFile() ? [stat.size, stat.mtimeMs] : undefined
}

/** The files of a page in a manifest. */
export const filesOfPage = (manifest: BuildManifest | undefined, route: string, param: string): Files =>
  manifest?.files[pageNamed(route, param)] ?? {}

/** The files of `out` that are not what was recorded of them. */
export const touchedFiles = (out: string, files: Files): readonly string[] =>
  Object.entries(files).flatMap(([name, [size, time]]) => {
    const now = fileRecord(join(out, name))
    return now && now[0] === size && now[1] === time ? [] : [name]
  })

/** Whether the site in `out` is the one of a manifest, file for file, and was made of that content. */
export function isUpToDate(
  manifest: BuildManifest | undefined,
  content: string,
  out: string,
  filesInOut: readonly string[],
): boolean {
  if (manifest?.content !== content) return false
  const all = Object.values(manifest.files)
  const count = all.reduce((sum, files) => sum + Object.keys(files).length, 0)
  return count === filesInOut.length && all.every(files => touchedFiles(out, files).length === 0)
}

export type Reuse = {
  /** Pages to render, by route. */
  readonly plan: RenderPlan
  /** Files of the last out/ that are not made again. */
  readonly files: readonly string[]
  /** Files of pages that are rendered although they could be reused: they must come out as they were. */
  readonly canaries: readonly string[]
}

/**
 * What a build need not make again. A page is skipped when all of these hold:
 * 1. the manifest was written by the same toolchain (`last` is undefined otherwise);
 * 2. the checksum of its inputs is as recorded;
 * 3. it has files in out/, and each has the size and the time that were recorded.
 * Next renders at least one page of a route: where none has changed, one that could be skipped is the route's canary.
 */
export function findReusable(inputs: InputChecksums, last: BuildManifest | undefined, out: string): Reuse {
  const plan: Record<string, readonly string[]> = {}
  const files: string[] = []
  const canaries: string[] = []
  for (const [route, checksums] of Object.entries(inputs)) {
    const params = Object.keys(checksums)
    const canSkip = (param: string) => {
      const own = filesOfPage(last, route, param)
      const isSame = last?.inputs[route]?.[param] === checksums[param]
      return isSame && Object.keys(own).length > 0 && touchedFiles(out, own).length === 0
    }
    const skipped = new Set(params.filter(canSkip))
    const changed = params.filter(param => !skipped.has(param))
    const canary = changed.length === 0 && isRendered(route) ? params.slice(0, 1) : []
    plan[route] = [...changed, ...canary]
    for (const param of skipped) files.push(...Object.keys(filesOfPage(last, route, param)))
    for (const param of canary) canaries.push(...Object.keys(filesOfPage(last, route, param)))
  }
  return { plan, files, canaries }
}

/** What can be reused of two sets of routes. */
export const mergeReuse = (a: Reuse, b: Reuse): Reuse => ({
  plan: { ...a.plan, ...b.plan },
  files: [...a.files, ...b.files],
  canaries: [...a.canaries, ...b.canaries],
})
