// One page of each kind of the built site, for tests that open them all.
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

export const outFolder = new URL('../../out', import.meta.url).pathname

/** Paths below the site's root, without the first slash: the longest-named article, and the first of each other kind. */
export function pageKinds(): readonly string[] {
  const first = (folder: string) => {
    const home = join(outFolder, folder)
    if (!existsSync(home)) return []
    const [name] = readdirSync(home).filter(entry => existsSync(join(home, entry, 'index.html')))
    return name ? [`${folder}/${name}/`] : []
  }
  const alone = ['offline/', 'search/', 'about/'].filter(path =>
    existsSync(join(outFolder, path, 'index.html')),
  )
  return ['', ...['articles', 'regions', 'topics', 'issues'].flatMap(first), ...alone, '404.html']
}
