// Previous and next within a list, with what the list is.
import type { NeighbourLink, ListNeighbours as Props } from '#lib/library/neighbours'
import { articlePath, href, issuePath } from '#lib/model/site'
import { Breakable } from './breakable'

type Main = Props & {
  /** The issue, to which a link without an article leads. */
  readonly issue: string
  /** These are the neighbours that the keys j and k, and a browser's own means, go to; one list a page. */
  readonly main?: boolean
}

/** Shows nothing when there is neither a previous nor a next one. */
export function NeighbourLinks({ within, previous, next, issue, main }: Main) {
  if (!previous && !next) return null
  return (
    <nav className="neighbours" aria-label={`${within}：上一篇、下一篇`}>
      {next ? <Link className="next" rel={main ? 'next' : undefined} to={next} issue={issue} /> : null}
      {previous ? (
        <Link className="previous" rel={main ? 'prev' : undefined} to={previous} issue={issue} />
      ) : null}
    </nav>
  )
}

type LinkProps = { className: string; rel: string | undefined; to: NeighbourLink; issue: string }

/** To an article or, where the list ends, to the whole issue. */
function Link({ className, rel, to, issue }: LinkProps) {
  if (to.id === undefined)
    return (
      <a className={className} href={href(issuePath(issue))}>
        <small>{to.label}</small>
        在一页上读完整版
      </a>
    )
  return (
    <a className={className} rel={rel} href={href(articlePath(to.id))}>
      <small>{to.label}</small>
      <Breakable>{to.title ?? ''}</Breakable>
    </a>
  )
}
