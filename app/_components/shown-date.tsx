// A date with exactly the precision that is known; an inferred one says so.
import { formatDate, inferredNote, type KnownDate } from '#lib/model/dates'

export function DateLine({ date }: { date: KnownDate | undefined }) {
  if (!date) return null
  return (
    <span className="date">
      <time dateTime={date.value}>{formatDate(date.value)}</time>
      {date.inferred ? <span className="inferred">{inferredNote}</span> : null}
    </span>
  )
}
