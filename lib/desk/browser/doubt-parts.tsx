// What a doubt shows of itself, at its issue and in the queue of all issues.
import type { Operation } from '../../format/operation'
import type { DoubtView, QueuedDoubt } from '../wire'
import { headAndTail } from './say-doubt'

/** The lines that it is about. */
export const Excerpt = ({ lines }: { readonly lines: QueuedDoubt['excerpt'] }) => (
  <ol className="excerpt">
    {lines.map(({ number, text }) => (
      <li key={number}>
        <i>{number}</i>
        {headAndTail(text)}
      </li>
    ))}
  </ol>
)

type ReadingsProps = {
  readonly of: DoubtView
  readonly busy: boolean
  readonly decide: (operations: readonly Operation[]) => void
}

/** The other ways to read it: a button each, and the key that does the same. */
export const Readings = ({ of, busy, decide }: ReadingsProps) =>
  of.readings.map(({ says, operations }, at) => (
    <button type="button" className="way" key={says} disabled={busy} onClick={() => decide(operations)}>
      <kbd>{at + 2}</kbd> {says}
    </button>
  ))

/** A doubt that waits: what it says, and where. */
export const DoubtButton = ({ doubt, where, isNow, look }: DoubtButtonProps) => (
  <button type="button" className="row" aria-current={isNow || undefined} onClick={look}>
    <span>{doubt.message}</span>
    <small>{where}</small>
  </button>
)

type DoubtButtonProps = {
  readonly doubt: DoubtView
  readonly where: string
  readonly isNow?: boolean
  readonly look: () => void
}
