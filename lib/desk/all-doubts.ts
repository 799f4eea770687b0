// The doubts of every issue of the content folder, read as far as one answer may take.

import type { Desk } from './desk'
import { issueStamp, listIssues } from './issue-list'
import { viewIssue } from './issue-view'
import { queueOf } from './queue'
import type { DoubtQueue } from './wire'

/** How long one answer reads, in milliseconds; what is left then is read by the next. */
const most = 1_500

/**
 * The queues of all issues that have doubts, of those that were read; `left`: how many are still to be read, by asking again. An issue is read again only when
 * its folder has changed. What cannot be edited has no doubts that can be settled here.
 */
export function allDoubts(desk: Desk): DoubtQueue {
  const end = performance.now() + most
  const ids = listIssues(desk).rows.flatMap(({ id, doubts }) => (doubts > 0 ? [id] : []))
  let left = 0
  const queues = ids.flatMap(id => {
    const stamp = issueStamp(desk, id)
    const known = desk.queues.get(id)
    if (known?.stamp === stamp) return [known.queue]
    if (performance.now() > end) {
      left += 1
      return []
    }
    const view = viewIssue(desk, id)
    if (!view || view.problems.length > 0) return []
    const queue = queueOf(view)
    desk.queues.set(id, { stamp, queue })
    return [queue]
  })
  return { queues, left }
}
