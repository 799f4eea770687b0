// An article in a list. A headline alone often names no place: province, city and kicker always come with it.
import { type Article, characterCount, dateOf } from '#lib/article'
import { formatDate } from '#lib/dates'
import { issueOf } from '#lib/library'
import { primaryRegion } from '#lib/listing'
import { displayTitle, formatMinutes, leadOf, readingMinutes } from '#lib/reading'
import { articlePath, href } from '#lib/site'
import { Breakable } from './breakable'

type Props = {
  readonly article: Article
  /** Of its heading: one below the heading of the list. */
  readonly level: 2 | 3
  /** 'city' under a heading that names the province, 'province' where nothing does. */
  readonly place: 'city' | 'province'
  /** Names under which links to this card may arrive, besides the article's id. */
  readonly anchors?: readonly string[] | undefined
}

export function ArticleCard({ article, level, place, anchors = [] }: Props) {
  const Title = level === 2 ? 'h2' : 'h3'
  const date = dateOf(article, issueOf(article))
  const minutes = formatMinutes(readingMinutes(characterCount(article)))
  const places = place === 'province' ? [primaryRegion(article).name, ...article.cities] : article.cities
  return (
    <article className="card" id={article.id} data-article={article.id}>
      {anchors.map(anchor => (
        <span key={anchor} id={anchor} />
      ))}
      {article.kicker ? (
        <p className="kicker">
          <Breakable>{article.kicker}</Breakable>
        </p>
      ) : null}
      <Title className="title">
        <a href={href(articlePath(article.id))}>
          {article.kind === 'photo' ? <span className="photo-mark">图</span> : null}
          <Breakable>{displayTitle(article)}</Breakable>
        </a>
      </Title>
      {article.subtitle ? (
        <p className="subtitle">
          <Breakable>{`——${article.subtitle}`}</Breakable>
        </p>
      ) : null}
      <p className="lead">{leadOf(article)}</p>
      <p className="facts">
        {article.topic ? <span className="label">{article.topic}</span> : null}
        {places.length > 0 ? <span>{places.join(' ')}</span> : null}
        {date ? <time dateTime={date.value}>{formatDate(date.value)}</time> : null}
        <span>{minutes}</span>
      </p>
    </article>
  )
}
