// What is looked at, while acts change what there is to look at.
import { useState } from 'react'
import type { DoubtView, IssueView } from '../wire'
import { type Looking, lookingAt } from './bench'

/** Goes on to the next doubt when the one that is looked at is settled, and stays with it when others come and go. */
export function useFollowed(view: IssueView, looking: Looking, setLooking: (to: Looking) => void): Looking {
  const [known, setKnown] = useState(view)
  if (known === view) return looking
  setKnown(view)
  const was = known.doubts[looking.doubt]
  const at = view.doubts.findIndex(({ item, message }) => item === was?.item && message === was.message)
  const next =
    at >= 0
      ? { ...looking, doubt: at }
      : lookingAt(view, Math.min(looking.doubt, view.doubts.length - 1), looking.pane, looking)
  setLooking(next)
  return next
}

/** What is looked at, where an act has taken some of it away. */
export function within(looking: Looking, { items, doubts }: IssueView): Looking {
  const item = items.find(({ name }) => name === looking.item) ?? items[0]
  return {
    ...looking,
    item: item?.name ?? '',
    part: Math.min(looking.part, (item?.parts.length ?? 0) - 1),
    doubt: Math.max(0, Math.min(looking.doubt, doubts.length - 1)),
  }
}

/** Brings the lines of the doubt and the part that is chosen into sight, each in its own pane. */
export function scrollTo({ part, item }: Looking, doubt: DoubtView | undefined): void {
  const show = (id: string) => document.getElementById(id)?.scrollIntoView({ block: 'nearest' })
  if (doubt?.lines[0] !== undefined) show(`s${doubt.lines[0]}`)
  show(part >= 0 ? `p${item}-${part}` : `i${item}`)
}
