// A page of a list: cards under one heading, what narrows the list, and what leads to its other pages.
import type { ReactNode } from 'react'
import type { ListInputs } from '#lib/library/page-inputs'
import { pagePath } from '#lib/library/pagination'
import { absolute } from '#lib/model/site'
import { ArticleCard } from './article-card'
import { Breakable } from './breakable'
import { Finder } from './finder'
import { Frame } from './frame'
import { ListPager, listPageName, YearIndex } from './list-links'
import { ReadMarks } from './reading-tools'
import { SharePanel } from './share-panel'

type Props = {
  readonly list: ListInputs
  /** What the page says to programs. */
  readonly programs: ReactNode
  readonly says?: string | undefined
  /** Links that narrow the list further. */
  readonly chips?: ReactNode
  readonly place: 'city' | 'province'
}

/** An older page shows nothing that new articles change: no count, no map. */
export function CardList(props: Props) {
  const { list, programs } = props
  const { newest, path } = list
  return (
    <Frame programs={programs}>
      <div className={newest ? 'wrap columns' : 'wrap older'}>
        {newest ? <Finder {...newest.finder} /> : null}
        <div>
          <Head {...props} />
          <Cards {...props} />
          <ListPager {...list} />
          {newest && newest.years.length > 0 ? <YearIndex path={path} years={newest.years} /> : null}
          <ReadMarks />
          <Share {...props} />
        </div>
      </div>
    </Frame>
  )
}

function Head({ list, says, chips }: Props) {
  const what = list.newest ? `共 ${list.newest.count} 篇` : listPageName(list)
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

function Cards({ list, place }: Props) {
  return (
    <div className="list">
      {list.cards.map(card => (
        <ArticleCard key={card.id} card={card} level={2} place={place} />
      ))}
    </div>
  )
}

function Share({ list }: Props) {
  const path = pagePath(list.path, list.page.number)
  const title = list.newest ? `${list.name}：${list.newest.count} 篇` : `${list.name}，${listPageName(list)}`
  return <SharePanel what="本页" text={`【${title}】\n${absolute(path)}`} />
}
