// Writes made-up bulletins as a content folder, so that a build can be tried on any number of articles.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { printArticle } from '#lib/format/article-file'
import { printIssue } from '#lib/format/issue-file'
import { type Bulletin, bulletins } from './bulletins'

/** Writes `count` articles into a folder, the same bytes every time; build with CONTENT_DIR set to it. */
export function writeContentFolder(folder: string, count: number): void {
  for (const bulletin of bulletins(count)) writeBulletin(folder, bulletin)
}

/** Writes one issue into a content folder: issue.md, source.txt and its articles. */
export function writeBulletin(folder: string, { issue, articles, source }: Bulletin): void {
  const home = join(folder, issue.id)
  mkdirSync(home, { recursive: true })
  writeFileSync(join(home, 'source.txt'), source)
  writeFileSync(join(home, 'issue.md'), printIssue({ issue, imported: new Map(), leftOut: [], doubts: '' }))
  for (const article of articles)
    writeFileSync(join(home, `${String(article.number).padStart(2, '0')}.md`), printArticle(article))
}
