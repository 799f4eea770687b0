// A page of a list: cards under one heading, what narrows the list, and what leads to its other pages.
import type { ReactNode } from 'react'
import type { ListInputs } from '#lib/library/page-inputs'
import { ArticleCard } from './article-card'
import { Breakable } from './breakable'
import { Finder } from './finder'
import { Frame } from './frame'
import { ListPager, pageName, YearIndex } from './list-links'
import { ReadMarks } from './reading-tools'
import '../_styles/sheets.css'

type Props = {
  readonly list: ListInputs
  /** What programs are told. */
  readonly programs: ReactNode
  readonly says?: string | undefined
  /** Links that narrow the list further. */
  readonly chips?: ReactNode
  readonly place: 'city' | 'province'
  /** Paths of the region and the topic that the list is of. */
  readonly current?: readonly string[] | undefined
  /** Further names to link to an article's card by, by the article's id. */
  readonly anchors?: ReadonlyMap<string, readonly string[]> | undefined
}

/** An older page shows nothing that new articles change: no count, no map. */
export function CardList(props: Props) {
  const { list, programs, current } = props
  const { newest, path } = list
  return (
    <Frame>
      {programs}
      <div className={newest ? 'wrap columns' : 'wrap older'}>
        {newest ? <Finder {...newest.finder} current={current} /> : null}
        <div>
          <Head {...props} />
          <Cards {...props} />
          <ReadMarks />
          <ListPager {...list} />
          {newest && newest.years.length > 0 ? <YearIndex path={path} years={newest.years} /> : null}
        </div>
      </div>
    </Frame>
  )
}

function Head({ list, says, chips }: Props) {
  const what = list.newest ? `共 ${list.newest.count} 篇` : pageName(list)
  return (
    <header className="list-head">
      <h1 className="page-title">
        <Breakable>{list.name}</Breakable>
      </h1>
      <p className="page-says">{says ? `${says}，${what}` : what}</p>
      {chips}
    </header>
  )
}

function Cards({ list, place, anchors }: Props) {
  return (
    <div className="list">
      {list.cards.map(card => (
        <ArticleCard key={card.id} card={card} level={2} place={place} anchors={anchors?.get(card.id)} />
      ))}
    </div>
  )
}
