// What joins the pages of a long list: links to the newer and the older one, and where each year and month begins.
import type { ListInputs } from '#lib/library/page-inputs'
import { type MonthMark, pagePath, type YearMark } from '#lib/library/pagination'
import { formatDate } from '#lib/model/dates'
import { href } from '#lib/model/site'
import { listMetadata } from '#lib/publish/metadata'

/** Metadata of a page, with the card of its list. `owner`: the page whose feeds it offers; `cardOf`: the page whose card it shows, if not its own. Older pages say their months, not the count. */
export function listPageMetadata(list: ListInputs, owner: string, cardOf?: string) {
  const { name, path, page, cards, says, newest } = list
  const card = cardOf ?? path
  if (newest) return listMetadata({ name, path, count: newest.count, says, feed: owner, card })
  const title = `${name}，${listPageName(list)}`
  const own = { name, path: pagePath(path, page.number), count: cards.length, says, feed: owner, card }
  const metadata = listMetadata(own)
  return { ...metadata, title, openGraph: { ...metadata.openGraph, title } }
}

/** “2019年3月—2019年5月”, which is what an older page holds; its number where no date is known. */
export const listPageName = ({ months, page }: ListInputs): string => months || `第 ${page.number} 组`

export function ListPager({ path, page: { newer, older } }: ListInputs) {
  if (newer === undefined && older === undefined) return null
  return (
    <nav className="neighbours mt-26" aria-label="翻页">
      {newer === undefined ? null : (
        <a href={href(pagePath(path, newer))} rel="prev">
          ← 较新的
        </a>
      )}
      {older === undefined ? null : (
        <a className="next" href={href(pagePath(path, older))} rel="next">
          较早的 →
        </a>
      )}
    </nav>
  )
}

/** So many years are opened into their months; the older ones are a link each, or the page would grow with the archive. */
const yearsInMonths = 10

export function YearIndex({ path, years }: { readonly path: string; readonly years: readonly YearMark[] }) {
  const older = years.slice(yearsInMonths)
  return (
    <nav className="years mt-20" aria-labelledby="years">
      <h2 id="years" className="small-title">
        按年月
      </h2>
      {years.slice(0, yearsInMonths).map((year, at) => (
        <Year key={year.year} path={path} year={year} open={at === 0} />
      ))}
      {older.length > 0 ? (
        <p className="chips pb-8">
          {older.map(({ year, count, months }) => (
            <MarkLink key={year} path={path} mark={months[0]} count={count} name={yearName(year)} />
          ))}
        </p>
      ) : null}
    </nav>
  )
}

function Year({ path, year, open }: { path: string; year: YearMark; open: boolean }) {
  return (
    <details open={open}>
      <summary className="flex items-center min-h-target line-t-hair">
        {yearName(year.year)} <span className="count ml-6">{year.count}</span>
      </summary>
      <p className="chips pb-8">
        {year.months.map(mark => (
          <MarkLink
            key={mark.month}
            path={path}
            mark={mark}
            count={mark.count}
            name={monthName(mark.month)}
          />
        ))}
      </p>
    </details>
  )
}

type MarkProps = { path: string; mark: MonthMark | undefined; count: number; name: string }

/** Leads to where a month or a year begins. */
function MarkLink({ path, mark, count, name }: MarkProps) {
  if (!mark) return null
  return (
    <a href={`${href(pagePath(path, mark.page))}#${mark.first}`}>
      {name} <span className="count">{count}</span>
    </a>
  )
}

const yearName = (year: string) => (year ? `${year}年` : '日期不详')

const monthName = (month: string) =>
  month.length === 7 ? formatDate(month).replace(/^\d+年/, '') : month ? '月份不详' : '看这些文章'
