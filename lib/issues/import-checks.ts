// What an import has to pass before it is written: what is in the folder already, the gate of content, and the audit.
import { join } from 'node:path'
import { auditIssue } from '../audit/audit'
import { parseArticle } from '../format/article-file'
import { placeInFile } from '../format/content-folder'
import type { Edition } from '../import/edition/edition'
import { isSamePage, shortHash } from '../import/edition/reimport'
import { type Article, printNumber } from '../model/article'
import type { Problem } from '../model/problem'
import type { IssueFolder } from './issue-folder'

/** The issues of a content folder by the text of their source, so that a page is known under any name. */
export type Known = Map<string, string>

/** The file of a page, as the editor knows it, and the issue that it is to be. */
export type PageOfIssue = { readonly file: string; readonly issue: string }

/** What stands in the way in the folder: the same page under another name, another page under this one, a fault. */
export function clashesOf(
  text: string,
  { file, issue }: PageOfIssue,
  before: IssueFolder,
  { out, replace }: { readonly out: string; readonly replace: boolean },
  known: Known,
): readonly Problem[] {
  const other = known.get(shortHash(text.trim()))
  if (other && other !== issue) {
    const message = `这一版已导入为 ${join(out, other)}，要重新导入请用 --issue ${other}`
    return [{ file, line: 1, rule: 'page-imported', message }]
  }
  if (before.bytes && before.source !== text && !isSamePage(before.source, text) && !replace) {
    const message = `${join(out, issue)} 已有另一版的内容，应换一个 --issue，或用 --replace 覆盖`
    return [{ file, line: 1, rule: 'issue-taken', message }]
  }
  // With --replace what is wrong inside our own files does not matter: they will be overwritten.
  return before.problems.filter(({ rule }) => !replace || /^(name|file|folder|issue)-/.test(rule))
}

/**
 * What is about to be written must be accepted by the gate and by the audit, like anything else in content/. A file that
 * stays as it was read has passed the gate already. Problems name lines that an editor can open: of a file edited by hand,
 * and of source.txt where it holds this text.
 */
export function verifyEdition(
  edition: Edition,
  text: string,
  { file, issue }: PageOfIssue,
  out: string,
  before: IssueFolder,
): readonly Problem[] {
  const dir = join(out, issue)
  const passed = new Set(
    before.files.flatMap(({ number, text, article }) =>
      article ? [`${printNumber(number)}.md\n${text}`] : [],
    ),
  )
  const fileOf = ({ id }: Article) => `${id.slice(issue.length + 1)}.md`
  const parsed = [...edition.files].flatMap(([name, content]) => {
    if (name === 'issue.md' || passed.has(`${name}\n${content}`)) return []
    const article = parseArticle(content, join(dir, name), `${issue}-${name.slice(0, -'.md'.length)}`)
    return Array.isArray(article) ? article : []
  })
  if (parsed.length > 0) return parsed
  const locate = (article: Article, block?: number) =>
    block !== undefined && edition.kept.includes(fileOf(article))
      ? placeInFile(out, article, block)
      : { file: join(dir, fileOf(article)), line: 1 }
  const dump = before.bytes && before.source === text ? join(dir, 'source.txt') : file
  return auditIssue({ file: dump, text }, edition.articles, locate, edition.leftOut).problems
}
