// What a reader sees without a network: the offline worker writes the list of saved pages into #saved-pages.
import type { Metadata } from 'next'
import { homePath, href } from '#lib/site'
import { Frame } from '../_components/frame'

export const metadata: Metadata = { title: '离线阅读', robots: { index: false } }

export default function Page() {
  return (
    <Frame>
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">离线阅读</h1>
          <p className="page-says">
            现在打不开要看的那一页：没有网络，或网站暂时没有应答。存在这台设备上的页面可以照常看。
          </p>
        </header>
        <div id="saved-pages">
          <p>这台设备上还没有存下的页面。</p>
        </div>
        <a className="issue-link" href={href(homePath)}>
          回到首页 →
        </a>
      </div>
    </Frame>
  )
}
