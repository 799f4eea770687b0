// What Next leaves that no plain page needs: the chunks of its runtime.
import { existsSync, readFileSync, rmdirSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { dropEmptyFolders, filesIn } from '../files/folder'

/** The files below _next/ that a page or style sheet names, 404 page included, wherever the site is hosted. */
export function namedChunks(text: string): readonly string[] {
  return [...text.matchAll(/_next\/[\w./~@%-]+/g)].map(match => match[0])
}

/** Removes the files below _next/ of a folder that neither `named` nor a style sheet among those names; says how many went. */
export async function removeUnusedChunks(folder: string, named: ReadonlySet<string>): Promise<number> {
  const chunks = join(folder, '_next')
  if (!existsSync(chunks)) return 0
  const sheets = [...named].filter(file => file.endsWith('.css'))
  const used = new Set([
    ...named,
    ...sheets.flatMap(file => namedChunks(readFileSync(join(folder, file), 'utf8'))),
  ])
  const gone = (await filesIn(chunks)).map(file => `_next/${file}`).filter(file => !used.has(file))
  for (const file of gone) unlinkSync(join(folder, file))
  // All of them, not only those of these files: Next leaves an empty one that is named by chance.
  dropEmptyFolders(chunks)
  if ((await filesIn(chunks)).length === 0) rmdirSync(chunks)
  return gone.length
}
