// What is saved on the reader's device: the offline worker writes the list into #saved-pages, and shows this page for one that
// can't be had without a network.
import type { Metadata } from 'next'
import { homePath, href, offlinePath, site } from '#lib/model/site'
import { pageMetadata } from '#lib/publish/metadata'
import { Frame } from '../_components/frame'

export const metadata: Metadata = pageMetadata({
  title: '离线阅读',
  description: `没有网络时，${site.name}里已经存在这台设备上的页面照常可以看：打开过的页面，还有最新的几篇文章。这一页列出存下了哪些。`,
  path: offlinePath,
  card: homePath,
})

export default function Page() {
  return (
    <Frame>
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">离线阅读</h1>
          <p className="page-says">
            没有网络，或网站暂时没有应答的时候，存在这台设备上的页面照常可以看。要看的那一页若没有存下，打开的就是这一页。
          </p>
        </header>
        <div className="toc" id="saved-pages">
          <p className="pb-8">这台设备上还没有存下的页面。</p>
        </div>
        <a className="issue-link" href={href(homePath)}>
          回到首页 →
        </a>
      </div>
    </Frame>
  )
}
