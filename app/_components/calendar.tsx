// The issues by month, the newest first: the way to a day's newspaper.
import type { CalendarMonth } from '#lib/library/home-inputs'
import { formatDate } from '#lib/model/dates'
import { allPath, href, issuePath } from '#lib/model/site'

export function Calendar({ months }: { readonly months: readonly CalendarMonth[] }) {
  return (
    <nav className="calendar" aria-labelledby="calendar">
      <h2 className="small-title" id="calendar">
        刊期
      </h2>
      <dl>
        {months.map(({ month, issues }) => (
          <div key={month}>
            <dt>{month ? formatDate(month) : '日期不详'}</dt>
            <dd>
              {issues.map(({ id, name }) => (
                <a key={id} href={href(issuePath(id))}>
                  {name}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <a className="tool mt-6" href={href(allPath)}>
        更早的，按年月
      </a>
    </nav>
  )
}
