// Changes of an issue's facts, and the issue with them.
import type { Issue } from './article'

/** New facts; one that is there and undefined is taken away. */
export type IssueChanges = { readonly [Key in keyof Omit<Issue, 'id'>]?: Issue[Key] | undefined }

/** An issue with changed facts. With `numbers`, those of its articles, its order and its lead name no other. */
export function changeIssue(issue: Issue, changes: IssueChanges, numbers?: readonly number[]): Issue {
  const { title, date, dateBasis, publication, status, reason, order, lead } = { ...issue, ...changes }
  const isThere = (number: number) => numbers?.includes(number) ?? true
  const there = order?.filter(isThere) ?? []
  return {
    id: issue.id,
    ...{ title: title ?? '', date: date ?? '', dateBasis: dateBasis ?? '', publication: publication ?? '' },
    ...(status && { status }),
    ...(reason && { reason }),
    ...(there.length > 0 && { order: there }),
    ...(lead !== undefined && isThere(lead) && { lead }),
  }
}
