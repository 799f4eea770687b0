// Previous and next within a list, with what the list is.

import type { Neighbours } from '#lib/listing'
import { displayTitle } from '#lib/reading'
import { articlePath, href } from '#lib/site'

/** Shows nothing when there is neither a previous nor a next one. */
export function Turn({ within, neighbours: { previous, next } }: { within: string; neighbours: Neighbours }) {
  if (!previous && !next) return null
  return (
    <nav className="turn" aria-label={`${within}：上一篇、下一篇`}>
      {previous ? (
        <a className="previous" href={href(articlePath(previous.id))}>
          <small>{`${within} · 上一篇`}</small>
          {displayTitle(previous)}
        </a>
      ) : null}
      {next ? (
        <a className="next" href={href(articlePath(next.id))}>
          <small>{`${within} · 下一篇`}</small>
          {displayTitle(next)}
        </a>
      ) : null}
    </nav>
  )
}
