// Publishing into out/: the whole site at once, or what changed into the site that is there.
import { readdirSync, rmdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pMap from 'p-map'
import { filesIn, makeFolders, putInPlace } from './files/folder'

type Places = {
  readonly out: string
  /** What was made. It is gone afterwards. */
  readonly rendered: string
  /** The last site, while a whole new one takes its place. */
  readonly last: string
}

/** Replaces the site by what was made, all at once. */
export async function publishWhole({ out, rendered, last }: Places): Promise<void> {
  await putInPlace(out, last)
  await putInPlace(rendered, out)
  await rm(last, { recursive: true, force: true })
}

/**
 * Puts what was made among the files of `reused`, and removes all others. Each file is replaced whole, and in an order in which no
 * page ever leads to one that is not there: what pages load, articles, lists, the index; then what is gone goes.
 */
export async function publishChanges({ out, rendered }: Places, reused: ReadonlySet<string>): Promise<void> {
  const fresh = await filesIn(rendered)
  const now = new Set(fresh)
  const gone = (await filesIn(out)).filter(file => !now.has(file) && !reused.has(file))
  await makeFolders(out, fresh)
  for (const isNext of order) {
    const files = fresh.filter(file => order.find(belongs => belongs(file)) === isNext)
    await pMap(files, file => rename(join(rendered, file), join(out, file)), { concurrency: 64 })
  }
  await pMap(gone, file => rm(join(out, file)), { concurrency: 64 })
  dropEmptyParents(out, gone)
  await rm(rendered, { recursive: true, force: true })
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
