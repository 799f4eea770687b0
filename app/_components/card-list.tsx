// A sheet of a list: cards under one heading, what narrows the list, and what leads to its other sheets.
import type { ReactNode } from 'react'
import { library } from '#lib/library/library'
import type { ListPage } from '#lib/library/lists'
import { ArticleCard } from './article-card'
import { Breakable } from './breakable'
import { Finder } from './finder'
import { Frame } from './frame'
import { ReadMarks } from './reading-tools'
import { SheetTurn, sheetName, YearIndex } from './sheet-links'
import '../_styles/sheets.css'

type Props = Pick<ListPage, 'path' | 'list' | 'sheet'> & {
  readonly title: string
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

/** An older sheet shows nothing that new articles change: no count, no map. */
export function CardList(props: Props) {
  const older = props.sheet.number > 0
  return (
    <Frame>
      {props.programs}
      <div className={older ? 'wrap older' : 'wrap columns'}>
        {older ? null : <Finder articles={library().articles} current={props.current} />}
        <div>
          <Head {...props} />
          <Cards {...props} />
          <ReadMarks />
          <SheetTurn path={props.path} sheet={props.sheet} />
          {older || props.sheet.older === undefined ? null : (
            <YearIndex path={props.path} list={props.list} />
          )}
        </div>
      </div>
    </Frame>
  )
}

function Head({ title, says, chips, list, sheet }: Props) {
  const what = sheet.number > 0 ? sheetName({ sheet }) : `共 ${list.length} 篇`
  return (
    <header className="list-head">
      <h1 className="page-title">
        <Breakable>{title}</Breakable>
      </h1>
      <p className="page-says">{says ? `${says}，${what}` : what}</p>
      {chips}
    </header>
  )
}

function Cards({ sheet, place, anchors }: Props) {
  return (
    <div className="list">
      {sheet.articles.map(article => (
        <ArticleCard
          key={article.id}
          article={article}
          level={2}
          place={place}
          anchors={anchors?.get(article.id)}
        />
      ))}
    </div>
  )
}
