// The file of an issue, content/<issue>/issue.md: an editor's facts, and what the importer wrote and doubts.
import { type Issue, printNumber } from '../model/article'
import type { Problem } from '../model/problem'
import { issueRule, noteReason, readStatus } from './article-file'
import { dateRule } from './date-rule'
import { type Reader, type Rule, readerOf } from './field-reader'
import { printFrontMatter, readFrontMatter } from './front-matter'
import { type LeftOut, leftOutRule, printLeftOut, readLeftOut } from './left-out'
import {
  type PartedColumns,
  partedColumnsRule,
  printPartedColumns,
  readPartedColumns,
} from './parted-columns'
import { printSourceFile, readSourceFile, type SourceFile, sourceFileRule } from './source-files'

export type IssueFile = {
  readonly issue: Issue
  /** What the importer wrote: number (two digits) to the first 16 hex digits of the file's SHA-256. */
  readonly imported: ReadonlyMap<string, string>
  /** What of source.txt belongs to no article, in the order of the page. */
  readonly leftOut: readonly LeftOut[]
  /** Where each of several files stands in source.txt; none when it is one. */
  readonly files?: readonly SourceFile[]
  /** Which lines of the text as it was given stood side by side; none when source.txt is that text. */
  readonly columns?: readonly PartedColumns[]
  /** The importer's doubts, as Markdown. */
  readonly doubts: string
}

const keys = [
  ...['issue', 'status', 'reason', 'title', 'date', 'dateBasis', 'publication'],
  ...['order', 'lead', 'files', 'columns', 'leftOut', 'imported'],
] as const

/** The number of an article as its file is named, one that is there. */
const numberRule =
  (names: readonly string[] | undefined): Rule =>
  text => {
    if (!/^(?:\d\d|[1-9]\d{2,3})$/.test(text))
      return { rule: 'number-format', message: `写的是“${text.slice(0, 20)}”，应为两位数的编号，如“03”` }
    if (!names || names.includes(`${text}.md`)) return undefined
    return { rule: 'number-unknown', message: `写的是“${text}”，这一期没有 ${text}.md` }
  }

const importedRule: Rule = text =>
  /^\d{2,4} [0-9a-f]{16}$/.test(text)
    ? undefined
    : { rule: 'imported-format', message: `写的是“${text.slice(0, 40)}”，这一栏由导入程序填写，不应改动` }

/**
 * Reads the file of an issue: all problems at once, or the facts. `expected` is the name of its folder, `names` are the names of
 * the files in it.
 */
export function parseIssue(
  text: string,
  file: string,
  expected?: string,
  names?: readonly string[],
): IssueFile | Problem[] {
  const front = readFrontMatter(text, file)
  if (Array.isArray(front)) return front
  const reader = readerOf(front, file, keys)
  const issue = readFacts(reader, names)
  noteReason(issue, reader)
  reader.need('issue')
  if (expected && issue.id && issue.id !== expected) {
    reader.note(reader.place('issue'), 'issue-folder', `写的是“${issue.id}”，应为文件夹名“${expected}”`)
  }
  if (issue.dateBasis && !front.fields.has('date')) {
    reader.note(reader.place('dateBasis'), 'date-missing', '有 dateBasis，就应有 date')
  }
  const imported = new Map(
    reader.list('imported', importedRule).map((entry): [string, string] => {
      const [number = '', hash = ''] = entry.split(' ')
      return [number, hash]
    }),
  )
  const leftOut = reader.list('leftOut', leftOutRule, true).map(readLeftOut)
  const files = reader.list('files', sourceFileRule).map(readSourceFile)
  if (reader.problems.length > 0) return reader.problems
  const columns = reader.list('columns', partedColumnsRule).map(readPartedColumns)
  const listed = { ...(files.length > 0 && { files }), ...(columns.length > 0 && { columns }) }
  return { issue, imported, leftOut, ...listed, doubts: front.body }
}

/** What issue.md says of the issue as a whole. */
function readFacts(reader: Reader, names: readonly string[] | undefined): Issue {
  const [status, reason] = [readStatus(reader), reader.text('reason')]
  const order = reader.list('order', numberRule(names)).map(Number)
  const lead = reader.text('lead', numberRule(names))
  return {
    id: reader.text('issue', issueRule),
    ...(status && { status }),
    ...(reason && { reason }),
    title: reader.text('title'),
    date: reader.text('date', dateRule),
    dateBasis: reader.text('dateBasis'),
    publication: reader.text('publication'),
    ...(order.length > 0 && { order }),
    ...(lead && { lead: Number(lead) }),
  }
}

/** Prints the file of an issue: parseIssue(printIssue(file)) equals file. */
export function printIssue({
  issue,
  imported,
  leftOut,
  files = [],
  columns = [],
  doubts,
}: IssueFile): string {
  const { id, title, date, dateBasis, publication, status = '', reason = '', order = [], lead } = issue
  const entries = [...imported].map(([number, hash]) => `${number} ${hash}`)
  const values = {
    ...{ issue: id, status, reason, title, date, dateBasis, publication },
    order: order.map(printNumber),
    lead: lead === undefined ? '' : printNumber(lead),
    files: files.map(printSourceFile),
    columns: columns.map(printPartedColumns),
    leftOut: leftOut.map(printLeftOut),
    imported: entries,
  }
  return printFrontMatter(
    keys.map(key => [key, values[key]]),
    doubts,
  )
}
