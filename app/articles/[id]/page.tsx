// One article: where it belongs, how it was headed, who wrote it, its text, and where to go from here.
import type { Metadata } from 'next'
import type { ArticleInputs } from '#lib/library/page-inputs'
import { articleRoute } from '#lib/library/page-routes'
import { inputsOf, paramsOf } from '#lib/library/pages'
import { type Article, characterCount, dateOf } from '#lib/model/article'
import { primaryRegion, subjectOf } from '#lib/model/regions'
import { articlePath, href, issuePath, regionPath, topicPath } from '#lib/model/site'
import { articleMetadata, squareOf } from '#lib/publish/metadata'
import { articleData } from '#lib/publish/structured-data'
import { formatMinutes, readingMinutes } from '#lib/text/reading'
import { Breakable } from '../../_components/breakable'
import { ForPrograms } from '../../_components/for-programs'
import { Frame } from '../../_components/frame'
import { Headline } from '../../_components/headline'
import { NeighbourLinks } from '../../_components/neighbour-links'
import { ReadingTools } from '../../_components/reading-tools'
import { SharePanel } from '../../_components/share-panel'
import { DateLine } from '../../_components/shown-date'
import { Story } from '../../_components/story'

type Props = { readonly params: Promise<{ readonly id: string }> }

export const dynamicParams = false
export const generateStaticParams = () => paramsOf(articleRoute).map(id => ({ id }))

const read = async ({ params }: Props) => inputsOf(articleRoute, (await params).id)

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { article, issue } = await read(props)
  return articleMetadata(article, issue)
}

export default async function Page(props: Props) {
  const inputs = await read(props)
  const { article, issue } = inputs
  const characters = characterCount(article)
  return (
    <Frame>
      <ForPrograms
        says={articleMetadata(article, issue)}
        square={squareOf(article)}
        data={articleData(article, issue)}
      />
      <div className="story">
        <Crumbs article={article} />
        <article>
          <Headline article={article} level={1} />
          <p className="facts">
            {article.kind === 'article' && article.byline ? (
              <span className="byline">{article.byline}</span>
            ) : null}
            <DateLine date={dateOf(article, issue)} />
            <span>{`约 ${formatMinutes(readingMinutes(characters))}，${characters} 字`}</span>
            <ReadingTools id={article.id} />
          </p>
          <Story article={article} />
        </article>
        <SharePanel article={article} />
        <Onward {...inputs} />
      </div>
    </Frame>
  )
}

function Crumbs({ article }: { article: Article }) {
  const region = primaryRegion(article)
  const subject = subjectOf(article)
  return (
    <nav className="crumbs" aria-label="所在位置">
      <ol>
        <li>
          <a href={href(regionPath(region))}>{region.name}</a>
          <span aria-hidden="true">·</span>
        </li>
        {article.cities.map(city => (
          <li key={city}>
            <a href={`${href(regionPath(region))}#${encodeURIComponent(city)}`}>{city}</a>
            <span aria-hidden="true">·</span>
          </li>
        ))}
        <li>
          <a href={href(topicPath(subject))}>{subject.name}</a>
        </li>
      </ol>
    </nav>
  )
}

/** Neighbours in the issue, the province and the topic; related items with the reason said; the whole issue. */
function Onward({ article, neighbours, related }: ArticleInputs) {
  return (
    <div className="onward">
      {neighbours.map((links, index) => (
        <NeighbourLinks main={index === 0} key={links.within} {...links} />
      ))}
      {related.length > 0 ? (
        <section className="related" aria-labelledby="related">
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
      <a className="issue-link" href={href(issuePath(article.issue))}>
        在一页上读完整版 →
      </a>
    </div>
  )
}
