// 404: what is missing, and where everything else is. Not not-found.tsx: Next would render that into the data of every page, a third
// of all rendering (lib/decisions/0036-where-next-spends-its-time.md); a global one stands alone and brings its own layout.
import type { Metadata } from 'next'
import { notFoundRoute } from '#lib/library/page-routes'
import { inputsOf } from '#lib/library/pages'
import { homePath, href, site } from '#lib/model/site'
import { Finder } from './_components/finder'
import { Frame } from './_components/frame'
import Layout, { metadata as everywhere } from './layout'

export { viewport } from './layout'

export const metadata: Metadata = { ...everywhere, title: `没有这一页 - ${site.name}` }

export default function NotFound() {
  return (
    <Layout>
      <Frame>
        <div className="wrap columns">
          <Finder {...inputsOf(notFoundRoute)} />
          <div>
            <header className="list-head">
              <h1 className="page-title">没有这一页</h1>
              <p className="page-says">地址可能有误，或文章已经撤下。</p>
            </header>
            <a className="issue-link" href={href(homePath)}>
              回到首页，看全部文章 →
            </a>
          </div>
        </div>
      </Frame>
    </Layout>
  )
}
