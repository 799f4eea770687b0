// Files that were edited by hand, as operations: what an editor changed is replayed like any other decision.
import { operationsBetween } from '../edits/absorb'
import { decideBy } from '../edits/decide'
import { issueOperations } from '../edits/issue-facts'
import { draftOf } from '../edits/replay'
import { sourcePage } from '../edits/source-page'
import { printArticle } from '../format/article-file'
import type { Operation } from '../format/operation'
import { planImport, shortHash } from '../import/edition/reimport'
import { type ImportedPage, importPage } from '../import/pipeline/import-page'
import { printNumber } from '../model/article'
import type { IssueFolder } from './issue-folder'
import type { PageReader } from './page-reader'

/** The folder as it was read, with what was changed by hand in issue.md among its operations: facts that an operation had set. */
export function absorbIssue(before: IssueFolder): IssueFolder {
  const { edits, issueFile, files } = before
  if (!issueFile) return before
  const numbers = files.map(({ number }) => number)
  const found = issueOperations(issueFile.issue, edits.operations, numbers)
  if (found.length === 0) return before
  return { ...before, edits: { ...edits, operations: [...edits.operations, ...found] } }
}

/**
 * The folder with the hand-made changes of its articles among its operations. A file whose changes cannot be said as
 * operations, or that another version of the importer wrote, stays a file edited by hand. `readBefore` reads the page that
 * is in the folder.
 */
export function absorbEdits(before: IssueFolder, readBefore: () => ImportedPage): IssueFolder {
  const edited = before.files.filter(
    ({ number, text, article }) => article && before.imported.get(printNumber(number)) !== shortHash(text),
  )
  if (edited.length === 0 || !before.source) return before
  const read = readBefore()
  const decide = decideBy(before.edits.operations, before.source)
  const { decided } = planImport({ ...read, source: before.source }, before, true, decide)
  const page = sourcePage(before.source, decided.leftOut)
  const draft = draftOf(decided.articles, decided.leftOut, page)
  if (!draft) return before
  const found = edited.flatMap(({ number, text, article }): [string, string, readonly Operation[]][] => {
    const was = decided.articles.find(one => one.number === number)
    const name = printNumber(number)
    if (!was || !article || shortHash(printArticle(was)) !== before.imported.get(name)) return []
    const list = operationsBetween(draft, article, page)
    return list ? [[name, shortHash(text), list]] : []
  })
  const operations = [...before.edits.operations, ...found.flatMap(([, , list]) => list)]
  const imported = new Map([...before.imported, ...found.map(([name, hash]) => [name, hash] as const)])
  return { ...before, imported, edits: { ...before.edits, operations } }
}

/** The page of a folder as an import reads it; the text of its source where its files cannot be opened any more. */
export function readAgain({ parts, source }: IssueFolder, issue: string, reader: PageReader): ImportedPage {
  const opened = reader(parts, issue, parts[0]?.file ?? '')
  return 'page' in opened ? opened.read : importPage(source, issue)
}
