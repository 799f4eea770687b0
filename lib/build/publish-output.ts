// Putting what was printed in its place: the whole site at once, or into the site that stands there.
import { readdirSync, rmdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { eachOf, filesIn, makeFolders, putInPlace } from './files/folder'

type Places = {
  readonly out: string
  /** What was printed. It is gone afterwards. */
  readonly printing: string
  /** The last site, while a whole new one is put in its place. */
  readonly last: string
}

/** Replaces the site by what was printed, all at once. */
export async function placeWhole({ out, printing, last }: Places): Promise<void> {
  await putInPlace(out, last)
  await putInPlace(printing, out)
  await rm(last, { recursive: true, force: true })
}

/**
 * Puts what was printed among the files of `standing`, and removes all others. Each file is replaced whole, and in an order in
 * which no page ever leads to one that is not there: what pages load, articles, lists, the index; then what is gone goes.
 */
export async function placeAmong({ out, printing }: Places, standing: ReadonlySet<string>): Promise<void> {
  const fresh = await filesIn(printing)
  const now = new Set(fresh)
  const gone = (await filesIn(out)).filter(file => !now.has(file) && !standing.has(file))
  await makeFolders(out, fresh)
  for (const isNext of order) {
    const files = fresh.filter(file => order.find(belongs => belongs(file)) === isNext)
    await eachOf(files, file => rename(join(printing, file), join(out, file)), 64)
  }
  await eachOf(gone, file => rm(join(out, file)), 64)
  dropEmptyParents(out, gone)
  await rm(printing, { recursive: true, force: true })
}

/** Removes the folders that held nothing but files which are gone. */
function dropEmptyParents(out: string, gone: readonly string[]): void {
  const parents = new Set(gone.flatMap(file => parentsOf(file)))
  const deepestFirst = [...parents].sort((a, b) => b.length - a.length)
  for (const parent of deepestFirst)
    if (readdirSync(join(out, parent)).length === 0) rmdirSync(join(out, parent))
}

function parentsOf(file: string): readonly string[] {
  const parent = dirname(file)
  return parent === '.' ? [] : [parent, ...parentsOf(parent)]
}

const isPage = (file: string) => /\.html(?:\.(?:br|gz))?$/.test(file)

/** A file belongs to the first of these that it fits. */
const order: readonly ((file: string) => boolean)[] = [
  file => !isPage(file) && dirname(file) !== '.',
  file => file.startsWith('articles/'),
  file => dirname(file) !== '.',
  () => true,
]
