// What every pane of the bench works with: the issue, what the editor looks at, and how to ask for more.
import type { Operation } from '../../format/operation'
import { type PartOfItem, settleOperation } from '../operations'
import type { DoubtView, IssueView, ItemView, LineView } from '../wire'
import type { OpenIssue } from './use-issue'

/** What the editor looks at: an item, one of its parts, a doubt, and on a narrow screen one of the three panes. */
export type Looking = {
  readonly item: string
  readonly part: number
  readonly doubt: number
  readonly pane: Pane
}
export const panes = ['source', 'doubts', 'print'] as const
export type Pane = (typeof panes)[number]

/** What every pane gets. */
export type Bench = {
  readonly view: IssueView
  readonly looking: Looking
  readonly look: (to: Partial<Looking>) => void
  readonly open: OpenIssue
  /** Opens a question, or closes it with what it came to. */
  readonly question: (question: Question | undefined, ...operations: readonly Operation[]) => void
}

export type Question =
  | ({ readonly ask: 'correct'; readonly words: string } & PartOfItem)
  | ({ readonly ask: 'leave-out' | 'move' | 'break' } & PartOfItem)
  | { readonly ask: 'take-back'; readonly line: LineView; readonly into: string }
  | { readonly ask: 'picture'; readonly item: ItemView; readonly file: string }
  | { readonly ask: 'merge' | 'facts' | 'issue' | 'keys' | 'delete' }

/** Whether a doubt is worth a look before the page is printed. */
export const needsEyes = ({ routine }: DoubtView) => !routine

export const shownItem = ({ view, looking }: Pick<Bench, 'view' | 'looking'>): ItemView | undefined =>
  view.items.find(({ name }) => name === looking.item)

/** The part that is chosen, with its item. */
export function chosenPart(bench: Bench): PartOfItem | undefined {
  const item = shownItem(bench)
  const part = item?.parts[bench.looking.part]
  return item && part && !item.written ? { item, part } : undefined
}

/** What is looked at when it is a doubt: on both sides what it is about. */
export function lookingAt(view: IssueView, at: number, pane: Pane, now?: Looking): Looking {
  const doubt = view.doubts[at]
  const item = view.items.find(({ name }) => name === doubt?.item)
  const part = item?.parts.findIndex(({ segments }) =>
    segments.some(({ line }) => doubt?.lines.includes(line)),
  )
  const name = item?.name ?? now?.item ?? view.items[0]?.name ?? ''
  return { doubt: Math.max(0, at), part: part ?? -1, item: name, pane }
}

/** Looks at a doubt. */
export function lookAtDoubt({ view, look, looking }: Bench, at: number): void {
  if (view.doubts[at]) look(lookingAt(view, at, looking.pane, looking))
}

/** Looks at a doubt before or after, round about. */
export function lookAtNextDoubt(bench: Bench, by: 1 | -1): void {
  const { length } = bench.view.doubts
  lookAtDoubt(bench, (bench.looking.doubt + by + length) % length)
}

/** Accepts a doubt as it is read; where it is about a picture, asks what is to be said of that. */
export function acceptDoubt({ view, open, look, question }: Bench, doubt: DoubtView): void {
  const item = view.items.find(({ name }) => name === doubt.item)
  if (doubt.kind !== 'alt') open.edit(settleOperation(doubt.item, doubt.message))
  else if (item && doubt.picture) {
    look({ item: item.name, part: -1 })
    question({ ask: 'picture', item, file: doubt.picture })
  }
}

/** The words to correct: those that are selected on the page, else those that the doubt quotes. */
export function chosenWords({ view, looking }: Bench): string {
  const chosen = (getSelection()?.toString() ?? '').replace(/\s+/g, ' ').trim()
  const doubt = view.doubts[looking.doubt]
  const quoted = doubt?.item === looking.item ? /^原文“(.+?)”/u.exec(doubt.message)?.[1] : undefined
  return chosen || (quoted ?? '')
}
