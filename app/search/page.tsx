// Search. The page is the same for every query; what is looked for lives in the address, and <search-page> finds it.
import type { Metadata } from 'next'
import { countByRegion, countBySubject } from '#lib/library/groups'
import { library } from '#lib/library/library'
import { homePath, href, issuePath, searchPath } from '#lib/model/site'
import { pageMetadata } from '#lib/publish/metadata'
import { issueName } from '#lib/text/reading'
import { Frame } from '../_components/frame'
import { SearchBox } from '../_components/search-box'
import './search.css'

export const metadata: Metadata = pageMetadata({
  title: '搜索',
  description:
    '在全部文章的标题、引题、署名、阅读提示和正文里逐字查找，一个字也可以；可以按地区和主题缩小范围。',
  path: searchPath,
  card: homePath,
})

export default function Page() {
  const { articles } = library()
  return (
    <Frame searching>
      <div className="wrap search-wrap">
        <h1 className="page-title">搜索</h1>
        <search-page data-root={href(homePath)} data-load="use">
          <SearchBox>
            <Choice name="region" all="全部地区" options={[...countByRegion(articles)]} />
            <Choice name="topic" all="全部主题" options={[...countBySubject(articles)]} />
          </SearchBox>
          <p className="page-says" role="status" aria-live="polite" />
          <ol className="results" />
          <nav className="more" aria-label="更多" />
          <div className="search-help">
            <p className="script-only">
              逐字查找，一个字也可以。几个词之间空一格，找同时有这些词的文章；“工会
              主席”加引号，按原样找。数字按印出的样子找：7.9万不会找到 17.9万。
            </p>
            <noscript>
              <WithoutScript />
            </noscript>
          </div>
        </search-page>
      </div>
    </Frame>
  )
}

type Option = readonly [key: { readonly slug: string; readonly name: string }, count: number]

function Choice({ name, all, options }: { name: string; all: string; options: readonly Option[] }) {
  return (
    <select name={name} aria-label={all}>
      <option value="">{all}</option>
      {options
        .filter(([, count]) => count > 0)
        .map(([{ slug, name: text }]) => (
          <option key={slug} value={slug}>
            {text}
          </option>
        ))}
    </select>
  )
}

/** Issues offered to readers whose browser runs no script. */
const offered = 12

function WithoutScript() {
  const issues = [...new Set(library().articles.map(({ issue }) => issue))].slice(0, offered)
  const titleOf = (id: string) => {
    const issue = library().issues.get(id)
    return issue ? issueName(issue) : id
  }
  return (
    <>
      <p>
        这里的搜索要用 JavaScript，现在没有运行。可以打开一期的整页，用浏览器自带的“在页面中查找”（电脑上按
        Ctrl+F）；也可以在首页按地区、按主题找。
      </p>
      <ul className="contents">
        <li>
          <a href={href(homePath)}>首页：按地区、按主题</a>
        </li>
        {issues.map(issue => (
          <li key={issue}>
            <a href={href(issuePath(issue))}>{`整期：${titleOf(issue)}`}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
