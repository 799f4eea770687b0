// A whole issue, in the order in which it was printed: good to save or print. On one page, unless it is much longer than most.
import type { Metadata } from 'next'
import { toExport } from '#lib/library/article-store'
import { issueRests, issueSheetPath } from '#lib/library/issue-pages'
import { library } from '#lib/library/library'
import { sheetParam } from '#lib/library/lists'
import { type IssueView, issueView } from '#lib/library/page-inputs'
import { formatDate, inferredNote } from '#lib/model/dates'
import { nationwide, primaryRegion } from '#lib/model/regions'
import { absolute, articlePath, homePath, href, issuePath, site } from '#lib/model/site'
import { listMetadata, squarePath } from '#lib/publish/metadata'
import { listData } from '#lib/publish/structured-data'
import { displayTitle, issueName } from '#lib/text/reading'
import { Breakable } from '../../../_components/breakable'
import { ForPrograms } from '../../../_components/for-programs'
import { Frame } from '../../../_components/frame'
import { Headline } from '../../../_components/headline'
import { Story } from '../../../_components/story'

type Params = { readonly issue: string; readonly rest?: readonly string[] }
type Props = { readonly params: Promise<Params> }

export const dynamicParams = false
export const generateStaticParams = () =>
  toExport(
    '/issues/[issue]/[[...rest]]',
    [...library().issues.keys()].flatMap(issue =>
      issueRests(library(), issue).map(rest => ({ issue, rest: [...rest] })),
    ),
    ({ issue, rest }) => sheetParam(issue, rest),
  )

async function read({ params }: Props): Promise<IssueView> {
  const { issue, rest = [] } = await params
  return issueView(library(), sheetParam(issue, rest))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

function metadataOf({ issue, sheets, number }: IssueView) {
  const name = `${issueName(issue)}完整版${number > 1 ? `（第 ${number} 页）` : ''}`
  const list = number > 1 ? (sheets[number - 1] ?? []) : sheets.flat()
  const own = issuePath(issue.id)
  return listMetadata(name, issueSheetPath(issue.id, number), list, own, own)
}

function Programs(page: IssueView) {
  const { issue } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: issueName(issue), path: issuePath(issue.id) },
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(nationwide)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const page = await read(props)
  const { issue, sheets, number } = page
  return (
    <Frame>
      <Programs {...page} />
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">
            <Breakable>{issueName(issue)}</Breakable>
          </h1>
          <IssueFacts {...page} />
          <p className="page-says address">{absolute(issueSheetPath(issue.id, number))}</p>
        </header>
        <Contents {...page} />
        {sheets[number - 1]?.map(article => (
          <article className="issue-item" id={article.id} key={article.id}>
            <Headline article={article} level={2} />
            {article.kind === 'article' && article.byline ? <p className="facts">{article.byline}</p> : null}
            <Story article={article} prefix={`${article.id}-`} />
            <a className="issue-link" href={href(articlePath(article.id))}>
              单独打开这一篇 →
            </a>
          </article>
        ))}
        <PageTurn {...page} />
      </div>
    </Frame>
  )
}

/** Of the whole issue; on its later pages of their own articles. */
function Contents({ issue, sheets, number }: IssueView) {
  const links = sheets.flatMap((sheet, at) => {
    const page = at + 1 === number ? '' : href(issueSheetPath(issue.id, at + 1))
    return number === 1 || page === '' ? sheet.map(article => ({ article, to: `${page}#${article.id}` })) : []
  })
  return (
    <ol className="contents">
      {links.map(({ article, to }) => (
        <li key={article.id}>
          <a href={to}>
            <span className="label">{primaryRegion(article).name}</span>
            <span>
              <Breakable>{displayTitle(article)}</Breakable>
            </span>
          </a>
        </li>
      ))}
    </ol>
  )
}

function PageTurn({ issue, sheets, number }: IssueView) {
  if (sheets.length === 1) return null
  return (
    <nav className="turn" aria-label="翻页">
      {number > 1 ? (
        <a href={href(issueSheetPath(issue.id, number - 1))} rel="prev">
          ← 上一页
        </a>
      ) : null}
      {number < sheets.length ? (
        <a className="next" href={href(issueSheetPath(issue.id, number + 1))} rel="next">
          下一页 →
        </a>
      ) : null}
    </nav>
  )
}

function IssueFacts({ issue, sheets, number }: IssueView) {
  const inferred = issue.dateBasis !== ''
  return (
    <p className="page-says">
      {issue.publication ? `${issue.publication} · ` : ''}
      {issue.date ? `${formatDate(issue.date)}${inferred ? inferredNote : ''} · ` : ''}
      {`共 ${sheets.flat().length} 篇`}
      {sheets.length > 1 ? `；第 ${number} 页，共 ${sheets.length} 页` : ''}
      {inferred ? `。日期依据：${issue.dateBasis}` : ''}
    </p>
  )
}
