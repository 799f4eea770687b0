// One article: where it belongs, how it was headed, who wrote it, its text, and where to go from here.
import type { Metadata } from 'next'
import type { ArticleInputs } from '#lib/library/page-inputs'
import { articleRoute } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { type Article, characterCount, dateOf } from '#lib/model/article'
import { primaryRegion, subjectOf } from '#lib/model/regions'
import { articlePath, cityPath, href, issuePath, regionPath, topicPath } from '#lib/model/site'
import { articleMetadata, squareImage, withdrawnMetadata } from '#lib/publish/metadata'
import { qrPath } from '#lib/publish/paths'
import { articleData } from '#lib/publish/structured-data'
import { shareText } from '#lib/text/description'
import { displayTitle, formatMinutes, pageName, readingMinutes } from '#lib/text/reading'
import { ArticleText } from '../../_components/article-text'
import { Breakable } from '../../_components/breakable'
import { ForPrograms } from '../../_components/for-programs'
import { Frame } from '../../_components/frame'
import { Headline } from '../../_components/headline'
import { NeighbourLinks } from '../../_components/neighbour-links'
import { ReadingTools } from '../../_components/reading-tools'
import { ShareArticle } from '../../_components/share-article'
import { DateLine } from '../../_components/shown-date'
import { Withdrawn } from '../../_components/withdrawn'

type Props = { readonly params: Promise<{ readonly id: string }> }

export const dynamicParams = false
export const generateStaticParams = () => paramsOf(articleRoute).map(id => ({ id }))

const read = async ({ params }: Props) => inputsOf(articleRoute, (await params).id)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article, issue } = await read(props)
  return article.status === 'withdrawn' ? withdrawnMetadata(article) : articleMetadata(article, issue)
}

export default async function Page(props: Props) {
  const inputs = await read(props)
  const { article, issue } = inputs
  if (article.status === 'withdrawn') return <WithdrawnArticle {...inputs} />
  const characters = characterCount(article)
  const date = dateOf(article, issue)
  return (
    <Frame programs={<Programs {...inputs} />}>
      <div className="story">
        <div className="crumbs">
          <Crumbs article={article} />
          <DateLine date={date} />
        </div>
        <article>
          <Headline article={article} level={1} />
          <p className="facts">
            {article.kind === 'article' && article.byline ? (
              <span className="byline">{article.byline}</span>
            ) : null}
            {pageName(article) ? <span>{pageName(article)}</span> : null}
            <span className="length">{`约 ${formatMinutes(readingMinutes(characters))}，${characters} 字`}</span>
          </p>
          <ReadingTools id={article.id} tip={article.tip ? article.tipLabel || '提示' : undefined} />
          <ArticleText article={article} />
          {date?.inferred && issue ? <p className="note">{`日期据内文推断：${issue.dateBasis}`}</p> : null}
        </article>
        <Onward {...inputs} />
        <ShareArticle path={articlePath(article.id)} text={shareText(article)} qr={qrPath(article.id)} />
      </div>
    </Frame>
  )
}

/** In the place of an article that was withdrawn: that it was, and why. */
function WithdrawnArticle({ article, issue }: ArticleInputs) {
  return (
    <Frame>
      <Withdrawn title={displayTitle(article)} what="这篇文章" reason={article.reason}>
        {issue && issue.status !== 'withdrawn' ? (
          <a className="tool" href={href(issuePath(article.issue))}>
            读这一期的其他文章
          </a>
        ) : null}
      </Withdrawn>
    </Frame>
  )
}

const Programs = ({ article, issue }: ArticleInputs) => (
  <ForPrograms
    says={articleMetadata(article, issue)}
    square={squareImage(article)}
    data={articleData(article, issue)}
  />
)

function Crumbs({ article }: { article: Article }) {
  const region = primaryRegion(article)
  const subject = subjectOf(article)
  return (
    <nav aria-label="所在位置">
      <ol>
        <li>
          <a href={href(regionPath(region))}>{region.name}</a>
        </li>
        {article.cities.map(city => (
          <li key={city}>
            <a href={href(cityPath(region, city))}>{city}</a>
          </li>
        ))}
        <li className="topic">
          <a href={href(topicPath(subject))}>{subject.name}</a>
        </li>
      </ol>
    </nav>
  )
}

/** Neighbours in the issue, the province and the topic; related items with the reason said; all of the topic; the whole issue. */
function Onward({ article, neighbours, related }: ArticleInputs) {
  const subject = subjectOf(article)
  const [main] = neighbours
  const issueIsThere = main?.previous?.id === undefined || main.next?.id === undefined
  return (
    <div className="onward">
      {neighbours.map((links, index) => (
        <NeighbourLinks main={index === 0} issue={article.issue} key={links.within} {...links} />
      ))}
      {related.length > 0 ? (
        <section className="related mt-18" aria-labelledby="related">
          <h2 className="small-title" id="related">
            相关文章
          </h2>
          <ul>
            {related.map(({ id, title, reason }) => (
              <li key={id}>
                <a href={href(articlePath(id))}>
                  <small>{reason}</small>
                  <Breakable>{title}</Breakable>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className="ends">
        <a className="tool" href={href(topicPath(subject))}>
          {`主题：${subject.name}`}
        </a>
        {issueIsThere ? null : (
          <a className="tool" href={href(issuePath(article.issue))}>
            在一页上读完整版
          </a>
        )}
      </p>
    </div>
  )
}
