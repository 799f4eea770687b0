// What an operation on the issue as a whole has replaced, and how undoing it brings that back.
import { isOfIssue, replacedBy, restored } from '../edits/issue-facts'
import { printIssue } from '../format/issue-file'
import { issueFacts, type Operation } from '../format/operation'
import type { IssueFolder } from './issue-folder'

/**
 * The folder without a fact of the issue that an operation had set, as it was before; the next operation on the fact
 * replaces that one now.
 */
export function withoutFact(before: IssueFolder, gone: Operation, rest: readonly Operation[], at: number) {
  const { issueFile } = before
  const fact = issueFacts.find(one => one === gone.field)
  if (!issueFile || !fact || gone.do !== 'set' || !isOfIssue(gone)) return { folder: before, left: rest }
  const was = gone.was ?? ''
  const next = rest.findIndex((one, index) => index >= at && isOfIssue(one) && one.field === fact)
  const file = { ...issueFile, issue: restored(issueFile.issue, fact, was) }
  return {
    folder: { ...before, issueFile: file, text: printIssue(file) },
    left: rest.map((one, index) => (index === next ? { ...one, was } : one)),
  }
}

/** What an operation on the issue replaces: what issue.md says, or an operation that is made with it. */
export function wasOf(
  { field }: Operation,
  before: IssueFolder,
  made: readonly Operation[],
): { was?: string } {
  const fact = issueFacts.find(one => one === field)
  const issue = before.issueFile?.issue
  const earlier = made.findLast(one => one.do === 'set' && isOfIssue(one) && one.field === field)
  if (earlier) return { was: [earlier.value, earlier.why].filter(Boolean).join(' ') }
  return fact && issue ? { was: replacedBy(issue, fact) } : {}
}
