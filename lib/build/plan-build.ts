// What a build makes again and what it reuses, with the search index under way: it takes longest, and begins first.
import { readFile, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import pMap from 'p-map'
import type { Library } from '../library/library'
import type { Environment } from '../model/settings'
import type { IndexUnit } from '../search/index-files'
import {
  type BuildManifest,
  filesOfPage,
  findReusable,
  mergeReuse,
  type Reuse,
  touchedFiles,
} from './cache/build-manifest'
import { checksumInputs, type InputChecksums, isRendered, searchRoutes, unitsIn } from './cache/routes'
import type { Toolchain } from './cache/toolchain-hash'
import { filesIn } from './files/folder'
import type { LastUnit } from './patch-index'
import { buildPaths } from './paths'
import type { ReusedOutput } from './postprocess'
import { areMany, buildIndex } from './search-index'
import type { Step } from './step'

/** Begins a step of a build that takes a while, by its name. */
export type Begin = (name: string) => {
  readonly tell: (done: number, all: number) => void
  readonly end: () => void
}

/** What a build is made of. */
export type BuildInputs = {
  readonly library: Library
  readonly dir: string
  /** Checksum of the content. */
  readonly content: string
  readonly toolchain: Toolchain
  readonly env: Environment
  readonly begin: Begin
}

const { out, rendered, index: indexFolder, store } = buildPaths

export type BuildPlan = {
  readonly checksums: InputChecksums
  readonly reuse: Reuse
  /** The search index, under way. */
  readonly index: Promise<Step>
}

/** What is reused and what is made again. What takes longest, the index, begins before anything is known of the pages. */
export async function planBuild(
  { library, content, begin }: BuildInputs,
  last: BuildManifest | undefined,
): Promise<BuildPlan> {
  await rm(indexFolder, { recursive: true, force: true })
  const ofIndex = checksumInputs(library, route => !isRendered(route))
  const reusedIndex = findReusable(ofIndex, last, out)
  const units = unitsIn(reusedIndex.plan)
  const indexing = areMany(units) ? begin('搜索索引') : undefined
  const index = buildIndex({
    ...{ store, content, folder: indexFolder, articles: library.articles.length, units },
    lastUnits: lastUnitsOf(units, last),
    reused: reusedIndex.files,
    ...(indexing && { onProgress: indexing.tell }),
  })
  index.catch(() => {}) // thrown where it is waited for
  await new Promise(setImmediate) // until its workers have been started
  const ofPages = checksumInputs(library, isRendered)
  const reusedPages = findReusable(ofPages, last, out)
  if (indexing) await index
  indexing?.end()
  return { checksums: { ...ofIndex, ...ofPages }, reuse: mergeReuse(reusedIndex, reusedPages), index }
}

/** Of some units those that are in out/ as the last build left them. */
function lastUnitsOf(
  units: readonly IndexUnit[],
  last: BuildManifest | undefined,
): ReadonlyMap<IndexUnit, LastUnit> {
  const found = new Map<IndexUnit, LastUnit>()
  for (const unit of units) {
    const route = searchRoutes[unit.kind]
    const files = filesOfPage(last, route, String(unit.number))
    const [first, ...others] = Object.keys(files)
    const inputs = last?.inputs[route]?.[unit.number]
    if (!inputs || !first || touchedFiles(out, files).length > 0) continue
    found.set(unit, { out, name: basename(dirname(first)), files: others.length + 1, inputs })
  }
  return found
}

/** What is reused and was not rendered all the same: what was rendered is the newer. */
export async function reusedOutput(reuse: Reuse, last: BuildManifest | undefined): Promise<ReusedOutput> {
  const made = new Set(await filesIn(rendered))
  const files = reuse.files.filter(file => !made.has(file.replace(/\.(?:br|gz)$/, '')))
  const pages = files.flatMap(file => {
    const page = last?.pages[file]
    return page ? [[file, page] as const] : []
  })
  return { folder: out, files: new Set(files), pages: new Map(pages) }
}

/** The first file of a canary that did not come out as it is in out/; '' when all did. */
export async function changedCanary({ canaries }: Reuse): Promise<string> {
  const changed = await pMap(
    canaries,
    async file => {
      const made = await readFile(join(rendered, file)).catch(() => undefined)
      return made !== undefined && !made.equals(await readFile(join(out, file)))
    },
    { concurrency: 8 },
  )
  return canaries.find((_, at) => changed[at]) ?? ''
}
