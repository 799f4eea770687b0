// An operation as an editor gave it, made complete: what it says of the issue as it is now.
import { openingOf } from '../edits/absorb'
import { isOfIssue } from '../edits/issue-facts'
import { draftOf } from '../edits/replay'
import { sourcePage } from '../edits/source-page'
import type { Operation } from '../format/operation'
import { printNumber } from '../model/article'
import type { Problem } from '../model/problem'
import type { IssueFolder } from './issue-folder'
import { renamesFor } from './issue-pictures'
import { withChecksum } from './picture-store'
import { wasOf } from './replaced-facts'

/** The items of a page as they are in its folder. */
function draftIn({ files, source, issueFile }: IssueFolder) {
  const leftOut = issueFile?.leftOut ?? []
  const articles = files.flatMap(({ article }) => (article && article.origin !== 'web' ? [article] : []))
  return draftOf(articles, leftOut, sourcePage(source, leftOut))
}

/**
 * An operation with what the editor need not write: the number of a new item, the opening words of an item. `made`: those that are done with
 * it, before it. A problem when there is no such item.
 */
export function completeOperation(
  operation: Operation,
  before: IssueFolder,
  made: readonly Operation[],
): Operation | Problem {
  const used = [
    ...before.files.map(({ number }) => number),
    ...[...before.imported.keys()].map(Number),
    ...made.map(({ as }) => Number(as ?? 0)),
  ]
  const opening = (name: string) => {
    const [item] = draftIn(before)?.items.filter(({ article }) => article.number === Number(name)) ?? []
    return item && openingOf(item)
  }
  if (operation.do === 'split')
    return { ...operation, as: operation.as ?? printNumber(Math.max(...used) + 1) }
  if (!['set', 'merge', 'picture', 'delete'].includes(operation.do)) return operation
  if (operation.do === 'set' && isOfIssue(operation))
    return { ...operation, ...wasOf(operation, before, made) }
  const name = (operation.do === 'merge' ? operation.with : operation.item) ?? ''
  const at = opening(name.padStart(2, '0')) ?? operation.at
  if (at && operation.do === 'merge')
    return { ...operation, at, with: name.padStart(2, '0'), ...renamesIn(operation, name, before, made) }
  if (at) return withChecksum({ ...operation, at }, before)
  return missing(name, before)
}

/** The names that the pictures of a merged item get, where it has any; `name`: the item that is taken in. */
function renamesIn(
  { item }: Operation,
  name: string,
  { files, pictures }: IssueFolder,
  made: readonly Operation[],
): { readonly pictures?: string } {
  const joined = files.find(({ number }) => number === Number(name))?.article
  const ofMade = (number: string) =>
    made.flatMap(one =>
      one.do === 'picture' && Number(one.item) === Number(number) && one.file ? [one.file] : [],
    )
  const own = [...new Set([...(joined?.pictures.map(({ file }) => file) ?? []), ...ofMade(name)])]
  const used = [...pictures.keys(), ...ofMade(item)]
  return own.length > 0 ? { pictures: renamesFor(item, own, used) } : {}
}

/** An item that no operation can be done to: it is not there, or it is not of the page. */
function missing(name: string, { files }: IssueFolder): Problem {
  const written = files.some(({ number, article }) => number === Number(name) && article?.origin === 'web')
  const says = written
    ? `“${name}”是为网站另写的（origin: "web"），源文件里没有它：直接改这个 .md，再运行 npm run check`
    : `这一期没有编号为“${name}”的一篇`
  return { file: '', line: 1, rule: 'item-missing', message: says }
}
