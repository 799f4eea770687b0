// How issues differ from the site that is published in a folder of this machine: article by article, by the texts that the site gives out,
// articles/<id>.md, which are the files of content as they are printed.
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { printArticle } from '../format/article-file'
import type { Article } from '../model/article'

export type Published = {
  /** Another one when another site is published. */
  readonly stamp: string
  readonly folder: string
  /** The articles of each issue that are published, by their ids. */
  readonly ids: ReadonlyMap<string, readonly string[]>
}

/** The site in a folder; undefined when there is none. `known`: as it was read before. */
export function readPublished(folder: string, known?: Published): Published | undefined {
  const dir = join(folder, 'articles')
  const stat = folder ? statSync(dir, { throwIfNoEntry: false }) : undefined
  if (!stat?.isDirectory()) return undefined
  const stamp = `${folder} ${stat.ino} ${stat.mtimeMs}`
  if (known?.stamp === stamp) return known
  const ids = new Map<string, string[]>()
  for (const name of readdirSync(dir)) {
    const [, id = '', issue] = /^(([a-z0-9-]+)-\d{2,4})\.md$/.exec(name) ?? []
    if (issue === undefined) continue
    const own = ids.get(issue)
    if (own) own.push(id)
    else ids.set(issue, [id])
  }
  return { stamp, folder, ids }
}

/** How many articles of an issue are new, other than they are published, or gone; `hidden`: nothing of it is to be seen. */
export function countDifferences(
  { folder, ids }: Published,
  issue: string,
  articles: readonly Article[],
  hidden: boolean,
): number {
  const shown = hidden ? [] : articles.filter(({ status }) => status === '')
  const changed = shown.filter(article => publishedText(folder, article.id) !== printArticle(article))
  const names = new Set(shown.map(({ id }) => id))
  return changed.length + (ids.get(issue) ?? []).filter(id => !names.has(id)).length
}

function publishedText(folder: string, id: string): string | undefined {
  const path = join(folder, 'articles', `${id}.md`)
  return lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : undefined
}
