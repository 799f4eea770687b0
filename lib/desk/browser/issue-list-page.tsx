// 报架: all issues in rows, searched as one types; the arrows choose, Enter opens, Q goes through the doubts of all.
import { useCallback, useEffect, useState } from 'react'
import type { IssueList, IssueRow } from '../wire'
import { Alarm } from './alarm'
import { getIssues } from './api'
import { Bulk, type Chosen } from './bulk'
import { IssueRowOf } from './issue-row'
import { goTo, useKeys } from './keys'
import { Mast } from './mast'
import { TakeIn } from './take-in'
import { usePageTitle } from './use-page-title'
import './issue-list-page.css'

const toQueue = '#/-/doubts'
const toWrite = '#/-/write'

export function IssueListPage() {
  const { list, fault, reload } = useList()
  const [wanted, setWanted] = useState('')
  const [chosen, setChosen] = useState<Chosen>(new Map())
  usePageTitle('报架')
  useKeys(listKeys, true)
  const rows = (list?.rows ?? []).filter(row => has(row, wanted))
  const choose = (id: string, items: ReadonlySet<string>) =>
    setChosen(all => new Map([...all, [id, items] as const].filter(([, own]) => own.size > 0)))
  return (
    <>
      <ListMast rows={list?.rows ?? []} />
      <main className="issue-list">
        <h1 className="hidden">报架</h1>
        <Alarm>{fault}</Alarm>
        {list?.problems.map(({ message, file }) => (
          <Alarm key={message + file}>{`${file}：${message}`}</Alarm>
        ))}
        {list?.example && <ToExample />}
        <TakeIn />
        <FindField value={wanted} find={setWanted} />
        {list && chosen.size > 0 && (
          <Bulk
            rows={list.rows}
            chosen={chosen}
            facts={list.facts}
            clear={() => setChosen(new Map())}
            reload={reload}
          />
        )}
        {list && rows.length === 0 && (
          <p className="quiet none">{wanted ? '没有找到。' : '还没有一期，先放进一版报纸。'}</p>
        )}
        <IssueRows rows={rows} chosen={chosen} choose={choose} />
      </main>
    </>
  )
}

const listKeys = {
  q: goTo(toQueue),
  n: goTo(toWrite),
  '/': () => document.querySelector<HTMLElement>('.find input')?.focus(),
}

function ListMast({ rows }: Pick<IssueList, 'rows'>) {
  const doubts = rows.reduce((sum, row) => sum + row.doubts, 0)
  return (
    <Mast>
      <span className="grow" />
      {doubts > 0 && (
        <a className="button" href={toQueue}>
          {`${doubts} 条存疑，逐条看`} <kbd>Q</kbd>
        </a>
      )}
      <a className="button" href={toWrite}>
        写一篇 <kbd>N</kbd>
      </a>
      <span className="quiet">只在这台机器上，不联网</span>
    </Mast>
  )
}

const ToExample = () => (
  <p className="try">
    <a className="button" href="/?example#/gh202411">
      拿真的一版练练手
    </a>{' '}
    <span className="quiet">是一份抄件，随便改，可以放回原样</span>
  </p>
)

const FindField = ({ value, find }: { value: string; find: (text: string) => void }) => (
  <label className="find">
    <span className="hidden">找一期</span>
    <input
      type="search"
      value={value}
      placeholder="找标题、报名、日期、期号"
      onChange={event => find(event.target.value)}
    />
  </label>
)

type IssueRowsProps = Pick<IssueList, 'rows'> & {
  readonly chosen: Chosen
  readonly choose: (id: string, items: ReadonlySet<string>) => void
}

const IssueRows = ({ rows, chosen, choose }: IssueRowsProps) => (
  <ul className="rows" onKeyDown={event => step(event.key, event.currentTarget)}>
    {rows.map(row => (
      <IssueRowOf
        key={row.id}
        row={row}
        chosen={chosen.get(row.id) ?? none}
        choose={items => choose(row.id, items)}
      />
    ))}
  </ul>
)

const none: ReadonlySet<string> = new Set()

/** The list as the server has it, and how to ask again. */
function useList() {
  const [list, setList] = useState<IssueList>()
  const [fault, setFault] = useState('')
  const reload = useCallback(() => {
    getIssues().then(setList, (error: Error) => setFault(error.message))
  }, [])
  useEffect(reload, [reload])
  return { list, fault, reload }
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
