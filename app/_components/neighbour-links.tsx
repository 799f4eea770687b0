// Previous and next within a list, with what the list is.

import type { NeighbourLinks as Props } from '#lib/library/page-inputs'
import { articlePath, href } from '#lib/model/site'
import { Breakable } from './breakable'

/**
 * Shows nothing when there is neither a previous nor a next one. `main`: these are the neighbours that the keys j and k, and a
 * browser's own means, go to; one list a page.
 */
export function NeighbourLinks({ within, previous, next, main }: Props & { readonly main?: boolean }) {
  if (!previous && !next) return null
  return (
    <nav className="turn" aria-label={`${within}：上一篇、下一篇`}>
      {previous ? (
        <a className="previous" rel={main ? 'prev' : undefined} href={href(articlePath(previous.id))}>
          <small>{`${within} · 上一篇`}</small>
          <Breakable>{previous.title}</Breakable>
        </a>
      ) : null}
      {next ? (
        <a className="next" rel={main ? 'next' : undefined} href={href(articlePath(next.id))}>
          <small>{`${within} · 下一篇`}</small>
          <Breakable>{next.title}</Breakable>
        </a>
      ) : null}
    </nav>
  )
}
