// One article: where it belongs, how it was headed, who wrote it, its text, and where to go from here.
import type { Metadata } from 'next'
import { type Article, characterCount, dateOf } from '#lib/article'
import { inRegion, neighboursIn, onSubject, primaryRegion, relatedTo, subjectOf } from '#lib/listing'
import { articleMetadata, squareOf } from '#lib/metadata'
import { displayTitle, formatMinutes, readingMinutes } from '#lib/reading'
import { articlePath, href, issuePath, regionPath, topicPath } from '#lib/site'
import { articleData } from '#lib/structured-data'
import { ForPrograms } from '../../_components/for-programs'
import { Frame } from '../../_components/frame'
import { Headline } from '../../_components/headline'
import { articleOf, articlesOfIssue, issueOf, library } from '../../_components/library'
import { SharePanel } from '../../_components/share-panel'
import { DateLine } from '../../_components/shown-date'
import { Story } from '../../_components/story'
import { Turn } from '../../_components/turn'

type Props = { readonly params: Promise<{ readonly id: string }> }

export const dynamicParams = false
export const generateStaticParams = () => library().articles.map(({ id }) => ({ id }))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params
  const article = articleOf(id)
  return articleMetadata(article, issueOf(article))
}

export default async function Page({ params }: Props) {
  const { id } = await params
  const article = articleOf(id)
  const characters = characterCount(article)
  return (
    <Frame>
      <ForPrograms
        says={articleMetadata(article, issueOf(article))}
        square={squareOf(article)}
        data={articleData(article, issueOf(article))}
      />
      <div className="story">
        <Crumbs article={article} />
        <article>
          <Headline article={article} level={1} />
          <p className="facts">
            {article.kind === 'article' && article.byline ? <span>{article.byline}</span> : null}
            <DateLine date={dateOf(article, issueOf(article))} />
            <span>{`${formatMinutes(readingMinutes(characters))}，${characters} 字`}</span>
          </p>
          <Story article={article} />
        </article>
        <SharePanel article={article} />
        <Onward article={article} />
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
        </li>
        {article.cities.map(city => (
          <li key={city}>
            <a href={`${href(regionPath(region))}#${encodeURIComponent(city)}`}>{city}</a>
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
function Onward({ article }: { article: Article }) {
  const region = primaryRegion(article)
  const subject = subjectOf(article)
  const { articles } = library()
  const related = relatedTo(article, articles, 4)
  return (
    <div className="onward">
      <Turn within="本期" neighbours={neighboursIn(articlesOfIssue(article.issue), article)} />
      <Turn within={region.name} neighbours={neighboursIn(articles.filter(inRegion(region)), article)} />
      <Turn within={subject.name} neighbours={neighboursIn(articles.filter(onSubject(subject)), article)} />
      {related.length > 0 ? (
        <section className="related" aria-labelledby="related">
          <h2 className="small-title" id="related">
            相关文章
          </h2>
          <ul>
            {related.map(({ article: other, reason }) => (
              <li key={other.id}>
                <a href={href(articlePath(other.id))}>
                  <small>{reason}</small>
                  {displayTitle(other)}
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
