// What joins the sheets of a long list: links to the newer and the older one, and where each year and month begins.
import { formatDate } from '#lib/dates'
import { library } from '#lib/library'
import type { ListPage } from '#lib/lists'
import { listMetadata } from '#lib/metadata'
import { marksOf, monthsOf, sheetPath, type YearMark } from '#lib/paging'
import { href } from '#lib/site'

/** Metadata of a sheet, with the card of its list. `owner`: the page whose feeds it offers. Older sheets say their months, not the count. */
export function sheetMetadata({ name, path, list, sheet, owner }: ListPage & { readonly owner: string }) {
  if (sheet.number === 0) return listMetadata(name, path, list, owner)
  const title = `${name}，${sheetName({ sheet })}`
  const page = listMetadata(name, sheetPath(path, sheet.number), sheet.articles, owner, path)
  return { ...page, title, openGraph: { ...page.openGraph, title } }
}

/** “2019年3月—2019年5月”, which is what an older sheet holds; its number where no date is known. */
export function sheetName({ sheet }: Pick<ListPage, 'sheet'>): string {
  return monthsOf(sheet.articles, library().issues) || `第 ${sheet.number} 组`
}

type Props = Pick<ListPage, 'path' | 'sheet'>

export function SheetTurn({ path, sheet: { newer, older } }: Props) {
  if (newer === undefined && older === undefined) return null
  return (
    <nav className="turn" aria-label="翻页">
      {newer === undefined ? null : (
        <a href={href(sheetPath(path, newer))} rel="prev">
          ← 较新的
        </a>
      )}
      {older === undefined ? null : (
        <a className="next" href={href(sheetPath(path, older))} rel="next">
          较早的 →
        </a>
      )}
    </nav>
  )
}

export function YearIndex({ path, list }: Pick<ListPage, 'path' | 'list'>) {
  const years = marksOf(list, library().issues)
  return (
    <nav className="years" aria-labelledby="years">
      <h2 id="years" className="small-title">
        按年月
      </h2>
      {years.map((year, at) => (
        <Year key={year.year} path={path} year={year} open={at === 0} />
      ))}
    </nav>
  )
}

function Year({ path, year, open }: { path: string; year: YearMark; open: boolean }) {
  return (
    <details open={open}>
      <summary>
        {year.year ? `${year.year}年` : '日期不详'} <span className="count">{year.count}</span>
      </summary>
      <p className="chips">
        {year.months.map(({ month, count, first, sheet }) => (
          <a key={month} href={`${href(sheetPath(path, sheet))}#${first.id}`}>
            {monthName(month)} <span className="count">{count}</span>
          </a>
        ))}
      </p>
    </details>
  )
}

const monthName = (month: string) =>
  month.length === 7 ? formatDate(month).replace(/^\d+年/, '') : month ? '月份不详' : '看这些文章'
