// The copies of photographs that are published: made once a file, kept by its checksum, placed into the site. Originals never are.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import pMap from 'p-map'
import type { Library } from '../../library/library'
import { sha256 } from '../../model/checked-file'
import {
  copiesOf,
  copyPath,
  largestSide,
  type ShownPicture,
  shownPictures,
  sizeWithin,
} from '../../model/picture'
import type { Problem } from '../../model/problem'
import type { OnProgress } from '../files/workers'
import type { Opened } from './encode'
import { place } from './place'

/** Copies made before, under the names that they have in the site. */
export const photographStore = '.cache/photographs'

/** A photograph, and the file that it is in. */
export type Photograph = { readonly picture: ShownPicture; readonly source: string }

/** The photographs of a library, each file once; `dir` is the content folder. */
export function photographsOf({ articles }: Pick<Library, 'articles'>, dir: string): readonly Photograph[] {
  const all = articles.flatMap(article =>
    shownPictures(article).map((picture): Photograph => {
      return { picture, source: join(/* turbopackIgnore: true */ dir, article.issue, picture.file) }
    }),
  )
  return [...new Map(all.map(one => [one.picture.measured.checksum, one])).values()]
}

/** The names of a photograph's copies. */
const namesOf = ({ picture }: Photograph) =>
  copiesOf(picture.measured).map(copy => [copy, basename(copyPath(picture, copy))] as const)

export type Prepared = { readonly made: number; readonly problems: readonly Problem[] }

/**
 * Makes the copies that the store has not got, several photographs at a time; what nobody uses any more goes. A file that cannot be
 * decoded, or is not the one that was checked, is a problem, and has no copies.
 */
export async function preparePhotographs(
  photographs: readonly Photograph[],
  store: string,
  onProgress: OnProgress = () => {},
): Promise<Prepared> {
  if (photographs.length === 0) {
    rmSync(store, { recursive: true, force: true })
    return { made: 0, problems: [] }
  }
  mkdirSync(store, { recursive: true })
  const there = new Set(readdirSync(store))
  const wanted = new Set(photographs.flatMap(one => namesOf(one).map(([, name]) => name)))
  for (const name of there) if (!wanted.has(name)) rmSync(join(store, name), { force: true })
  const missing = photographs.filter(one => namesOf(one).some(([, name]) => !there.has(name)))
  let done = 0
  const problems = await pMap(
    missing,
    async photograph => {
      const problem = await makeCopies(photograph, store)
      onProgress(++done, missing.length)
      return problem
    },
    // The encoders work outside of this thread, each in one of their own.
    { concurrency: availableParallelism() },
  )
  return { made: missing.length, problems: problems.flatMap(problem => problem ?? []) }
}

/** Makes all copies of a photograph; what is wrong with it, where it has none. */
async function makeCopies(photograph: Photograph, store: string): Promise<Problem | undefined> {
  const { picture, source } = photograph
  const fault = (rule: string, message: string): Problem => ({ file: source, line: 1, rule, message })
  const bytes = await readFile(source)
  if (sha256(bytes) !== picture.measured.checksum)
    return fault('picture-changed', '查过之后又被改动，应再运行一次 npm run build')
  const { encodeCopy, openPhotograph } = await import('./encode') // most builds need none of it
  const opened = await openPhotograph(bytes, picture.measured)
  if ('broken' in opened)
    return fault('picture-broken', `解不开（${opened.broken}），文件已损坏，应重新取一份完整的`)
  for (const [copy, name] of namesOf(photograph)) {
    const file = join(store, name)
    writeFileSync(`${file}.tmp`, await encodeCopy(opened, copy))
    renameSync(`${file}.tmp`, file)
  }
  return undefined
}

/** Puts the copies into the folder of a site, as second names of the files in the store; says how many. */
export function placePhotographs(photographs: readonly Photograph[], store: string, folder: string): number {
  const files = photographs.flatMap(({ picture }) =>
    copiesOf(picture.measured).map(copy => copyPath(picture, copy)),
  )
  for (const path of files) place(join(store, basename(path)), join(folder, path))
  return files.length
}

/** A photograph decoded from its largest copy, which is made where it is missing. Throws where it cannot be. */
export async function openCopy(photograph: Photograph, store: string): Promise<Opened> {
  const path = copyPath(photograph.picture, { kind: 'large' })
  const bytes = await copyAt([photograph], store, path)
  const size = sizeWithin(photograph.picture.measured, { width: largestSide, height: largestSide })
  const { openPhotograph } = await import('./encode')
  const opened = bytes && (await openPhotograph(bytes, { ...size, checksum: '' }))
  if (!opened || 'broken' in opened) throw new Error(`${photograph.source} has no copy`)
  return opened
}

/** The bytes of a copy by its path below the site, made when it is asked for: for developing. Undefined for no copy. */
export async function copyAt(
  photographs: readonly Photograph[],
  store: string,
  path: string,
): Promise<Uint8Array | undefined> {
  const photograph = photographs.find(one => namesOf(one).some(([, name]) => name === basename(path)))
  if (!photograph) return undefined
  const file = join(store, basename(path))
  mkdirSync(store, { recursive: true })
  if (!existsSync(file)) await makeCopies(photograph, store)
  return existsSync(file) ? readFile(file) : undefined
}
