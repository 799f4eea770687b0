// One issue at the desk: source, doubts and print side by side (one at a time on a phone), and every key that works on them.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { IssueView } from '../wire'
import { Ask } from './ask'
import { type Bench, type Looking, lookingAt, needsEyes, type Pane, panes, type Question } from './bench'
import { commandsOf } from './commands'
import { DoubtPane } from './doubt-pane'
import { IssueMast, Stopped } from './issue-mast'
import { KeyStrip } from './key-strip'
import { useKeys } from './keys'
import { scrollTo, useFollowed, within } from './looking'
import { Mast } from './mast'
import { NoteBar } from './note-bar'
import { PrintPane } from './print-pane'
import { sayDate } from './say-date'
import { SourcePane } from './source-pane'
import { type OpenIssue, useIssue } from './use-issue'
import './issue-page.css'

/** `what` and `at`: what is looked at first, a doubt by its place, or the facts of an item or of the issue. */
export function IssuePage({ id, what, at }: { id: string; what: string; at: string }) {
  const open = useIssue(id)
  const { view, note } = open
  return (
    <>
      {view ? (
        <Benches view={view} open={open} what={what} at={at} />
      ) : (
        <>
          <Mast>
            <span className="grow" />
          </Mast>
          <main className="issue-list">
            <h1 className="hidden">{id}</h1>
            <p className={note ? 'alarm' : 'quiet none'} role={note ? 'alert' : 'status'}>
              {note?.text ?? '正在打开……'}
            </p>
          </main>
        </>
      )}
    </>
  )
}

const paneNames: Readonly<Record<Pane, string>> = { source: '原文', doubts: '存疑', print: '成稿' }

type BenchesProps = {
  readonly view: IssueView
  readonly open: OpenIssue
  readonly what: string
  readonly at: string
}

function Benches({ view, open, what, at }: BenchesProps) {
  const [looking, setLooking] = useState<Looking>(() => {
    const first = lookingAt(view, what === 'doubt' ? Number(at) : 0, 'doubts')
    return what === 'facts' ? { ...first, item: at, part: -1, pane: 'print' } : first
  })
  const [asked, setAsked] = useState<Question | undefined>(
    what === 'facts' || what === 'issue' ? { ask: what } : undefined,
  )
  const { dismiss } = open
  const look = useCallback(
    (to: Partial<Looking>) => {
      dismiss('done')
      setLooking(now => ({ ...now, ...to }))
    },
    [dismiss],
  )
  const followed = useFollowed(view, looking, setLooking)
  const question: Bench['question'] = (next, ...operations) => {
    setAsked(next)
    if (operations.length > 0) open.edit(...operations)
  }
  const bench: Bench = { view, looking: within(followed, view), look, open, question }
  const { title, publication, date, doubts } = view
  useEffect(() => {
    document.title = `${publication || title || sayDate(date)} · 编辑台`
  }, [publication, title, date])
  useEffect(() => scrollTo(bench.looking, doubts[bench.looking.doubt]), [bench.looking, doubts])
  useKeys(
    useMemo(() => commandsOf(bench), [bench]),
    asked === undefined,
  )
  const need = doubts.filter(needsEyes).length
  return (
    <>
      <IssueMast view={view} open={open} item={bench.looking.item} ask={setAsked} />
      {view.problems.length > 0 && <Stopped view={view} />}
      <nav className="segments" aria-label="看哪一栏">
        {panes.map(pane => (
          <button
            type="button"
            key={pane}
            aria-current={looking.pane === pane || undefined}
            onClick={() => look({ pane })}
          >
            {paneNames[pane]} {pane === 'doubts' && need > 0 && <b>{need}</b>}
          </button>
        ))}
      </nav>
      <main className={`bench show-${looking.pane}`}>
        <SourcePane bench={bench} />
        <DoubtPane bench={bench} />
        <PrintPane bench={bench} />
      </main>
      <NoteBar open={open} />
      {asked && <Ask question={asked} bench={bench} close={() => setAsked(undefined)} />}
      <KeyStrip all={() => setAsked({ ask: 'keys' })} />
    </>
  )
}
