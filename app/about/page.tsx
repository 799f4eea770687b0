// About the site: what it is, how it may be read, and the accessibility statement with its date.
import type { Metadata } from 'next'
import { renderBody } from '#lib/format/markdown'
import { aboutRoute } from '#lib/library/page-routes'
import { inputsOf } from '#lib/library/pages'
import { ownSettings } from '#lib/model/owner'
import { regionWord } from '#lib/model/regions'
import { aboutPath, homePath, href, offlinePath, site } from '#lib/model/site'
import { feedFormats } from '#lib/publish/feeds/formats'
import { pageMetadata } from '#lib/publish/metadata'
import { Feeds } from '../_components/feeds'
import { Frame } from '../_components/frame'
import { Statement } from '../_components/statement'

export const metadata: Metadata = pageMetadata({
  title: '关于与无障碍说明',
  description: `${site.name}是什么、怎样读最方便、怎样订阅、哪些无障碍要求已经做到、哪些还没有，以及怎样反映问题。`,
  path: aboutPath,
  card: homePath,
})

export default function Page() {
  return (
    <Frame>
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">关于{site.name}</h1>
        </header>
        <div className="prose">
          {ownSettings.about ? <About /> : <Purpose />}
          <Comfort />
          <Statement />
          <Privacy />
          {feedFormats.length > 0 ? <Feeds {...inputsOf(aboutRoute)} /> : null}
        </div>
      </div>
    </Frame>
  )
}

/** The owner's own words. */
function About() {
  // renderBody sanitises: no tag, attribute or address gets through that Markdown alone cannot make.
  return <section dangerouslySetInnerHTML={{ __html: renderBody(ownSettings.about, 'about-') }} />
}

function Purpose() {
  return (
    <section aria-labelledby="purpose">
      <h2 id="purpose">这是什么</h2>
      <p>
        {`${site.name}把各地工会报刊上的报道整理成可以在手机、电脑和纸上阅读的网页，按${regionWord}和主题排列。文字以报纸原文为准，一字不改；确需更正的地方，写在文末“更正说明”里。`}
      </p>
      <p>原文没有写的日期、版面和地名，我们不编。由内文推断的日期，注明“据内文推断”。</p>
    </section>
  )
}

function Comfort() {
  return (
    <section aria-labelledby="comfort">
      <h2 id="comfort">怎样读着舒服</h2>
      <ul>
        <li>
          <b>关怀版。</b>点页面上方的“关怀版”，字变大，按钮变大，段落分开；再点一下就回来。
          <a href="?mode=care">关怀版链接</a>
          可以复制了发给家里的老人，打开就是大字。
        </li>
        <li>
          <b>字号与底色。</b>“设置”里有标准、大、特大、关怀四种字号，自动、白、护眼、夜间、高对比五种底色。
        </li>
        <li>
          <b>朗读。</b>
          浏览器带有中文语音时，文章页上有“朗读”，读到哪句标出哪句；控制条一直在屏幕下方，可以暂停、换句、调语速，按
          Esc 停止。
        </li>
        <li>
          <b>接着读。</b>长文章没有读完，下次打开时点“接着读”，回到上次的段落。
        </li>
        <li>
          <b>没有网络。</b>打开过的页面和最新的文章存在这台设备上，断网时照常可以看；
          <a href={href(offlinePath)}>离线阅读</a>
          列出存下了哪些。
        </li>
        <li>
          <b>键盘。</b>j 或 → 下一篇，k 或 ← 上一篇，/ 搜索，? 显示快捷键表。不想要可以在“设置”里关掉。
        </li>
        <li>
          <b>打印。</b>每篇文章可以直接打印成一张 A4 剪报，整期也可以在一页上读完和打印。
        </li>
      </ul>
    </section>
  )
}

function Privacy() {
  return (
    <section aria-labelledby="privacy">
      <h2 id="privacy">隐私</h2>
      <p>
        本站不统计读者，不用第三方服务，不弹窗，不自动播放。设置、已读标记和阅读位置只存在你自己的设备上，可以随时清除；浏览器不让存，也不影响阅读。
      </p>
    </section>
  )
}
