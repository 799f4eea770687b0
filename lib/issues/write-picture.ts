// Pictures of an article that was written for the site: it has no source, so its file is changed, and what is printed with them is free.
import { join } from 'node:path'
import { noPlace, pictureFault, picturesAfter } from '../edits/set-picture'
import { printArticle } from '../format/article-file'
import type { Operation } from '../format/operation'
import type { Article } from '../model/article'
import type { IssueFolder } from './issue-folder'
import { readKnownFolder } from './known-folder'
import { isWritten, putFile, type WritingPlace, type WrittenIssue } from './write-item'

/** The article that these operations are about, where it is one that was written for the site and all are on pictures of it. */
export function writtenWithPictures(
  before: IssueFolder,
  operations: readonly Operation[],
): Article | undefined {
  const [first] = operations
  const isOne = operations.every(({ do: kind, item }) => kind === 'picture' && item === first?.item)
  const known = before.files.find(({ number }) => number === Number(first?.item))?.article
  return isOne && isWritten(known, before) ? known : undefined
}

/** Does operations on the pictures of such an article, all of them or none; their files lie in the folder or in the store. */
export function writePictures(place: WritingPlace, operations: readonly Operation[]): WrittenIssue {
  const { out, issue } = place
  const before = readKnownFolder(out, issue)
  const article = writtenWithPictures(before, operations)
  const known = before.files.find(({ number }) => number === article?.number)
  if (!article || !known) throw new Error(`${issue} has no such article`)
  const name = `${article.id.slice(issue.length + 1)}.md`
  const [wrong] = operations.flatMap(one => pictureFault(one, article.number) ?? [])
  if (wrong) return { problems: [{ file: join(out, issue, name), line: 1, ...wrong }], done: '', changes: [] }
  const pictures = operations.reduce(picturesAfter, article.pictures)
  const now = printArticle({ ...article, pictures })
  if (now === known.text) return { problems: [], done: says(operations), changes: [] }
  return putFile(place, { name, was: known.text, now }, says(operations))
}

function says(operations: readonly Operation[]): string {
  const [first] = operations
  const what = first?.place === noPlace ? '撤去图片' : '图片'
  return `${what}（${first?.item}，“${operations.map(({ file }) => file).join('”“')}”）`
}
