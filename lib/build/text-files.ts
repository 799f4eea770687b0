// Files for programs beside the pages: /articles/<id>.md and .json, /issues/<issue>.txt.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../library/library'
import { issueText, issueTextPath, jsonOf, jsonPath, markdownOf } from '../publish/machine-files'
import { markdownPath } from '../publish/metadata'

/** Writes them into the folder of the site, those left out that stand already; returns how many were written. */
export function writeTextFiles(
  { articles, issues, byIssue }: Library,
  folder: string,
  standing: ReadonlySet<string> = new Set(),
): number {
  let written = 0
  const write = (path: string, text: () => string) => {
    if (standing.has(path.slice(1))) return
    written++
    // Straight to its name: nobody reads the folder before the press has run to its end.
    writeFileSync(join(folder, path), text())
  }
  for (const name of ['articles', 'issues']) mkdirSync(join(folder, name), { recursive: true })
  for (const article of articles) {
    write(markdownPath(article.id), () => markdownOf(article))
    write(jsonPath(article.id), () => jsonOf(article, issues.get(article.issue)))
  }
  for (const [id, list] of byIssue) write(issueTextPath(id), () => issueText(list, issues.get(id)))
  return written
}
