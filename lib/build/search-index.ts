// Builds the search index and articles.json in workers, before Next renders or beside it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, storedEntries } from '../library/article-store'
import { type Library, libraryOf } from '../library/library'
import { articleList } from '../publish/machine-files'
import { allArticlesPath } from '../publish/paths'
import { articlesIn, type IndexUnit, manifestFile, unitFiles, unitsOf } from '../search/index-files'
import { searchFolder } from '../search/manifest'
import { compressed } from './files/compress'
import { filesIn, makeFolders, writeWhole } from './files/folder'
import { type OnProgress, runInWorkers } from './files/workers'
import type { Step } from './step'

/** Content in a store, and its checksum. */
type Stored = { readonly store: string; readonly content: string }

/** A unit of the search index, or the list of all articles, to be written into a folder. */
type Job = Stored & { readonly folder: string; readonly make: IndexUnit | 'list' }

type File = { readonly path: string; readonly bytes: Uint8Array }

/** Does jobs in this process; says how many files each made. */
export async function writeHere(jobs: readonly Job[]): Promise<readonly number[]> {
  const counts: number[] = []
  for (const { folder, make, ...stored } of jobs) {
    const files = make === 'list' ? listFiles(stored) : filesOfUnit(libraryIn(stored), make)
    await makeFolders(
      folder,
      files.map(({ path }) => path),
    )
    // Straight to their names: nobody reads them before they have been moved.
    for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes)
    counts.push(files.length)
  }
  return counts
}

function filesOfUnit({ articles, issues, read }: Library, unit: IndexUnit): readonly File[] {
  return unitFiles(articlesIn(articles, unit).map(read), articles.length, issues, unit)
}

let opened: (Stored & { readonly library: Library }) | undefined

/** Opened once for all units that a worker makes. */
function libraryIn({ store, content }: Stored): Library {
  if (opened?.store !== store || opened.content !== content)
    opened = { store, content, library: libraryOf(openStore(store)) }
  return opened.library
}

/** articles.json: all articles, one a line, without their texts; from the lines that the store has of each issue. */
function listFiles({ store }: Stored): readonly File[] {
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

/** Each worker reads all summaries: more of them would be quicker and need more memory than Next does. */
const workers = 2

type Index = Stored & {
  readonly folder: string
  /** Articles in all. */
  readonly articles: number
  /** What is to be made anew. */
  readonly units: readonly IndexUnit[]
  /** Files of the last site that are reused, those of the other units among them. */
  readonly reused: readonly string[]
  readonly onProgress?: OnProgress
}

/** Writes all that into a folder: of the search index the units asked for, and the manifest of them and of the reused ones. */
export async function buildIndex(index: Index): Promise<Step> {
  const { store, content, folder, articles, units, reused, onProgress } = index
  const largestFirst = [...units].sort((a, b) => Number(a.kind === 'texts') - Number(b.kind === 'texts'))
  const items = [...largestFirst, 'list' as const].map((make): Job => ({ store, content, folder, make }))
  const atOnce = articles > fewArticles ? 1 : items.length
  const work = { task: 'writeIndex', here: writeHere, items, atOnce, workers } as const
  await runInWorkers({ ...work, ...(onProgress && { onProgress }) })
  const made = (await filesIn(folder)).filter(isPiece)
  const manifest = manifestFile(articles, [...made, ...reused.filter(isPiece)])
  await writeWhole(join(folder, manifest.path), manifest.bytes)
  return {
    step: '搜索',
    says: `${articles} 篇，${unitsOf(articles).length} 块，其中新做 ${units.length} 块`,
  }
}

const isPiece = (file: string) => file.startsWith(`${searchFolder}/`)
