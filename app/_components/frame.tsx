// The frame of a page: skip link, masthead, main part, footer.
import type { ReactNode } from 'react'
import { aboutPath, homePath, href, searchPath, site } from '#lib/model/site'
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
          <div className="tools">
            <a className="tool" rel="search" href={href(searchPath)}>
              搜索
            </a>
            <Settings />
          </div>
          {tagline ? <p className="tagline">{tagline}</p> : null}
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <div className="wrap">
          {searching ? null : <SearchBox />}
          <div className="row">
            <a href={href(homePath)}>首页</a>
            <a href={href(aboutPath)}>关于与无障碍说明</a>
          </div>
        </div>
      </footer>
    </div>
  )
}
