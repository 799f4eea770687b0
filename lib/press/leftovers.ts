// What Next's export leaves that no plain page needs: flight data, unused chunks, the 404 page's doubles.
import { unlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropEmptyFolders, eachOf, filesIn } from './folder'

/** The files of an export, flight data gone already, that plain pages do not need. `used`: files of _next that some page still names. */
export function leftovers(files: readonly string[], used: ReadonlySet<string>): readonly string[] {
  return files.filter(file => isDouble(file) || (file.startsWith('_next/') && !used.has(file)))
}

/**
 * Flight data: __next.*.txt and the .txt beside an .html of the same name; other .txt files are ours. It is more than the pages
 * themselves, so it goes as soon as Next has exported.
 */
export function flightData(files: readonly string[]): readonly string[] {
  const all = new Set(files)
  return files.filter(
    file =>
      /(^|\/)__next\.[^/]*\.txt$/.test(file) ||
      (file.endsWith('.txt') && all.has(file.replace(/\.txt$/, '.html'))),
  )
}

/** Removes flight data from a folder that Next has exported to. */
export async function dropFlightData(folder: string): Promise<void> {
  for (const file of flightData(await filesIn(folder))) unlinkSync(join(folder, file))
}

/** Next prints the 404 page three times; hosts look for /404.html. */
export function isDouble(file: string): boolean {
  return /^(404|_not-found)\//.test(file) || file === '_not-found.html'
}

/** The files below _next/ that a page or style sheet names, 404 page included, wherever the site is hosted. */
export function namedChunks(text: string): readonly string[] {
  return [...text.matchAll(/_next\/[\w./~@%-]+/g)].map(match => match[0])
}

/** Removes the leftovers of a folder; says how many files went. */
export async function dropLeftovers(folder: string, named: ReadonlySet<string>): Promise<number> {
  const sheets = [...named].filter(file => file.endsWith('.css'))
  const fromSheets = await eachOf(sheets, async file =>
    namedChunks(await readFile(join(folder, file), 'utf8')),
  )
  const gone = leftovers(await filesIn(folder), new Set([...named, ...fromSheets.flat()]))
  for (const file of gone) unlinkSync(join(folder, file))
  // All of them, not only those of these files: Next leaves an empty one that is named by chance.
  dropEmptyFolders(folder)
  return gone.length
}
