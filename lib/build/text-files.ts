// Files for programs beside the pages: /articles/<id>.md and .json, /issues/<issue>.txt.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Library } from '../library/library'
import { articleJson, articleMarkdown, issueText } from '../publish/machine-files'
import { issueTextPath, jsonPath, markdownPath } from '../publish/paths'

/** Writes them into the folder of the site, those left out that are reused; returns how many were written. */
export function writeTextFiles(
  library: Library,
  folder: string,
  reused: ReadonlySet<string> = new Set(),
): number {
  for (const name of ['articles', 'issues']) mkdirSync(join(folder, name), { recursive: true })
  const wanted = textFiles(library).filter(({ path }) => !reused.has(path.slice(1)))
  // Straight to its name: nobody reads the folder before the site is whole.
  for (const { path, text } of wanted) writeFileSync(join(folder, path), text())
  return wanted.length
}

/** All of them by their path below the site, with a slash in front; a text is made when it is asked for. */
export function textFiles({ byId, issues, byIssue, read }: Library): readonly TextFile[] {
  return [
    ...[...byId.values()].flatMap((article): TextFile[] => [
      { path: markdownPath(article.id), text: () => articleMarkdown(read(article)) },
      { path: jsonPath(article.id), text: () => articleJson(read(article), issues.get(article.issue)) },
    ]),
    ...[...byIssue].map(
      ([id, list]): TextFile => ({
        path: issueTextPath(id),
        text: () => issueText(list.map(read), issues.get(id)),
      }),
    ),
  ]
}

type TextFile = { readonly path: string; readonly text: () => string }
