// An issue in the list: what it is, how far it is, how it differs from the published site; its items, to choose from.
import { useState } from 'react'
import type { IssueRow } from '../wire'
import { sayDate } from './say-date'

/** How far an issue is. */
function stateOf({ problems, doubts, edits }: IssueRow): { readonly name: string; readonly says: string } {
  if (problems > 0) return { name: 'wrong', says: `${problems} 处对不上` }
  if (doubts === 0) return { name: 'done', says: '校完' }
  return edits > 0 ? { name: 'work', says: '校对中' } : { name: 'todo', says: '待校' }
}

type Props = {
  readonly row: IssueRow
  readonly chosen: ReadonlySet<string>
  readonly choose: (items: ReadonlySet<string>) => void
}

export function IssueRowOf({ row, chosen, choose }: Props) {
  const [isOpen, setIsOpen] = useState(false)
  const name = `${paperOf(row)} ${row.id}`
  const all = row.items.filter(({ written }) => !written).map(item => item.name)
  const isAll = all.length > 0 && all.every(item => chosen.has(item))
  return (
    <li>
      <label className="tick">
        <input
          type="checkbox"
          aria-label={`选中 ${name} 全部`}
          checked={isAll}
          disabled={all.length === 0}
          onChange={() => choose(new Set(isAll ? [] : all))}
        />
      </label>
      <IssueLink row={row} />
      <button
        type="button"
        className="unfold"
        aria-expanded={isOpen}
        aria-label={`${isOpen ? '收起' : '各篇'} ${name}`}
        onClick={() => setIsOpen(!isOpen)}
      >
        {isOpen ? '收起' : '各篇'}
      </button>
      {isOpen && <RowItems row={row} chosen={chosen} choose={choose} />}
    </li>
  )
}

const paperOf = ({ publication, title }: IssueRow) => publication || title || '报名未填'

function IssueLink({ row }: { row: IssueRow }) {
  const { id, date, items, doubts, edits } = row
  const state = stateOf(row)
  return (
    <a href={`#/${id}`}>
      <span className="paper">
        <b>{paperOf(row)}</b>
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
        <small>{siteSays(row)}</small>
      </span>
      <span className={`state ${state.name}`}>{state.says}</span>
    </a>
  )
}

/** How the issue differs from the site that is published on this machine. */
const siteSays = ({ unpublished }: IssueRow) => {
  if (unpublished === undefined) return ''
  return unpublished === 0 ? '与网站相同' : `与网站不同：${unpublished} 篇`
}

const states: Readonly<Record<string, string>> = { draft: '草稿', withdrawn: '已撤回' }

function RowItems({ row, chosen, choose }: Props) {
  const turn = (name: string) =>
    choose(new Set(chosen.has(name) ? [...chosen].filter(one => one !== name) : [...chosen, name]))
  return (
    <ul className="items">
      {row.items.map(({ name, title, topic, status, date, written }) => (
        <li key={name}>
          <label>
            <span className="tick">
              <input
                type="checkbox"
                checked={chosen.has(name)}
                disabled={written}
                onChange={() => turn(name)}
              />
            </span>
            <b>{name}</b> {title || '（无题）'}
            <small className="quiet">
              {[topic || '分类未定', date, states[status], written ? '另写' : ''].filter(Boolean).join(' · ')}
            </small>
          </label>
        </li>
      ))}
    </ul>
  )
}
