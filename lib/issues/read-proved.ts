// What an import reads is proved before anything else is done with it; what is not its source becomes plain text.
import { auditIssue } from '../audit/audit'
import { parseArticle, printArticle } from '../format/article-file'
import type { ImportedPage } from '../import/pipeline/import-page'
import type { Article } from '../model/article'
import type { Problem } from '../model/problem'
import type { Source } from './source'

/** The page as it is read and proved; or, at lines of the source, what can be read in no way. */
export function readProved(
  source: Source,
  issue: string,
  file: string,
): { readonly read: ImportedPage; readonly faults: readonly Problem[] } {
  const first = source.read(issue)
  const wrong = contradicted(first, source.text)
  if (wrong.length === 0) return { read: first, faults: [] }
  const read = source.read(issue, new Set(wrong.map(({ number }) => number)))
  return { read, faults: contradicted(read, source.text).map(article => problemOf(article, file)) }
}

/** The articles that the gate of content/ or the audit would refuse. */
function contradicted({ articles, leftOut }: ImportedPage, text: string): readonly Article[] {
  const file = 'source.txt'
  const locate = ({ id }: Article) => ({ file: id, line: 1 })
  const unread = articles.filter(article => Array.isArray(parseArticle(printArticle(article), article.id)))
  if (unread.length === 0 && auditIssue({ file, text }, articles, locate, leftOut).problems.length === 0)
    return []
  const dump = { file, text }
  return articles.filter(
    article =>
      unread.includes(article) ||
      auditIssue(dump, [article], locate, leftOut).problems.some(({ rule }) => rule !== 'line-lost'),
  )
}

function problemOf({ lines, title }: Article, file: string): Problem {
  const [from, to] = [Math.min(...lines.map(one => one.from)), Math.max(...lines.map(one => one.to))]
  const message =
    `第 ${from}–${to} 行${title ? `（${title.slice(0, 20)}）` : ''}读出的文字与原文对不上，没有导入：` +
    '请把这几行单独存成一个文件导入，或在这几行里把标题、署名、正文用空行隔开'
  return { file, line: from, rule: 'import-contradiction', message }
}
