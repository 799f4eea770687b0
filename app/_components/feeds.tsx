// How other programs read the site: feeds to subscribe to, and files to work with.
import { Fragment } from 'react'
import type { AboutInputs } from '#lib/library/page-inputs'
import { regionWord } from '#lib/model/regions'
import { absolute, homePath, href } from '#lib/model/site'
import { feedLength } from '#lib/publish/feeds/entries'
import { feedFormats } from '#lib/publish/feeds/formats'
import { allArticlesPath, feedListPath, issueTextPath, jsonPath, markdownPath } from '#lib/publish/paths'

export function Feeds({ example }: AboutInputs) {
  return (
    <section aria-labelledby="feeds">
      <h2 id="feeds">订阅和数据</h2>
      <ul>
        <li>
          <b>订阅。</b>全站有 <Formats />
          {`，都带全文，各收最近${feedLength}篇。每个${regionWord}、每个主题、每一期的网址后面加上 ${files}，就是它自己的订阅；`}
          <a href={href(feedListPath)}>这个 OPML 文件</a>
          {`列出全部${regionWord}和主题，可以导入阅读器。`}
        </li>
        <li>
          <b>日期。</b>原文没有印出哪一天的，订阅里不写日期。Atom
          格式要求必须有时间，就写计算机时间的零点（1970年1月1日），表示不知道；已知的年月写在正文前。
        </li>
        <li>
          <b>数据。</b>
          <a href={href(allArticlesPath)}>全部文章的目录</a>
          {`是一个 JSON 文件，有每篇的标题、引题、作者、${regionWord}、主题、日期、字数、摘要和网址，没有正文。`}
          {example ? <Example {...example} /> : null}
          页面里另有 schema.org 的结构化数据，<a href={href('/sitemap.xml')}>网站地图</a>列出全部网页。
        </li>
      </ul>
    </section>
  )
}

const files = feedFormats.map(({ file }) => file).join('、')

const Formats = () =>
  feedFormats.map(({ file, name }, at) => (
    <Fragment key={file}>
      {at > 0 ? '、' : ''}
      <a href={href(`${homePath}${file}`)}>{name}</a>
    </Fragment>
  ))

/** The files beside an article, shown on the newest one. */
function Example({ id, issue }: NonNullable<AboutInputs['example']>) {
  return (
    <>
      每篇文章的网址去掉末尾的斜线，加上 .md 或 .json，是它的 Markdown（带元数据）和 JSON，如
      <a href={href(markdownPath(id))}>{absolute(markdownPath(id))}</a>、
      <a href={href(jsonPath(id))}>{absolute(jsonPath(id))}</a>；每一期加上 .txt，
      <a href={href(issueTextPath(issue))}>是整期的纯文本</a>。
    </>
  )
}
