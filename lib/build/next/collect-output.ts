// What Next has rendered, under the names that a static host serves. Next's own export would copy ten files of each page to get
// there, of which a plain page needs one.
import { existsSync } from 'node:fs'
import { cp, rename } from 'node:fs/promises'
import { join } from 'node:path'
import pMap from 'p-map'
import { filesIn, makeFolders } from '../files/folder'

/**
 * The name under which a file below .next/server/app is served: pages as x/index.html, answers of route handlers by their address.
 * Undefined for all others: flight data, its notes, code.
 */
export function servedAs(file: string): string | undefined {
  if (file.endsWith('.body')) return file.slice(0, -'.body'.length)
  if (!file.endsWith('.html') || file === '_global-error.html') return undefined
  if (file === '_not-found.html') return '404.html'
  return file === 'index.html' ? file : file.replace(/\.html$/, '/index.html')
}

/** Moves pages and answers out of Next's folder into another, where those of the same names are replaced. */
export async function collectPages(nextFolder: string, to: string): Promise<void> {
  const app = join(nextFolder, 'server', 'app')
  const moves = (await filesIn(app)).flatMap(file => {
    const name = servedAs(file)
    return name ? [{ file, name }] : []
  })
  await makeFolders(
    to,
    moves.map(({ name }) => name),
  )
  await pMap(moves, ({ file, name }) => rename(join(app, file), join(to, name)), { concurrency: 64 })
}

/** Copies what pages may name, and what is served as it is. */
export async function collectAssets(nextFolder: string, to: string): Promise<void> {
  await cp(join(nextFolder, 'static'), join(to, '_next', 'static'), { recursive: true })
  if (existsSync('public')) await cp('public', to, { recursive: true })
}
