// One page of each kind of the built site, for tests that open them all.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { outFolder } from '../out-folder'

const isPage = (path: string) => existsSync(join(outFolder, path, 'index.html'))

/** Paths of the pages right below a path of the site, like 'articles/', in the order of their names. */
export function pagesBelow(path: string): readonly string[] {
  const home = join(outFolder, path)
  const names = existsSync(home) ? readdirSync(home).sort() : []
  return names.map(name => `${path}${name}/`).filter(isPage)
}

/** Paths below the site's root, without the first slash: the first page of each kind that the site has. */
export function pageKinds(): readonly string[] {
  const lists = ['regions/', 'topics/']
  const firsts = ['articles/', 'issues/', 'all/', ...lists].flatMap(path => pagesBelow(path).slice(0, 1))
  const subLists = ['issues/', ...lists].flatMap(path => pagesBelow(path).flatMap(pagesBelow).slice(0, 1))
  const alone = ['all/', 'offline/', 'search/', 'about/'].filter(isPage)
  return ['', ...firsts, ...subLists, ...alone, '404.html']
}
