// One change for many items of several issues: a fact of each, an act an issue, taken back together.
import { type FormEvent, useState } from 'react'
import type { Operation } from '../../format/operation'
import type { Act, FactView, IssueRow } from '../wire'
import { postAct } from './api'
import { OptionList, ReasonField } from './form-fields'
import { sayError, sayProblems } from './say-fault'
import type { Wish } from './use-issue'
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
  const { busy, results, act } = useBulkAct(reload)
  const count = [...chosen.values()].reduce((sum, items) => sum + items.size, 0)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const [field = '', value = '', why] = ['field', 'value', 'why'].map(key =>
      String(data.get(key) ?? '').trim(),
    )
    const issues = rows.filter(({ id }) => chosen.has(id)).map(({ id, version }) => ({ issue: id, version }))
    act(issues, issue => ({
      do: 'edit',
      operations: [...(chosen.get(issue) ?? [])].map(
        (item): Operation => ({ do: 'set', item, field, value, ...(why && { why }) }),
      ),
    }))
  }
  const undo = (done: readonly Result[]) => act(done, () => ({ do: 'undo' }))
  return (
    <form className="bulk" onSubmit={submit} aria-label="批量改动">
      <b>{`选中 ${chosen.size} 期 ${count} 篇`}</b>
      <FactFields facts={facts} />
      <button type="submit" className="main" disabled={busy}>
        {busy ? '正在改……' : '照办'}
      </button>
      <button type="button" disabled={busy} onClick={clear}>
        不选了
      </button>
      <Results results={results} busy={busy} undo={undo} />
    </form>
  )
}

/** Does one act for each of some issues, one after the other: one that is refused stops none of the others. */
function useBulkAct(reload: () => void) {
  const [busy, setBusy] = useState(false)
  const [results, setResults] = useState<readonly Result[]>([])
  const act = async (issues: readonly Pick<Result, 'issue' | 'version'>[], wish: (issue: string) => Wish) => {
    setBusy(true)
    const made: Result[] = []
    for (const { issue, version } of issues) made.push(await resultOf(issue, { ...wish(issue), version }))
    setResults(made)
    setBusy(false)
    reload()
  }
  return { busy, results, act }
}

async function resultOf(issue: string, act: Act): Promise<Result> {
  try {
    const { view, problems } = await postAct(issue, act)
    return { issue, version: view.version, fault: sayProblems(problems) }
  } catch (error) {
    return { issue, version: act.version, fault: sayError(error) }
  }
}

/** Which fact, and what it is to be; the reason, where articles are withdrawn. */
function FactFields({ facts }: Pick<Props, 'facts'>) {
  const [name, setName] = useState(facts[0]?.name ?? '')
  const [status, setStatus] = useState('')
  const fact = facts.find(one => one.name === name)
  return (
    <>
      <label>
        <span>改</span>
        <select name="field" value={name} onChange={event => setName(event.target.value)}>
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
            <OptionList of={fact.choices} />
          </select>
        ) : (
          <input id="bulk-value" name="value" key={name} placeholder={fact?.hint} autoComplete="off" />
        )}
      </label>
      {name === 'status' && status === 'withdrawn' && <ReasonField />}
    </>
  )
}

type ResultsProps = {
  readonly results: readonly Result[]
  readonly busy: boolean
  readonly undo: (done: readonly Result[]) => void
}

/** What came of it, and the way to take back what was done. */
function Results({ results, busy, undo }: ResultsProps) {
  const [done, refused] = [results.filter(({ fault }) => !fault), results.filter(({ fault }) => fault)]
  return (
    <>
      {results.length > 0 && (
        <p role="status">
          {`改了 ${done.length} 期`}
          {refused.length > 0 &&
            `；没有改的：${refused.map(({ issue, fault }) => `${issue}（${fault}）`).join('，')}`}
        </p>
      )}
      {done.length > 0 && (
        <button type="button" disabled={busy} onClick={() => undo(done)}>
          撤销这次改动
        </button>
      )}
    </>
  )
}
