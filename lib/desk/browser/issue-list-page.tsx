// 报架: all issues in rows, searched as one types; the arrows choose, Enter opens.
import { useEffect, useState } from 'react'
import type { IssueList, IssueRow } from '../wire'
import { getIssues } from './api'
import { Mast } from './mast'
import { sayDate } from './say-date'
import { TakeIn } from './take-in'
import './issue-list-page.css'

export function IssueListPage() {
  const [list, setList] = useState<IssueList>()
  const [fault, setFault] = useState('')
  const [wanted, setWanted] = useState('')
  useEffect(() => {
    document.title = '报架 · 编辑台'
    getIssues().then(setList, (error: Error) => setFault(error.message))
  }, [])
  const rows = (list?.rows ?? []).filter(row => has(row, wanted))
  return (
    <>
      <Mast>
        <span className="grow" />
        <span className="quiet">只在这台机器上，不联网</span>
      </Mast>
      <main className="issue-list">
        <h1 className="hidden">报架</h1>
        {fault && (
          <p className="alarm" role="alert">
            {fault}
          </p>
        )}
        {list?.problems.map(({ message, file }) => (
          <p className="alarm" role="alert" key={message + file}>{`${file}：${message}`}</p>
        ))}
        <TakeIn />
        <label className="find">
          <span className="hidden">找一期</span>
          <input
            type="search"
            value={wanted}
            placeholder="找标题、报名、日期、期号"
            onChange={event => setWanted(event.target.value)}
          />
        </label>
        {list && rows.length === 0 && (
          <p className="quiet none">{wanted ? '没有找到。' : '还没有一期，先放进一版报纸。'}</p>
        )}
        <ul className="rows" onKeyDown={event => step(event.key, event.currentTarget)}>
          {rows.map(row => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
      </main>
    </>
  )
}

/** Whether all words that are looked for stand in a row. */
function has({ id, title, publication, date, items }: IssueRow, wanted: string): boolean {
  const text = [id, title, publication, date, ...items.map(one => one.title)].join(' ').toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every(word => text.includes(word))
}

/** The arrows go from row to row. */
function step(key: string, list: HTMLElement): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[key]
  if (by === undefined) return
  const links: readonly Element[] = [...list.querySelectorAll('a')]
  const next = links[links.indexOf(document.activeElement ?? list) + by]
  if (next instanceof HTMLElement) next.focus()
}

/** How far an issue is. */
function stateOf({ problems, doubts, edits }: IssueRow): { readonly name: string; readonly says: string } {
  if (problems > 0) return { name: 'wrong', says: `${problems} 处对不上` }
  if (doubts === 0) return { name: 'done', says: '校完' }
  return edits > 0 ? { name: 'work', says: '校对中' } : { name: 'todo', says: '待校' }
}

function Row({ row }: { row: IssueRow }) {
  const { id, publication, title, date, items, doubts, edits } = row
  const state = stateOf(row)
  return (
    <li>
      <a href={`#/${id}`}>
        <span className="paper">
          <b>{publication || title || '报名未填'}</b>
          <small>{id}</small>
        </span>
        <span className="day">{sayDate(date)}</span>
        <span className="titles">
          {items.slice(0, 3).map(item => (
            <span key={item.name}>{item.title || '（无题）'}</span>
          ))}
        </span>
        <span className="sums">
          <b>{items.length}</b> 篇 · <b className={doubts > 0 ? 'need' : ''}>{doubts}</b> 条存疑 ·{' '}
          <b>{edits}</b> 步改动
        </span>
        <span className={`state ${state.name}`}>{state.says}</span>
      </a>
    </li>
  )
}
