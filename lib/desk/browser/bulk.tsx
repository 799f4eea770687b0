// One change for many items of several issues: a fact of each, an act an issue, taken back together.
import { type FormEvent, useState } from 'react'
import type { Operation } from '../../format/operation'
import type { Act, FactView, IssueRow } from '../wire'
import { postAct } from './api'
import './bulk.css'

/** Items that are chosen, by issue. */
export type Chosen = ReadonlyMap<string, ReadonlySet<string>>

type Props = {
  readonly rows: readonly IssueRow[]
  readonly chosen: Chosen
  readonly facts: readonly FactView[]
  /** Nothing is chosen any more, or the list is to be read again. */
  readonly clear: () => void
  readonly reload: () => void
}

type Result = { readonly issue: string; readonly version: string; readonly fault: string }

export function Bulk({ rows, chosen, facts, clear, reload }: Props) {
  const [name, setName] = useState(facts[0]?.name ?? '')
  const [status, setStatus] = useState('')
  const [busy, setBusy] = useState(false)
  const [results, setResults] = useState<readonly Result[]>([])
  const fact = facts.find(one => one.name === name)
  const count = [...chosen.values()].reduce((sum, items) => sum + items.size, 0)
  /** Does one act for each of the issues, one after the other: one that is refused stops none of the others. */
  const each = async (
    issues: readonly Pick<Result, 'issue' | 'version'>[],
    wish: (issue: string) => Wish,
  ) => {
    setBusy(true)
    const made: Result[] = []
    for (const { issue, version } of issues) made.push(await done(issue, { ...wish(issue), version }))
    setResults(made)
    setBusy(false)
    reload()
  }
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [value, why] = ['value', 'why'].map(key => String(data.get(key) ?? '').trim())
    each(
      rows.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ issue: id, version })),
      issue => ({
        do: 'edit',
        operations: [...(chosen.get(issue) ?? [])].map(
          (item): Operation => ({ do: 'set', item, field: name, value: value ?? '', ...(why && { why }) }),
        ),
      }),
    )
  }
  const good = results.filter(({ fault }) => fault === '')
  return (
    <form className="bulk" onSubmit={submit} aria-label="批量改动">
      <b>{`选中 ${chosen.size} 期 ${count} 篇`}</b>
      <label>
        <span>改</span>
        <select value={name} onChange={event => setName(event.target.value)}>
          {facts.map(one => (
            <option key={one.name} value={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </label>
      <label htmlFor="bulk-value">
        <span>为</span>
        {fact && fact.choices.length > 0 ? (
          <select id="bulk-value" name="value" key={name} onChange={event => setStatus(event.target.value)}>
            {fact.choices.map(choice => (
              <option key={choice.value} value={choice.value}>
                {choice.says}
              </option>
            ))}
          </select>
        ) : (
          <input id="bulk-value" name="value" key={name} placeholder={fact?.hint} autoComplete="off" />
        )}
      </label>
      {name === 'status' && status === 'withdrawn' && (
        <label>
          <span>理由，读者会看到</span>
          <input name="why" required maxLength={200} autoComplete="off" />
        </label>
      )}
      <button type="submit" className="main" disabled={busy}>
        {busy ? '正在改……' : '照办'}
      </button>
      <button type="button" disabled={busy} onClick={clear}>
        不选了
      </button>
      {results.length > 0 && (
        <p role="status">
          {`改了 ${good.length} 期`}
          {results.length > good.length &&
            `；没有改的：${results.flatMap(({ issue, fault }) => (fault ? [`${issue}（${fault}）`] : [])).join('，')}`}
        </p>
      )}
      {good.length > 0 && (
        <button type="button" disabled={busy} onClick={() => each(good, () => ({ do: 'undo' }))}>
          撤销这次改动
        </button>
      )}
    </form>
  )
}

type Wish = { readonly do: 'undo' } | { readonly do: 'edit'; readonly operations: readonly Operation[] }

async function done(issue: string, act: Act): Promise<Result> {
  try {
    const { view, problems } = await postAct(issue, act)
    return { issue, version: view.version, fault: problems.map(({ message }) => message).join('；') }
  } catch (error) {
    return { issue, version: act.version, fault: error instanceof Error ? error.message : String(error) }
  }
}
