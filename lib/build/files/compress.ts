// Compressed copies beside the files (.br, .gz), for servers that send them as they are: best ratio, no work at run time.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { filesIn } from './folder'
import { type OnProgress, runInWorkers } from './workers'

const isText = /\.(html|css|m?js|json|xml|svg|txt|md|webmanifest|opml|map)$/
/** Below this a copy saves nothing: the headers of the answer are longer. */
const smallest = 256

export type Compressed = { readonly br: Buffer; readonly gz: Buffer }

/**
 * Level 8 of 11: an article of 25 KB becomes 6.6 KB in 1 ms; level 11 makes it 6.2 KB in 33 ms, five minutes for ten thousand
 * articles. Both fit into the first round trip with room to spare.
 */
const brotliLevel = 8

/** For the few pages where most visits begin. */
export const brotliBest = 11

/** Settings of brotli for a text of that many bytes. */
const brotliParams = (size: number, level: number = brotliLevel) => ({
  [constants.BROTLI_PARAM_QUALITY]: level,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  [constants.BROTLI_PARAM_SIZE_HINT]: size,
})

/** How many bytes a text is on the wire, compressed as its copy is. */
export function brotliBytes(text: string): number {
  const bytes = Buffer.from(text)
  return brotliCompressSync(bytes, { params: brotliParams(bytes.length) }).length
}

/** Both compressed forms of a text file's bytes; the same bytes every time. */
export function compressed(bytes: Buffer, level = brotliLevel): Compressed {
  return {
    br: brotliCompressSync(bytes, { params: brotliParams(bytes.length, level) }),
    gz: gzipSync(bytes, { level: 9 }),
  }
}

/** Writes the compressed copies of a file's bytes beside it. */
export function writeCopies(file: string, bytes: Buffer, level = brotliLevel): Compressed {
  const copies = compressed(bytes, level)
  // Straight to their names: nobody reads the folder before the site is whole.
  writeFileSync(`${file}.br`, copies.br)
  writeFileSync(`${file}.gz`, copies.gz)
  return copies
}

/** So many files are handed to a worker at a time. */
const atOnce = 256

/** Writes the copies beside every text file of a folder that has none yet, on all cores; says how many files got them. */
export async function compressFolder(folder: string, onProgress?: OnProgress): Promise<number> {
  const all = await filesIn(folder)
  const there = new Set(all)
  const files = all.filter(file => isText.test(file) && !there.has(`${file}.br`))
  const items = files.map(file => join(folder, file))
  const work = { task: 'compressFiles', here: compressHere, items, atOnce } as const
  const written = await runInWorkers({ ...work, ...(onProgress && { onProgress }) })
  return written.filter(Boolean).length
}

/**
 * Writes the copies of files in this process; says which got them. One call after the other: asynchronous, each of these small files
 * costs ten times as much in threads and promises as in compression.
 */
export const compressHere = async (files: readonly string[]): Promise<readonly boolean[]> =>
  files.map(file => {
    const bytes = readFileSync(file)
    if (bytes.length < smallest) return false
    writeCopies(file, bytes)
    return true
  })
