// Files for programs beside the pages: /articles/<id>.md and .json, /issues/<issue>.txt.
import { join } from 'node:path'
import type { Article } from '../article'
import type { Content } from '../content'
import { issueText, issueTextPath, jsonOf, jsonPath, markdownOf } from '../machine-files'
import { markdownPath } from '../metadata'
import { eachOf, writeWhole } from './folder'

/** Writes them into the folder of the site, those left out that stand already; returns how many were written. */
export async function writeTextFiles(
  { articles, issues }: Content,
  folder: string,
  standing: ReadonlySet<string> = new Set(),
): Promise<number> {
  let written = 0
  const write = async (path: string, text: () => string) => {
    if (standing.has(path.slice(1))) return
    written++
    await writeWhole(join(folder, path), text())
  }
  await eachOf(articles, async article => {
    await write(markdownPath(article.id), () => markdownOf(article))
    await write(jsonPath(article.id), () => jsonOf(article, issues.get(article.issue)))
  })
  const byIssue = groupByIssue(articles)
  await eachOf([...byIssue], ([id, list]) => write(issueTextPath(id), () => issueText(list, issues.get(id))))
  return written
}

function groupByIssue(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const groups = new Map<string, Article[]>()
  for (const article of articles) {
    const list = groups.get(article.issue)
    if (list) list.push(article)
    else groups.set(article.issue, [article])
  }
  return groups
}
