// A whole issue on one page, in the order in which it was printed: good to save or print.
import type { Metadata } from 'next'
import type { Issue } from '#lib/article'
import { toExport } from '#lib/content-store'
import { formatDate, inferredNote } from '#lib/dates'
import { library } from '#lib/library'
import { nationwide, primaryRegion } from '#lib/listing'
import { listMetadata, squarePath } from '#lib/metadata'
import { displayTitle, issueName } from '#lib/reading'
import { absolute, articlePath, homePath, href, issuePath, site } from '#lib/site'
import { listData } from '#lib/structured-data'
import { issueView } from '#lib/views'
import { Breakable } from '../../_components/breakable'
import { ForPrograms } from '../../_components/for-programs'
import { Frame } from '../../_components/frame'
import { Headline } from '../../_components/headline'
import { Story } from '../../_components/story'

type Props = { readonly params: Promise<{ readonly issue: string }> }

export const dynamicParams = false
export const generateStaticParams = () =>
  toExport('/issues/[issue]', [...library().issues.keys()]).map(issue => ({ issue }))

const read = async ({ params }: Props) => issueView(library(), (await params).issue)

export async function generateMetadata(props: Props): Promise<Metadata> {
  return metadataOf(await read(props))
}

type Page = Awaited<ReturnType<typeof read>>

const metadataOf = ({ issue, list }: Page) =>
  listMetadata(`${issueName(issue)}完整版`, issuePath(issue.id), list, issuePath(issue.id))

function Programs(page: Page) {
  const { issue } = page
  const steps = [
    { name: site.name, path: homePath },
    { name: issueName(issue), path: issuePath(issue.id) },
  ]
  return <ForPrograms says={metadataOf(page)} square={squarePath(nationwide)} data={listData(steps)} />
}

export default async function Page(props: Props) {
  const { issue, list } = await read(props)
  return (
    <Frame>
      <Programs issue={issue} list={list} />
      <div className="story">
        <header className="list-head">
          <h1 className="page-title">
            <Breakable>{issueName(issue)}</Breakable>
          </h1>
          <IssueFacts issue={issue} count={list.length} />
          <p className="page-says address">{absolute(issuePath(issue.id))}</p>
        </header>
        <ol className="contents">
          {list.map(article => (
            <li key={article.id}>
              <a href={`#${article.id}`}>
                <span className="label">{primaryRegion(article).name}</span>
                <span>
                  <Breakable>{displayTitle(article)}</Breakable>
                </span>
              </a>
            </li>
          ))}
        </ol>
        {list.map(article => (
          <article className="issue-item" id={article.id} key={article.id}>
            <Headline article={article} level={2} />
            {article.kind === 'article' && article.byline ? <p className="facts">{article.byline}</p> : null}
            <Story article={article} prefix={`${article.id}-`} />
            <a className="issue-link" href={href(articlePath(article.id))}>
              单独打开这一篇 →
            </a>
          </article>
        ))}
      </div>
    </Frame>
  )
}

function IssueFacts({ issue, count }: { issue: Issue; count: number }) {
  const inferred = issue.dateBasis !== ''
  return (
    <p className="page-says">
      {issue.publication ? `${issue.publication} · ` : ''}
      {issue.date ? `${formatDate(issue.date)}${inferred ? inferredNote : ''} · ` : ''}
      {`共 ${count} 篇`}
      {inferred ? `。日期依据：${issue.dateBasis}` : ''}
    </p>
  )
}
