// Folders on disk: list, write, put in place of another.
import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, rmdirSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import pMap from 'p-map'
import { byCodeUnit } from '../../model/order'

/** All files below a folder, as paths relative to it with forward slashes, sorted by code unit: the same on every machine. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  // At once: asked one by one, a hundred thousand files take fifteen times as long.
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
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

/** Makes the folders that files are to be put into. */
export async function makeFolders(folder: string, files: readonly string[]): Promise<void> {
  const folders = new Set(files.map(file => dirname(join(folder, file))))
  await pMap(folders, path => mkdir(path, { recursive: true }), { concurrency: 64 })
}

/** Moves all files of a folder into another, where files of the same names are replaced. */
export async function moveInto(from: string, to: string): Promise<void> {
  const files = await filesIn(from)
  await makeFolders(to, files)
  await pMap(files, file => rename(join(from, file), join(to, file)), { concurrency: 64 })
  await rm(from, { recursive: true, force: true })
}

/** Moves a folder to where another may be; the other one is gone afterwards. Nothing happens without `from`. */
export async function putInPlace(from: string, to: string): Promise<void> {
  if (!existsSync(from)) return
  await rm(to, { recursive: true, force: true })
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
}

/** Removes the folders below (not itself) that hold no file. */
export function dropEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue
    const inner = join(folder, entry.name)
    dropEmptyFolders(inner)
    if (readdirSync(inner).length === 0) rmdirSync(inner)
  }
}
