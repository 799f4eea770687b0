// An article in a list. A headline alone often names no place: province, city and kicker always come with it. The whole card leads to
// the article: its one link is stretched over it.
import type { Card } from '#lib/library/summary'
import { formatDate } from '#lib/model/dates'
import { articlePath, href } from '#lib/model/site'
import { formatMinutes } from '#lib/text/reading'
import { Breakable } from './breakable'
import { Thumb } from './pictures'

type Props = {
  readonly card: Card
  /** Of its heading: one below the heading of the list. */
  readonly level: 2 | 3
  /** 'city' under a heading that names the province, 'province' where nothing does. */
  readonly place: 'city' | 'province'
  /** Whether it says what it stands under, for a list that is narrowed in place. */
  readonly filtered?: boolean
}

export function ArticleCard({ card, level, place, filtered }: Props) {
  const Title = level === 2 ? 'h2' : 'h3'
  const places = place === 'province' ? [card.region, ...card.cities] : card.cities
  const under = filtered
    ? { 'data-regions': card.under.regions.join(' '), 'data-topic': card.under.topic }
    : {}
  return (
    <article className={card.thumb ? 'card pic-card' : 'card'} id={card.id} data-article={card.id} {...under}>
      <Thumb src={card.thumb} />
      {card.kicker ? (
        <p className="kicker">
          <Breakable>{card.kicker}</Breakable>
        </p>
      ) : null}
      <Title className="title">
        <a href={href(articlePath(card.id))}>
          {card.kind === 'photo' ? <span className="photo-mark">图片新闻</span> : null}
          <Breakable>{card.title}</Breakable>
        </a>
      </Title>
      {card.subtitle ? (
        <p className="subtitle">
          <Breakable>{`——${card.subtitle}`}</Breakable>
        </p>
      ) : null}
      <p className="lead">{card.lead}</p>
      <p className="facts">
        {places.length > 0 ? <span>{places.join(' ')}</span> : null}
        {card.topic ? <span>{card.topic}</span> : null}
        {card.date ? <time dateTime={card.date}>{formatDate(card.date)}</time> : null}
        <span>{formatMinutes(card.minutes)}</span>
      </p>
    </article>
  )
}
