// What stands before and after an article in the lists that it is in, as links.
import type { Library } from './library'
import { neighboursIn } from './related'
import type { Summary } from './summary'

/** A link to an article. */
export type LinkTo = { readonly id: string; readonly title: string }

/** What stands before or after an article: another one or, without an id, its whole issue. */
export type NeighbourLink = {
  /** “本期 · 上一篇” */
  readonly label: string
  readonly id?: string
  readonly title?: string
}

/** The neighbours of an article in a list. */
export type ListNeighbours = {
  /** What the list is: 本期, a province, a topic. */
  readonly within: string
  readonly previous: NeighbourLink | undefined
  readonly next: NeighbourLink | undefined
}

/** Before and after an article in its issue; at its ends the issue beside it, at the ends of all issues the whole issue. */
export function neighboursInIssue(library: Library, article: Summary): ListNeighbours {
  const within = '本期'
  const own = neighboursIn(library.byIssue.get(article.issue) ?? [], article)
  const at = library.newestIssues.indexOf(article.issue)
  const articlesOf = (place: number) => library.byIssue.get(library.newestIssues[place] ?? '') ?? []
  const newer = articlesOf(at - 1)
  const [older] = articlesOf(at + 1)
  return {
    within,
    previous: link('本期 · 上一篇', own.previous) ??
      link('后一期 · 最后一篇', newer[newer.length - 1]) ?? { label: '本期第一篇' },
    next: link('本期 · 下一篇', own.next) ?? link('前一期 · 第一篇', older) ?? { label: '本期最后一篇' },
  }
}

/** Before and after an article in a list, but for those that are linked already. */
export function neighboursInList(
  within: string,
  list: readonly Summary[] = [],
  article: Summary,
  linked: ReadonlySet<string>,
): ListNeighbours {
  const { previous, next } = neighboursIn(list, article)
  const fresh = (other: Summary | undefined) => (other && !linked.has(other.id) ? other : undefined)
  return {
    within,
    previous: link(`${within} · 上一篇`, fresh(previous)),
    next: link(`${within} · 下一篇`, fresh(next)),
  }
}

const link = (label: string, article: Summary | undefined): NeighbourLink | undefined =>
  article && { label, ...linkTo(article) }

/** The ids of the articles that are linked. */
export const linkedIds = ({ previous, next }: ListNeighbours) =>
  [previous?.id, next?.id].flatMap(id => id ?? [])

/** A link to an article by its title, or what stands for one. */
export const linkTo = ({ id, card }: Summary): LinkTo => ({ id, title: card.title })
