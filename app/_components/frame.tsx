// The frame of a page: skip link, masthead, main part, footer.
import type { ReactNode } from 'react'
import { homePath, href, site } from '#lib/site'

/** `front`: the large masthead of the index, where the name of the site is the page's one h1. */
export function Frame({
  front,
  tagline,
  children,
}: {
  front?: boolean
  tagline?: string
  children: ReactNode
}) {
  return (
    <div className={front ? 'front' : undefined}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="masthead wrap">
        <div className="row">
          {front ? (
            <h1 className="brand">{site.name}</h1>
          ) : (
            <a className="brand" href={href(homePath)}>
              {site.name}
            </a>
          )}
          {tagline ? <p className="tagline">{tagline}</p> : null}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="wrap">
          <a href={href(homePath)}>首页</a>
        </div>
      </footer>
    </div>
  )
}
