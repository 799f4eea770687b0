// Search. The page is the same for every query; what is looked for lives in the address, and <search-page> finds it.
import type { Metadata } from 'next'
import type { Counts, SearchInputs } from '#lib/library/page-inputs'
import { searchRoute } from '#lib/library/page-routes'
import { inputsOf } from '#lib/library/pages'
import { regions, regionWord, subjects } from '#lib/model/regions'
import { absolute, homePath, href, issuePath, searchPath, site } from '#lib/model/site'
import { pageMetadata } from '#lib/publish/metadata'
import { Frame } from '../_components/frame'
import { ReadMarks } from '../_components/reading-tools'
import { SearchBox } from '../_components/search-box'
import { SharePanel } from '../_components/share-panel'

export const metadata: Metadata = pageMetadata({
  title: '搜索',
  description: `在全部文章的标题、引题、署名、阅读提示和正文里逐字查找，一个字也可以；可以按${regionWord}和主题缩小范围。`,
  path: searchPath,
  card: homePath,
})

export default function Page() {
  const inputs = inputsOf(searchRoute)
  return (
    <Frame className="searching">
      <div className="wrap search-wrap">
        <h1 className="page-title">搜索</h1>
        <search-page data-root={href(homePath)} data-load="use">
          <SearchBox>
            <div className="narrow">
              <Choice name="region" all={`全部${regionWord}`} options={regions} counts={inputs.regions} />
              <Choice name="topic" all="全部主题" options={subjects} counts={inputs.topics} />
            </div>
          </SearchBox>
          <p className="page-says" role="status" aria-live="polite" />
          <ol className="results mt-12" />
          <nav className="offers" aria-label="更多" />
          <div className="search-help mt-16 text-muted text-85">
            <p className="script-only">
              {`逐字查找，一个字也可以；${regionWord}、主题、栏目的名称也可以。标点和空格不计，简体、繁体都行：链主企业会找到“链主”企业。 几个词之间空一格，找同时有这些词的文章；加引号，按原样找：“工会+职校+企业”。数字按印出的样子找：7.9万不会找到 17.9万。`}
            </p>
            <noscript>
              <WithoutScript {...inputs} />
            </noscript>
          </div>
          <ReadMarks />
          <SharePanel what="这次搜索" text={`【${site.name}搜索】\n${absolute(searchPath)}`} query />
        </search-page>
      </div>
    </Frame>
  )
}

type ChoiceProps = {
  readonly name: string
  readonly all: string
  readonly options: readonly { readonly slug: string; readonly name: string }[]
  readonly counts: Counts
}

/** Offers what has articles. */
function Choice({ name, all, options, counts }: ChoiceProps) {
  return (
    <select name={name} aria-label={all}>
      <option value="">{all}</option>
      {options
        .filter(({ slug }) => counts[slug])
        .map(({ slug, name: text }) => (
          <option key={slug} value={slug}>
            {text}
          </option>
        ))}
    </select>
  )
}

function WithoutScript({ issues }: SearchInputs) {
  return (
    <>
      <p>
        {`这里的搜索要用 JavaScript，现在没有运行。可以打开一期的整页，用浏览器自带的“在页面中查找”（电脑上按 Ctrl+F）；也可以在首页按${regionWord}、按主题找。`}
      </p>
      <ul className="toc">
        <li>
          <a href={href(homePath)}>{`首页：按${regionWord}、按主题`}</a>
        </li>
        {issues.map(({ id, name }) => (
          <li key={id}>
            <a href={href(issuePath(id))}>{`整期：${name}`}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
