// An issue as an editor works on it: read again with what was decided, and whether it can be edited at all.
import { join } from 'node:path'
import type { Outcome } from '../edits/replay'
import { issueRule } from '../format/article-file'
import { editsName } from '../format/edits-file'
import type { Operation } from '../format/operation'
import type { Edition } from '../import/edition/edition'
import { allowable } from '../import/edition/refusals'
import type { Problem } from '../model/problem'
import { absorbEdits, absorbIssue, readAgain } from './absorb-edits'
import { prepareImport } from './import-file'
import { filesToChange, type IssueFolder } from './issue-folder'
import { readKnownFolder } from './known-folder'
import { type PageReader, rememberingReader } from './page-reader'

/** Which issue it is, and how its page is read. */
export type IssuePlace = { readonly out: string; readonly issue: string; readonly reader: PageReader }

/** An issue that is open for edits, or why it is not. */
export type OpenedIssue = {
  /** What is in its folder; what was changed by hand is among its operations. */
  readonly before: IssueFolder
  readonly problems: readonly Problem[]
  /** What its importer and its editor make of it, with all doubts; undefined when it cannot be edited. */
  readonly edition?: Edition
}

/** The operations of an issue, what was changed by hand among them; none when there is no such issue. */
export function readEditable(
  out: string,
  issue: string,
  reader: PageReader = rememberingReader(),
): { readonly operations: readonly Operation[] } {
  if (issueRule(issue)) return { operations: [] }
  const found = readKnownFolder(out, issue)
  return found.problems.length > 0 ? found.edits : absorbed(found, { out, issue, reader }).edits
}

/**
 * Opens an issue: it has a source, no fault, and the importer still reads it as it did. `isCurrent`: the last of these is
 * known to be so.
 */
export function openIssue(place: IssuePlace, isCurrent = false): OpenedIssue {
  const { out, issue } = place
  const dir = join(out, issue)
  const found = readKnownFolder(out, issue)
  if (found.problems.length > 0) return { before: found, problems: found.problems }
  const stop = (rule: string, message: string) => [{ file: dir, line: 1, rule, message }]
  const unsourced = '没有 source.txt：没有源文件的文章直接改 .md，再运行 npm run check'
  if (!found.bytes) return { before: found, problems: stop('source-missing', unsourced) }
  const before = absorbed(found, place)
  if (isCurrent) return { before, problems: [] }
  const { files, edition, problems } = prepareEdits(place, before)
  if (!files || !edition) return { before, problems }
  const drift = filesToChange(out, issue, files).filter(name => !mayDiffer(found, before).includes(name))
  const says = `导入程序已更新，重新导入会改动 ${drift.join('、')}；先运行 npm run import -- ${found.parts.map(({ file }) => file).join(' ')} --issue ${issue}，看过结果再改`
  return drift.length > 0
    ? { before, problems: stop('importer-newer', says) }
    : { before, edition, problems: [] }
}

/** Work done by hand that became operations changes the list in issue.md. */
const mayDiffer = (found: IssueFolder, before: IssueFolder): readonly string[] =>
  found === before ? [editsName] : [editsName, 'issue.md']

const absorbed = (found: IssueFolder, { issue, reader }: IssuePlace) =>
  absorbEdits(absorbIssue(found), () => readAgain(found, issue, reader))

const sourceName = (parts: IssueFolder['parts']) => parts[0]?.file ?? ''

/** The files that an issue should hold with the operations of `before`; `see` hears what became of each. */
export function prepareEdits(
  { out, issue, reader }: IssuePlace,
  before: IssueFolder,
  see?: (outcomes: readonly Outcome[]) => void,
): ReturnType<typeof prepareImport> {
  const options = { out, replace: false, allow: allowable, reader, ...(see && { see }) }
  return prepareImport(before.parts, { file: sourceName(before.parts), issue }, options, new Map(), before)
}
