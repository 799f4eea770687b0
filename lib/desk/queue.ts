// The doubts of all issues in one queue: those that need eyes, the riskiest first.
import type { IssueQueue, IssueView, QueuedDoubt } from './wire'

/** Lines of a doubt that are shown. */
const mostLines = 3

export function queueOf(view: IssueView): IssueQueue {
  const { id, version, date, undo, items, lines, publication, title } = view
  const doubts = view.doubts.flatMap((doubt, at): QueuedDoubt[] => {
    if (doubt.routine) return []
    const item = items.find(({ name }) => name === doubt.item)
    const excerpt = lines.filter(({ number }) => doubt.lines.includes(number)).slice(0, mostLines)
    return [
      {
        ...doubt,
        ...{ issue: id, paper: publication || title || id, date, at },
        title: item?.title ?? '',
        excerpt: excerpt.map(({ number, text }) => ({ number, text })),
      },
    ]
  })
  return { issue: id, version, date, undo, doubts }
}

/** All of them in the order in which an editor goes through them: by risk, then the newest issue first. */
export function inOrder(queues: readonly IssueQueue[]): readonly QueuedDoubt[] {
  return queues
    .flatMap(({ doubts }) => doubts)
    .sort(
      (a, b) =>
        b.risk - a.risk ||
        (a.date < b.date ? 1 : a.date > b.date ? -1 : 0) ||
        (a.issue < b.issue ? -1 : a.issue > b.issue ? 1 : a.at - b.at),
    )
}
