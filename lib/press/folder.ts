// Folders on disk as the press sees them: list, read, write, put in place of another.
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, link, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'

/** All files below a folder, as paths relative to it with forward slashes, sorted by code unit: the same on every machine. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map(file => (sep === '/' ? file : file.replaceAll(sep, '/')))
    .sort(byCodeUnit)
}

/** Writes a file whole or not at all: a temporary file beside it, then a rename. */
export async function writeWhole(file: string, data: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(temporary, data)
  await rename(temporary, file)
}

/** Puts a file in a second place as well, without a copy of its bytes: files of out/ are replaced, never changed. */
export async function linkWhole(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await link(from, to).catch(() => copyFile(from, to))
}

/** Moves a folder to where another may stand; the one that stood there is gone afterwards. Nothing happens without `from`. */
export async function putInPlace(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await rm(to, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

/** Removes the folders below (not itself) that hold no file. */
export async function dropEmptyFolders(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const inner = join(folder, entry.name)
    await dropEmptyFolders(inner)
    if ((await readdir(inner)).length === 0) await rmdir(inner)
  }
}

/** Runs a job over all items, a few at a time, keeping the order of the results. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  job: (item: Item) => Promise<Result>,
  atOnce = 8,
): Promise<readonly Result[]> {
  const results: Result[] = []
  for (let at = 0; at < items.length; at += atOnce) {
    results.push(...(await Promise.all(items.slice(at, at + atOnce).map(job))))
  }
  return results
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
