// Printing pages: each is read once, made plain, written with its compressed copies, and weighed.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../model/problem'
import { brotliBytes, writeCopies } from '../files/compress'
import { shareOut, type Told } from '../files/workers'
import { namedChunks } from '../next/unused-chunks'
import { type OwnWeight, ownWeight } from './budgets'
import type { InlineHashes } from './csp'
import { plainPage, type StyleSheets } from './strip-runtime'

/** What the press notes of a page: what stands inline, and which files of Next's it names. */
export type PageRecord = { readonly hashes: InlineHashes; readonly named: readonly string[] }

export type PrintedPage = {
  readonly file: string
  readonly record: PageRecord
  readonly weight: OwnWeight
  readonly problems: readonly Problem[]
}

/** A page to print, and the style sheets of its folder by their address. */
type Job = { readonly folder: string; readonly file: string; readonly sheets: readonly StyleSheetAt[] }
/** Address as pages link it, and the file. */
export type StyleSheetAt = readonly [address: string, file: string]

/** So many pages are handed to a process at a time. */
const atOnce = 32

/** Prints pages of an export in place, on all cores; `tell` hears of the progress, in pages. */
export async function printPages(
  folder: string,
  files: readonly string[],
  sheets: readonly StyleSheetAt[],
  tell: Told,
): Promise<readonly PrintedPage[]> {
  const items = files.map((file): Job => ({ folder, file, sheets }))
  const child = new URL('process-pages-child.ts', import.meta.url)
  return shareOut({ items, atOnce, here: printHere, child, tell })
}

/** Prints pages in this process, one after the other: it does nothing else, and waiting for each file apart would cost more. */
export async function printHere(jobs: readonly Job[]): Promise<readonly PrintedPage[]> {
  const [first] = jobs
  const sheets = new Map(
    first?.sheets.map(([address, file]) => [address, readFileSync(join(first.folder, file), 'utf8')]),
  )
  return jobs.map(({ folder, file }) => printPage(folder, file, sheets))
}

function printPage(folder: string, file: string, sheets: StyleSheets): PrintedPage {
  const path = join(folder, file)
  const { html, elements, hashes, problems } = plainPage(readFileSync(path, 'utf8'), file, sheets)
  const record = { hashes, named: namedChunks(html) }
  const weight = (size: number) => ownWeight(file, html, size, elements)
  if (problems.length > 0) return { file, record, weight: weight(brotliBytes(html)), problems }
  // Straight to its name: nobody reads the folder before the press has run to its end.
  const bytes = Buffer.from(html)
  writeFileSync(path, bytes)
  return { file, record, weight: weight(writeCopies(path, bytes).br.length), problems }
}
