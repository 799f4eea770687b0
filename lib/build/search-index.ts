// Builds the search index and articles.json in workers, before Next renders or beside it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openPublished, openStore, storedEntries } from '../library/article-store'
import { type Library, libraryOf } from '../library/library'
import { articleList } from '../publish/machine-files'
import { allArticlesPath } from '../publish/paths'
import {
  articlesIn,
  type IndexFile,
  type IndexUnit,
  manifestFile,
  unitFiles,
  unitsOf,
} from '../search/index-files'
import { searchFolder } from '../search/manifest'
import { compressed } from './files/compress'
import { filesIn, makeFolders, writeWhole } from './files/folder'
import { type OnProgress, runInWorkers } from './files/workers'
import { type LastUnit, patchUnit } from './patch-index'
import type { Step } from './step'

/** Content in a store, and its checksum. */
type Stored = { readonly store: string; readonly content: string }

/** A unit of the search index, or the list of all articles, to be written into a folder; a unit as the last build made it, if known. */
type Job = Stored & {
  readonly folder: string
  readonly make: IndexUnit | 'list'
  readonly last?: LastUnit | undefined
}

type Made = { readonly files: readonly IndexFile[]; readonly isPatched: boolean }

/** Does jobs in this process; says of each whether what was there was patched. */
export async function writeHere(jobs: readonly Job[]): Promise<readonly boolean[]> {
  const patched: boolean[] = []
  for (const job of jobs) {
    const { files, isPatched } = filesOf(job)
    await makeFolders(
      job.folder,
      files.map(({ path }) => path),
    )
    // Straight to their names: nobody reads them before they have been moved.
    for (const { path, bytes } of files) writeFileSync(join(job.folder, path), bytes)
    patched.push(isPatched)
  }
  return patched
}

function filesOf({ make, last, ...stored }: Job): Made {
  if (make === 'list') return { files: listFiles(stored), isPatched: false }
  const library = libraryIn(stored)
  const before = last && publishedIn(stored)
  const patched = last && before && patchUnit(make, last, library, before)
  return { files: patched ?? filesOfUnit(library, make), isPatched: patched !== undefined }
}

function filesOfUnit({ articles, issues, read }: Library, unit: IndexUnit): readonly IndexFile[] {
  return unitFiles(articlesIn(articles, unit).map(read), articles.length, issues, unit)
}

type Opened = Stored & { readonly library: Library }

let opened: Opened | undefined
let published: Opened | undefined

/** Opened once for all units that a worker makes. */
function libraryIn({ store, content }: Stored): Library {
  if (opened?.store !== store || opened.content !== content)
    opened = { store, content, library: libraryOf(openStore(store)) }
  return opened.library
}

/** What the last site was made of, opened once as well; undefined when that is not known. patchUnit believes it only where it fits. */
function publishedIn({ store, content }: Stored): Library | undefined {
  if (published?.store !== store || published.content !== content) {
    const found = openPublished(store)
    published = found && { store, content, library: libraryOf(found) }
  }
  return published?.library
}

/** articles.json: all articles, one a line, without their texts; from the lines that the store has of each issue. */
function listFiles({ store }: Stored): readonly IndexFile[] {
  const path = allArticlesPath.slice(1)
  const bytes = Buffer.from(articleList(storedEntries(store)))
  const { br, gz } = compressed(bytes)
  return [
    { path, bytes },
    { path: `${path}.br`, bytes: br },
    { path: `${path}.gz`, bytes: gz },
  ]
}

/** Whether Next should wait for so many units: made beside it they would need half as much memory again. */
export const areMany = (units: readonly IndexUnit[]): boolean => units.length > 4

/** The index of so many articles is made sooner than a worker has started. */
const fewArticles = 200

/**
 * Each worker reads all summaries: more than two would be quicker and need more memory than Next does. A part and some texts, which is
 * what one edit needs, are done by one before Next has rendered.
 */
const workersFor = (units: readonly IndexUnit[]) => (units.length > 2 ? 2 : 1)

type Index = Stored & {
  readonly folder: string
  /** Articles in all. */
  readonly articles: number
  /** What is to be made anew. */
  readonly units: readonly IndexUnit[]
  /** Those of them that are in out/ as the last build left them. */
  readonly lastUnits: ReadonlyMap<IndexUnit, LastUnit>
  /** Files of the last site that are reused, those of the other units among them. */
  readonly reused: readonly string[]
  readonly onProgress?: OnProgress
}

/** Writes all that into a folder: of the search index the units asked for, and the manifest of them and of the reused ones. */
export async function buildIndex(index: Index): Promise<Step> {
  const { store, content, folder, articles, units, lastUnits, reused, onProgress } = index
  const largestFirst = [...units].sort((a, b) => Number(a.kind === 'texts') - Number(b.kind === 'texts'))
  const items: readonly Job[] = [
    ...largestFirst.map(make => ({ store, content, folder, make, last: lastUnits.get(make) })),
    { store, content, folder, make: 'list' },
  ]
  const atOnce = articles > fewArticles ? 1 : items.length
  const work = { task: 'writeIndex', here: writeHere, items, atOnce, workers: workersFor(units) } as const
  const patched = await runInWorkers({ ...work, ...(onProgress && { onProgress }) })
  const made = (await filesIn(folder)).filter(isPiece)
  const manifest = manifestFile(articles, [...made, ...reused.filter(isPiece)])
  await writeWhole(join(folder, manifest.path), manifest.bytes)
  const changed = patched.filter(Boolean).length
  return {
    step: '搜索',
    says: `${articles} 篇，${unitsOf(articles).length} 块，其中新做 ${units.length - changed} 块，改动 ${changed} 块`,
  }
}

const isPiece = (file: string) => file.startsWith(`${searchFolder}/`)
