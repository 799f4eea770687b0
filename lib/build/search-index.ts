// What needs no page and takes long: the search index and the list of all articles, made before Next exports or meanwhile.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { keptEntries } from '../library/article-store'
import { library } from '../library/site-library'
import { articleList } from '../publish/machine-files'
import { allArticlesPath } from '../publish/paths'
import { manifestFile, type Piece, pieceFiles, piecesOf } from '../search/index-files'
import { searchFolder } from '../search/manifest'
import { compressed } from './files/compress'
import { filesIn, makeFolders, writeWhole } from './files/folder'
import { shareOut, type Told } from './files/workers'
import type { Step } from './step'

/** A piece of the search index, or the list of all articles, to be written into a folder. */
type Job = { readonly folder: string; readonly make: Piece | 'list' }

type File = { readonly path: string; readonly bytes: Uint8Array }

/** Does jobs in this process; says how many files each made. */
export async function writeJobs(jobs: readonly Job[]): Promise<readonly number[]> {
  const { articles, issues } = library()
  const counts: number[] = []
  for (const { folder, make } of jobs) {
    const files = make === 'list' ? listFiles() : pieceFiles(articles, issues, make)
    await makeFolders(
      folder,
      files.map(({ path }) => path),
    )
    // Not yet in their place: nobody reads them before they have been moved.
    for (const { path, bytes } of files) writeFileSync(join(folder, path), bytes)
    counts.push(files.length)
  }
  return counts
}

/** articles.json: all articles, one a line, without their texts; from the lines that the store has of each issue. */
function listFiles(): readonly File[] {
  const path = allArticlesPath.slice(1)
  const bytes = Buffer.from(articleList(keptEntries(process.env.CONTENT_STORE ?? '')))
  const { br, gz } = compressed(bytes)
  return [
    { path, bytes },
    { path: `${path}.br`, bytes: br },
    { path: `${path}.gz`, bytes: gz },
  ]
}

/** Whether so many pieces are made that Next should wait for them: beside it they would need half as much memory again. */
export const areMany = (pieces: readonly Piece[]): boolean => pieces.length > 4

/** Each process reads all articles: more of them would be quicker and need more memory than Next does. */
const crew = 2

/** Writes all that into a folder: of the search index the pieces asked for, and the manifest of them and of those that stand. */
export async function writeMeanwhile(
  folder: string,
  pieces: readonly Piece[],
  standing: Iterable<string>,
  tell: Told = () => {},
): Promise<Step> {
  const largestFirst = [...pieces].sort((a, b) => Number(a.kind === 'texts') - Number(b.kind === 'texts'))
  const items = [...largestFirst, 'list' as const].map((make): Job => ({ folder, make }))
  const child = new URL('search-index-child.ts', import.meta.url)
  await shareOut({ items, atOnce: 1, crew, here: writeJobs, child, tell })
  const { length } = library().articles
  const made = (await filesIn(folder)).filter(isPiece)
  const manifest = manifestFile(length, [...made, ...[...standing].filter(isPiece)])
  await writeWhole(join(folder, manifest.path), manifest.bytes)
  return {
    step: '搜索',
    says: `${length} 篇，${piecesOf(length).length} 块，其中新做 ${pieces.length} 块`,
  }
}

const isPiece = (file: string) => file.startsWith(`${searchFolder}/`)
