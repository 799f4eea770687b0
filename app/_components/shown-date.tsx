// A date with exactly the precision that is known; an inferred one says so.
import type { ShownDate } from '#lib/model/article'
import { formatDate, inferredNote } from '#lib/model/dates'

export function DateLine({ date }: { date: ShownDate | undefined }) {
  if (!date) return null
  return (
    <span>
      <time dateTime={date.value}>{formatDate(date.value)}</time>
      {date.inferred ? inferredNote : ''}
    </span>
  )
}
