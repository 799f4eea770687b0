// Postprocessing of pages: each is read once, made plain, written with its compressed copies, and weighed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import { brotliBest, brotliBytes, writeCopies } from '../files/compress'
import { type OnProgress, runInWorkers } from '../files/workers'
import { namedChunks } from '../next/unused-chunks'
import { type OwnWeight, ownWeight } from './budgets'
import type { InlineHashes } from './csp'
import { type PageStyles, readPageStyles } from './page-styles'
import { plainPage } from './strip-runtime'

/** What a build remembers of a page: what is inline, and which files of Next's it names. */
export type PageRecord = { readonly hashes: InlineHashes; readonly named: readonly string[] }

export type ProcessedPage = {
  readonly file: string
  readonly record: PageRecord
  readonly weight: OwnWeight
  readonly problems: readonly Problem[]
}

/** A page of a folder that has the styles of its pages. */
type Job = { readonly folder: string; readonly file: string }

/** The front page, and the newest page of a list: some hundreds of ten thousand. */
const isFirstOfList =
  /^(?:index\.html|all\/index\.html|(?:regions|topics)\/(?:[^/\d][^/]*\/){1,2}index\.html)$/

/** So many pages are handed to a worker at a time; a worker takes as long to start as these. */
const atOnce = 64

/** Processes pages in place, on all cores; progress is in pages. */
export async function processPages(
  folder: string,
  files: readonly string[],
  onProgress: OnProgress,
): Promise<readonly ProcessedPage[]> {
  const items = files.map((file): Job => ({ folder, file }))
  return runInWorkers({ task: 'processPages', here: processHere, items, atOnce, onProgress })
}

/** Processes pages in this process, one after the other: it does nothing else, and waiting for each file would cost more. */
export async function processHere(jobs: readonly Job[]): Promise<readonly ProcessedPage[]> {
  const styles = new Map([...new Set(jobs.map(job => job.folder))].map(own => [own, readPageStyles(own)]))
  return jobs.flatMap(({ folder, file }) => {
    const own = styles.get(folder)
    return own ? [processPage(folder, file, own)] : []
  })
}

function processPage(folder: string, file: string, styles: PageStyles): ProcessedPage {
  const path = join(folder, file)
  const source = readFileSync(path, 'utf8')
  const { html, elements, hashes, ...page } = plainPage(source, file, styles.sheetsOf(file, source))
  const problems = [...page.problems, ...styles.strangers(file, source, elements)]
  const record = { hashes, named: namedChunks(html) }
  const weight = (size: number) => ownWeight(file, html, size, elements)
  if (problems.length > 0) return { file, record, weight: weight(brotliBytes(html)), problems }
  // Straight to its name: nobody reads the folder before the site is whole.
  const bytes = Buffer.from(html)
  writeFileSync(path, bytes)
  const copies = isFirstOfList.test(file) ? writeCopies(path, bytes, brotliBest) : writeCopies(path, bytes)
  return { file, record, weight: weight(copies.br.length), problems }
}
