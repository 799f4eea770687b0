// One operation on the issue of a folder: applied, proved, and written only then.
import { join } from 'node:path'
import { openingOf } from '../edits/absorb'
import { draftOf, type Outcome, showOperation } from '../edits/replay'
import { sourcePage } from '../edits/source-page'
import { issueRule } from '../format/article-file'
import { editsName } from '../format/edits-file'
import type { Operation } from '../format/operation'
import { allowable } from '../import/edition/refusals'
import { nameOf } from '../import/edition/reimport'
import type { Problem } from '../model/problem'
import { absorbEdits } from './absorb-edits'
import { prepareImport } from './import-file'
import { changedFiles, type IssueFolder, readIssueFolder, writeIssueFolder } from './issue-folder'

export type EditedIssue = {
  readonly problems: readonly Problem[]
  /** Chinese: what was done. */
  readonly done: string
  /** Names of the files that are other now. */
  readonly changes?: readonly string[]
  /** How many doubts are left. */
  readonly doubts?: number
}

/** The operations of an issue; none when there is no such issue. */
export function readEditable(out: string, issue: string): { readonly operations: readonly Operation[] } {
  return issueRule(issue) ? { operations: [] } : readIssueFolder(out, issue).edits
}

const refused = (file: string, rule: string, message: string): EditedIssue => ({
  problems: [{ file, line: 1, rule, message }],
  done: '',
})

const isRefusal = (value: Operation | EditedIssue): value is EditedIssue => 'problems' in value

/** Does one operation more. Nothing is written unless it holds and the whole issue is proved with it. */
export function editIssue(out: string, issue: string, given: Operation): EditedIssue {
  return withIssue(out, issue, before => {
    const operation = filledIn(given, before)
    if (isRefusal(operation)) return operation
    return rewrite(out, issue, before, [...before.edits.operations, operation], showOperation(operation))
  })
}

/** Takes back an operation by its place in the list, from 1; the last one when no place is given. */
export function undoEdit(out: string, issue: string, place: number | undefined): EditedIssue {
  return withIssue(out, issue, before => {
    const { operations } = before.edits
    const at = (place ?? operations.length) - 1
    const operation = operations[at]
    const file = join(out, issue, editsName)
    if (!operation)
      return refused(file, 'edit-undo', `没有第 ${place ?? 1} 条改动，共 ${operations.length} 条`)
    const rest = operations.filter((_, index) => index !== at)
    return rewrite(out, issue, before, rest, `已撤去：${showOperation(operation)}`)
  })
}

/** Reads an issue that can be edited: it has a source, no fault, and the importer still reads it as it did. */
function withIssue(out: string, issue: string, change: (before: IssueFolder) => EditedIssue): EditedIssue {
  const wrong = issueRule(issue)
  const dir = join(out, issue)
  if (wrong) return refused(dir, wrong.rule, wrong.message)
  const found = readIssueFolder(out, issue)
  if (found.problems.length > 0) return { problems: found.problems, done: '' }
  if (!found.bytes) {
    const message = '没有 source.txt：没有源文件的文章直接改 .md，再运行 npm run check'
    return refused(dir, 'source-missing', message)
  }
  const before = absorbEdits(found, issue)
  const same = prepare(out, issue, before)
  if (!same.files) return { problems: same.problems, done: '' }
  const drift = changedFiles(out, issue, same.files).filter(name => name !== editsName)
  if (drift.length > 0) {
    const message = `导入程序已更新，重新导入会改动 ${drift.join('、')}；先运行 npm run import -- ${join(dir, 'source.txt')} --issue ${issue}，看过结果再改`
    return refused(dir, 'importer-newer', message)
  }
  return change(before)
}

function prepare(
  out: string,
  issue: string,
  before: IssueFolder,
  see?: (outcomes: readonly Outcome[]) => void,
) {
  const options = { out, replace: false, allow: allowable, ...(see && { see }) }
  return prepareImport(
    before.bytes ?? new Uint8Array(),
    { file: join(out, issue, 'source.txt'), issue },
    options,
    new Map(),
    before,
  )
}

/** Writes an issue with these operations; refuses when the newest of them does not hold. */
function rewrite(
  out: string,
  issue: string,
  before: IssueFolder,
  operations: readonly Operation[],
  done: string,
): EditedIssue {
  let outcomes: readonly Outcome[] = []
  const asked = { ...before, edits: { ...before.edits, operations } }
  const { files, problems, edition } = prepare(out, issue, asked, seen => {
    outcomes = seen
  })
  const open = outcomes.filter(({ state }) => state === 'open').at(-1)
  const isNew = open !== undefined && open.operation === operations.at(-1)
  if (isNew) return refused(join(out, issue, editsName), 'edit-open', open.message)
  if (!files) return { problems, done: '' }
  const kept = edition?.kept.filter(name => /^\d/.test(name)) ?? []
  const item = operations.at(-1)?.item ?? ''
  if (kept.includes(`${item}.md`)) {
    const message = `${item}.md 是手工改过的，改动不能记成操作；先恢复这个文件，或用 npm run import -- … --replace`
    return refused(join(out, issue, `${item}.md`), 'edited-by-hand', message)
  }
  const changes = changedFiles(out, issue, files)
  if (changes.length > 0) writeIssueFolder(out, issue, files)
  return { problems: [], done, changes, doubts: edition?.doubts.length ?? 0 }
}

/** An operation with what the editor need not write: the number of a new item, the opening words of an item. */
function filledIn(operation: Operation, before: IssueFolder): Operation | EditedIssue {
  const used = [...before.files.map(({ number }) => number), ...[...before.imported.keys()].map(Number)]
  const draft = draftOf(
    before.files.flatMap(({ article }) => article ?? []),
    before.issueFile?.leftOut ?? [],
    sourcePage(before.source, before.issueFile?.leftOut ?? []),
  )
  const opening = (name: string) => {
    const item = draft?.items.find(({ article }) => article.number === Number(name))
    return item && openingOf(item)
  }
  if (operation.do === 'split') return { ...operation, as: operation.as ?? nameOf(Math.max(...used) + 1) }
  if (operation.do !== 'set' && operation.do !== 'merge') return operation
  const name = (operation.do === 'merge' ? operation.with : operation.item) ?? ''
  const at = opening(name.padStart(2, '0'))
  if (at) return { ...operation, at, ...(operation.do === 'merge' && { with: name.padStart(2, '0') }) }
  return refused('', 'item-missing', `这一期没有编号为“${name}”的一篇`)
}
