// 404: what is missing, and where everything else is.
import type { Metadata } from 'next'
import { library } from '#lib/library'
import { homePath, href } from '#lib/site'
import { Finder } from './_components/finder'
import { Frame } from './_components/frame'

export const metadata: Metadata = { title: '没有这一页' }

export default function NotFound() {
  return (
    <Frame>
      <div className="wrap columns">
        <Finder articles={library().articles} />
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
  )
}
