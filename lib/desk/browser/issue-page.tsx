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
import { sayIssue } from './say-date'
import { SourcePane } from './source-pane'
import { type OpenIssue, useIssue } from './use-issue'
import { usePageTitle } from './use-page-title'
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
  const { looking, look } = useLooking(view, open, what, at)
  const [asked, setAsked] = useState<Question | undefined>(
    what === 'facts' || what === 'issue' ? { ask: what } : undefined,
  )
  const question: Bench['question'] = (next, ...operations) => {
    setAsked(next)
    if (operations.length > 0) open.edit(...operations)
  }
  const bench: Bench = { view, looking, look, open, question }
  usePageTitle(sayIssue(view))
  useEffect(() => scrollTo(looking, view.doubts[looking.doubt]), [looking, view.doubts])
  useKeys(
    useMemo(() => commandsOf(bench), [bench]),
    asked === undefined,
  )
  return (
    <>
      <IssueMast view={view} open={open} item={looking.item} ask={setAsked} />
      {view.problems.length > 0 && <Stopped view={view} />}
      <PaneSwitch bench={bench} />
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

/** What is looked at, at first as the address says, and how to look at something else: what was done is then read. */
function useLooking(view: IssueView, { dismiss }: OpenIssue, what: string, at: string) {
  const [looking, setLooking] = useState<Looking>(() => {
    const first = lookingAt(view, what === 'doubt' ? Number(at) : 0, 'doubts')
    return what === 'facts' ? { ...first, item: at, part: -1, pane: 'print' } : first
  })
  const look = useCallback(
    (to: Partial<Looking>) => {
      dismiss('done')
      setLooking(now => ({ ...now, ...to }))
    },
    [dismiss],
  )
  return { looking: within(useFollowed(view, looking, setLooking), view), look }
}

/** On a narrow screen: which of the panes is seen. */
function PaneSwitch({ bench: { view, looking, look } }: { bench: Bench }) {
  const need = view.doubts.filter(needsEyes).length
  return (
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
  )
}
