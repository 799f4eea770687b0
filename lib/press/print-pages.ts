// Printing pages: each is read once, made plain, written with its compressed copies, and weighed.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '../problem'
import { type OwnWeight, ownWeight } from './budgets'
import { compressedNow } from './compress'
import { shareOut, type Told } from './crew'
import { eachOf } from './folder'
import { namedChunks } from './leftovers'
import { plainPage } from './plain-pages'
import type { InlineHashes } from './policy'

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
  const child = new URL('print-child.ts', import.meta.url)
  return shareOut({ items, atOnce, here: printHere, child, tell })
}

/** Prints pages in this process. */
export async function printHere(jobs: readonly Job[]): Promise<readonly PrintedPage[]> {
  const [first] = jobs
  const css = await eachOf(first?.sheets ?? [], async ([address, file]) => {
    return [address, await readFile(join(first?.folder ?? '', file), 'utf8')] as const
  })
  const sheets = new Map(css)
  return eachOf(jobs, async ({ folder, file }) => {
    const page = plainPage(await readFile(join(folder, file), 'utf8'), file, sheets)
    const bytes = Buffer.from(page.html)
    const { br, gz } = compressedNow(bytes)
    if (page.problems.length === 0) {
      // Straight to their names: nobody reads the folder before the press has run to its end.
      await Promise.all([
        writeFile(join(folder, file), bytes),
        writeFile(join(folder, `${file}.br`), br),
        writeFile(join(folder, `${file}.gz`), gz),
      ])
    }
    const record = { hashes: page.hashes, named: namedChunks(page.html) }
    return {
      file,
      record,
      weight: ownWeight(file, page.html, br.length, page.elements),
      problems: page.problems,
    }
  })
}
