// The frame of a page: skip link, masthead, main part, footer.
import type { ReactNode } from 'react'
import { ownSettings } from '#lib/model/owner'
import { nationwide } from '#lib/model/regions'
import { aboutPath, allPath, homePath, href, searchPath, site } from '#lib/model/site'
import { squarePath } from '#lib/publish/paths'
import { Logo, SiteOwner } from './owner'
import { SearchBox } from './search-box'
import { ReaderSettings } from './settings'

type Props = {
  /** 'front': the large masthead of the index, where the name of the site is the page's one h1. 'searching': has its own search box. */
  readonly className?: 'front' | 'searching'
  readonly tagline?: ReactNode
  /** What the page says to programs; chat apps show the first picture of it, so it stands before a logo. */
  readonly programs?: ReactNode
  readonly children: ReactNode
}

export function Frame({ className, tagline, programs, children }: Props) {
  const { logo } = ownSettings
  return (
    <div className={className}>
      <a className="skip" href="#main">
        跳到正文
      </a>
      {logo ? (programs ?? <Square />) : null}
      <Masthead className={className} tagline={tagline} />
      <main id="main" tabIndex={-1}>
        {logo ? null : programs}
        {children}
      </main>
      <Footer />
    </div>
  )
}

function Masthead({ className, tagline }: { className: Props['className']; tagline: ReactNode }) {
  const [front, searching] = [className === 'front', className === 'searching']
  return (
    <header className="masthead">
      <div className="wrap row">
        {front ? (
          <h1 className="brand">
            <Logo />
            {site.name}
          </h1>
        ) : (
          <a className="brand" href={href(homePath)}>
            <Logo />
            {site.name}
          </a>
        )}
        {tagline}
        {/* Before the box, which stands to its left: what arrives later moves nothing. */}
        <div className="tools">
          {front || searching ? null : (
            <a className="tool" rel="search" href={href(searchPath)}>
              搜索
            </a>
          )}
          <ReaderSettings />
        </div>
        {searching ? null : <SearchBox />}
      </div>
    </header>
  )
}

const Footer = () => (
  <footer className="footer">
    <div className="wrap">
      <div className="row">
        <a href={href(homePath)}>首页</a>
        <a href={href(allPath)}>全部文章</a>
        <a href={href(aboutPath)}>关于与无障碍说明</a>
      </div>
      <SiteOwner />
    </div>
  </footer>
)

/** The picture of a page that says nothing else to programs. */
const Square = () => (
  <div hidden>
    <img
      src={href(squarePath(nationwide))}
      width={300}
      height={300}
      alt=""
      fetchPriority="low"
      decoding="async"
    />
  </div>
)
