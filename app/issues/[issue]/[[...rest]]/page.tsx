// A whole issue, in the order in which it was printed: good to save or print. On one page, unless it is much longer than most.
import type { Metadata } from 'next'
import { issuePagePath } from '#lib/library/issue-pages'
import { pageParam } from '#lib/library/lists'
import type { IssueInputs } from '#lib/library/page-inputs'
import { firstOf, issueRoute, restOf } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { dateOfIssue } from '#lib/model/article'
import { showDate } from '#lib/model/dates'
import { nationwide, primaryRegion } from '#lib/model/regions'
import { absolute, articlePath, homePath, href, issuePath, site } from '#lib/model/site'
import { listMetadata, withdrawnIssueMetadata } from '#lib/publish/metadata'
import { squarePath } from '#lib/publish/paths'
import { listData } from '#lib/publish/structured-data'
import { issueHeadline, issueName, pageName } from '#lib/text/reading'
import { ArticleText } from '../../../_components/article-text'
import { Breakable } from '../../../_components/breakable'
import { ForPrograms } from '../../../_components/for-programs'
import { Frame } from '../../../_components/frame'
import { Headline } from '../../../_components/headline'
import { ReadMarks } from '../../../_components/reading-tools'
import { SharePanel } from '../../../_components/share-panel'
import { Withdrawn } from '../../../_components/withdrawn'

type Params = { readonly issue: string; readonly rest?: readonly string[] }
type Props = { readonly params: Promise<Params> }

export const dynamicParams = false
export const generateStaticParams = () =>
  paramsOf(issueRoute).map(param => ({ issue: firstOf(param), rest: restOf(param) }))

async function read({ params }: Props): Promise<IssueInputs> {
  const { issue, rest = [] } = await params
  return inputsOf(issueRoute, pageParam(issue, rest))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

function metadataOf({ issue, number, count, articles, name, says }: IssueInputs) {
  if (issue.status === 'withdrawn') return withdrawnIssueMetadata(issue)
  const own = issuePath(issue.id)
  const list = { name, says, count: number > 1 ? articles.length : count }
  return listMetadata({ ...list, path: issuePagePath(issue.id, number), feed: own, card: own })
}

function Programs(page: IssueInputs) {
  const { issue } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: issueName(issue), path: issuePath(issue.id) },
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(nationwide)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const page = await read(props)
  const { issue, number, articles } = page
  if (issue.status === 'withdrawn') return <WithdrawnIssue {...page} />
  return (
    <Frame programs={<Programs {...page} />}>
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">
            <Breakable>{issueHeadline(issue)}</Breakable>
          </h1>
          <IssueFacts {...page} />
          <p className="page-says address">{absolute(issuePagePath(issue.id, number))}</p>
        </header>
        <Contents {...page} />
        {articles.map(article => (
          <article className="issue-item" id={article.id} key={article.id}>
            <Headline article={article} level={2} />
            <p className="facts">
              <span>{[primaryRegion(article).name, ...article.cities].join(' ')}</span>
              {article.kind === 'article' && article.byline ? <span>{article.byline}</span> : null}
              {pageName(article) ? <span>{pageName(article)}</span> : null}
            </p>
            <ArticleText article={article} prefix={`${article.id}-`} />
            <a className="issue-link mt-8" href={href(articlePath(article.id))}>
              单独打开这一篇 →
            </a>
          </article>
        ))}
        <Pager {...page} />
        <ReadMarks />
        <SharePanel
          what="这一期"
          text={`【${page.name}】${page.count} 篇\n${absolute(issuePagePath(issue.id, number))}`}
        />
      </div>
    </Frame>
  )
}

const WithdrawnIssue = ({ issue }: IssueInputs) => (
  <Frame>
    <Withdrawn title={issueHeadline(issue)} what="这一期" reason={issue.reason ?? ''} />
  </Frame>
)

/** Of the whole issue, page by page of the newspaper; on its later pages of their own articles. */
function Contents({ contents, ...page }: IssueInputs) {
  const names = [...new Set(contents.map(({ paper }) => paper))]
  if (names.length < 2) return <ContentsList {...page} contents={contents} />
  return names.map((name, at) => (
    <section className={at > 0 ? 'pt-14' : undefined} key={name}>
      <h2 className="small-title">{name || '版次不详'}</h2>
      <ContentsList {...page} contents={contents.filter(({ paper }) => paper === name)} />
    </section>
  ))
}

function ContentsList({ issue, contents, number }: Pick<IssueInputs, 'issue' | 'contents' | 'number'>) {
  return (
    <ol className="toc">
      {contents.map(({ id, title, region, page }) => (
        <li key={id} data-article={id}>
          <a href={`${page === number ? '' : href(issuePagePath(issue.id, page))}#${id}`}>
            <span className="tag">{region}</span>
            <span>
              <Breakable>{title}</Breakable>
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

function Pager({ issue, pages, number }: IssueInputs) {
  if (pages === 1) return null
  return (
    <nav className="neighbours mt-26" aria-label="翻页">
      {number > 1 ? (
        <a href={href(issuePagePath(issue.id, number - 1))} rel="prev">
          ← 上一页
        </a>
      ) : null}
      {number < pages ? (
        <a className="next" href={href(issuePagePath(issue.id, number + 1))} rel="next">
          下一页 →
        </a>
      ) : null}
    </nav>
  )
}

function IssueFacts({ issue, pages, count, number }: IssueInputs) {
  const facts = [issue.publication, showDate(dateOfIssue(issue))].filter(Boolean)
  return (
    <p className="page-says">
      {facts.map(fact => `${fact} · `).join('')}
      {`共 ${count} 篇`}
      {pages > 1 ? `；第 ${number} 页，共 ${pages} 页` : ''}
      {issue.dateBasis ? `。日期依据：${issue.dateBasis}` : ''}
    </p>
  )
}
