// The files of pictures beside an issue's edits: where one lies while no article names it, so that undo and redo bring it back.
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { noPlace } from '../edits/set-picture'
import type { Operation } from '../format/operation'
import { pictureName } from '../format/picture-fields'
import { shortHash } from '../import/edition/reimport'
import type { Article } from '../model/article'
import type { IssueFolder } from './issue-folder'

export type PictureStore = {
  /** The bytes that were put there under a name, the last ones. */
  readonly get: (name: string) => Uint8Array | undefined
  readonly put: (name: string, bytes: Uint8Array) => void
}

/** The folder of a store, one for each issue of each content folder; `issue` is one that issueRule accepts. */
const folderOf = (cache: string, out: string, issue: string) =>
  join(cache, 'pictures', `${shortHash(resolve(out)).slice(0, 12)}-${issue}`)

/** The store of an issue, in a folder which is made when something is put there. Throws what the file system throws. */
export const pictureStore = (cache: string, out: string, issue: string): PictureStore =>
  storeIn(folderOf(cache, out, issue))

const storeIn = (dir: string): PictureStore => ({
  get: name => {
    const path = join(dir, name)
    const isThere = pictureName.test(name) && lstatSync(path, { throwIfNoEntry: false })?.isFile()
    return isThere ? readFileSync(path) : undefined
  },
  put: (name, bytes) => {
    if (!pictureName.test(name)) throw new Error(`${name} is no name of a picture`)
    mkdirSync(dir, { recursive: true })
    const path = join(dir, name)
    if (existsSync(path) && Buffer.compare(readFileSync(path), bytes) === 0) return
    writeFileSync(`${path}.new`, bytes, { flush: true })
    renameSync(`${path}.new`, path)
  },
})

const pictures = (operations: readonly Operation[]) => operations.filter(one => one.do === 'picture')

/** The folder with the pictures from the store that operations name and that do not lie in it. */
export function withStored(
  folder: IssueFolder,
  operations: readonly Operation[],
  store: PictureStore | undefined,
): IssueFolder {
  const missing = pictures(operations).flatMap(({ file = '' }): [string, Uint8Array][] => {
    const bytes = folder.pictures.has(file) ? undefined : store?.get(file)
    return bytes ? [[file, bytes]] : []
  })
  return missing.length === 0 ? folder : { ...folder, pictures: new Map([...folder.pictures, ...missing]) }
}

/**
 * Of the files that are to be written, without the pictures that no article names any more or that were only fetched from the
 * store; those that lie in the folder are put into the store first. Without a store nothing is taken away.
 */
export function putAway(
  files: ReadonlyMap<string, string | Uint8Array>,
  articles: readonly Article[],
  before: IssueFolder,
  store: PictureStore | undefined,
): ReadonlyMap<string, string | Uint8Array> {
  if (!store) return files
  const namesIn = (list: readonly Article[]) =>
    new Set(list.flatMap(one => one.pictures.map(({ file }) => file)))
  const named = namesIn(articles)
  const wasNamed = namesIn(before.files.flatMap(({ article }) => article ?? []))
  for (const [name, bytes] of before.pictures)
    if (wasNamed.has(name) && !named.has(name)) store.put(name, bytes)
  const isGone = (name: string) =>
    pictureName.test(name) && !named.has(name) && (wasNamed.has(name) || !before.pictures.has(name))
  return new Map([...files].filter(([name]) => !isGone(name)))
}

/** The operation that takes a picture away, with what tells the picture again when its page is read anew. */
export function withChecksum(operation: Operation, { pictures: files }: IssueFolder): Operation {
  const bytes = files.get(operation.file ?? '')
  return operation.place === noPlace && bytes ? { ...operation, checksum: shortHash(bytes) } : operation
}

/** The checksums of the pictures that an editor has taken away. */
export const takenAway = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(
    pictures(operations).flatMap(({ place, checksum }) => (place === noPlace && checksum ? [checksum] : [])),
  )
