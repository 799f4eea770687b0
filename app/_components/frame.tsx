// The frame of a page: skip link, masthead, main part, footer.
import type { ReactNode } from 'react'
import { aboutPath, allPath, homePath, href, searchPath, site } from '#lib/model/site'
import { SearchBox } from './search-box'
import { Settings } from './settings'

/** `front`: the large masthead of the index, where the name of the site is the page's one h1. `searching`: has its own search box. */
export function Frame({
  front,
  searching,
  tagline,
  children,
}: {
  front?: boolean
  searching?: boolean
  tagline?: string
  children: ReactNode
}) {
  return (
    <div className={front ? 'front' : searching ? 'searching' : undefined}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      <header className="masthead">
        <div className="wrap row">
          {front ? (
            <h1 className="brand">{site.name}</h1>
          ) : (
            <a className="brand" href={href(homePath)}>
              {site.name}
            </a>
          )}
          {tagline ? <p className="tagline">{tagline}</p> : null}
          {/* Before the box, which stands to its left: what arrives later moves nothing. */}
          <div className="tools">
            {searching ? null : (
              <a className="tool" rel="search" href={href(searchPath)}>
                搜索
              </a>
            )}
            <Settings />
          </div>
          {searching ? null : <SearchBox />}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="wrap">
          <div className="row">
            <a href={href(homePath)}>首页</a>
            <a href={href(allPath)}>全部文章</a>
            <a href={href(aboutPath)}>关于与无障碍说明</a>
          </div>
        </div>
      </footer>
    </div>
  )
}
