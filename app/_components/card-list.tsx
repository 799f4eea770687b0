// A page of cards under one heading: what a region or a topic has.
import type { ReactNode } from 'react'
import type { Article } from '#lib/article'
import { ArticleCard } from './article-card'
import { Finder } from './finder'
import { Frame } from './frame'
import { library } from './library'
import { ReadMarks } from './reading-tools'

type Props = {
  readonly title: string
  /** What programs are told. */
  readonly programs: ReactNode
  readonly says: string
  /** Links that narrow the list further. */
  readonly chips?: ReactNode
  readonly list: readonly Article[]
  readonly place: 'city' | 'province'
  /** Further names to link to an article's card by, by the article's id. */
  readonly anchors?: ReadonlyMap<string, readonly string[]>
}

export function CardList({ title, programs, says, chips, list, place, anchors }: Props) {
  return (
    <Frame>
      {programs}
      <div className="wrap columns">
        <Finder articles={library().articles} />
        <div>
          <header className="list-head">
            <h1 className="page-title">{title}</h1>
            <p className="page-says">{says}</p>
            {chips}
          </header>
          {list.map(article => (
            <ArticleCard
              key={article.id}
              article={article}
              level={2}
              place={place}
              anchors={anchors?.get(article.id)}
            />
          ))}
          <ReadMarks />
        </div>
      </div>
    </Frame>
  )
}
