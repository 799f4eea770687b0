// The search index beside the pages: made piece by piece, each by itself, so that memory does not grow with it.
import { join } from 'node:path'
import type { Article } from '../article'
import { type Content, content } from '../content'
import { newestFirst } from '../listing'
import { manifestFile, type Piece, pieceFiles, piecesOf } from '../search/index-files'
import { searchFolder } from '../search/manifest'
import { shareOut } from './crew'
import { eachOf, filesIn, writeWhole } from './folder'
import type { Step } from './press'

/** So many files are written at once. */
const filesAtOnce = 64

type PieceJob = { readonly folder: string; readonly piece: Piece }

/** Writes the files of pieces of the index into a folder, in this process. */
export async function writePieces(jobs: readonly PieceJob[]): Promise<readonly number[]> {
  const { issues } = content()
  const newest = newestOf(content())
  const counts: number[] = []
  for (const { folder, piece } of jobs) {
    const files = pieceFiles(newest, issues, piece)
    await eachOf(files, file => writeWhole(join(folder, file.path), file.bytes), filesAtOnce)
    counts.push(files.length)
  }
  return counts
}

/**
 * Writes the search index of the site into a folder: the pieces asked for, and the manifest of them and of what stands already.
 * In another process, because it is made while pages are exported.
 */
export async function writeSearchIndex(
  folder: string,
  pieces: readonly Piece[],
  standing: Iterable<string>,
): Promise<Step> {
  const items = pieces.map((piece): PieceJob => ({ folder, piece }))
  const child = new URL('search-child.ts', import.meta.url)
  await shareOut({ items, atOnce: 1, crew: 1, here: writePieces, child })
  const { length } = content().articles
  const made = pieces.length > 0 ? (await filesIn(folder)).filter(isPiece) : []
  const manifest = manifestFile(length, [...made, ...[...standing].filter(isPiece)])
  await writeWhole(join(folder, manifest.path), manifest.bytes)
  return {
    step: '搜索',
    says: `${length} 篇，${piecesOf(length).length} 块，其中新做 ${pieces.length} 块`,
  }
}

const isPiece = (file: string) => file.startsWith(`${searchFolder}/`)

let shelf: { readonly of: Content; readonly newest: readonly Article[] } | undefined

/** Sorted once for all pieces that a process makes. */
function newestOf(of: Content): readonly Article[] {
  if (shelf?.of !== of) shelf = { of, newest: [...of.articles].sort(newestFirst(of.issues)) }
  return shelf.newest
}
