// The doubts of all issues, one after the other, the riskiest first: J and K, Enter accepts, 2–9 read otherwise.
import { useState } from 'react'
import type { Operation } from '../../format/operation'
import { settleOperation } from '../operations'
import type { QueuedDoubt } from '../wire'
import { DoubtButton, Excerpt, Readings } from './doubt-parts'
import { goTo, type KeyAction, useKeys } from './keys'
import { Mast } from './mast'
import { sayDate } from './say-date'
import { whereIs } from './say-doubt'
import { usePageTitle } from './use-page-title'
import { useQueue } from './use-queue'
import './doubt-pane.css'
import './queue-page.css'

/** So many of those that wait are listed. */
const mostListed = 40

export function QueuePage() {
  const { doubts, left, said, busy, decide, undo, canUndo } = useQueue()
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, Math.max(0, doubts.length - 1))
  const now = doubts[at]
  const turn = (by: number) => setChosen((at + by + doubts.length) % Math.max(1, doubts.length))
  const accept = () => {
    if (now?.kind === 'alt') open(now)
    else if (now) decide(now, [settleOperation(now.item, now.message)])
  }
  usePageTitle('存疑')
  useKeys(
    {
      ...readingKeys(now, decide),
      ...{ j: () => turn(1), k: () => turn(-1), Enter: accept, '1': accept },
      ...{ o: () => now && open(now), 'Control+z': undo },
    },
    true,
  )
  return (
    <>
      <QueueMast
        says={left > 0 ? '正在读各期……' : `各期共 ${doubts.length} 条要看`}
        undo={canUndo && !busy ? undo : undefined}
      />
      <main className="queue-page">
        <p className={said.isWrong ? 'alarm' : 'said quiet'} role={said.isWrong ? 'alert' : 'status'}>
          {said.text}
        </p>
        {now ? (
          <Current doubt={now} busy={busy} accept={accept} decide={decide} skip={() => turn(1)} />
        ) : (
          <p className="quiet none">{left > 0 ? '正在读……' : '各期都没有要看的存疑了。'}</p>
        )}
        <Waiting
          doubts={doubts.filter(doubt => doubt !== now)}
          choose={one => setChosen(doubts.indexOf(one))}
        />
      </main>
    </>
  )
}

/** No `undo`: there is nothing to take back now. */
const QueueMast = ({ says, undo }: { says: string; undo: (() => void) | undefined }) => (
  <Mast>
    <h1 className="crumb">
      <b>存疑</b>
      <span>{says}</span>
    </h1>
    <span className="grow" />
    <button type="button" className="plain" disabled={!undo} onClick={undo}>
      撤销 <kbd>Ctrl Z</kbd>
    </button>
  </Mast>
)

type Decide = (doubt: QueuedDoubt, operations: readonly Operation[]) => void

/** 2 and on: the other readings. */
const readingKeys = (now: QueuedDoubt | undefined, decide: Decide): Readonly<Record<string, KeyAction>> =>
  Object.fromEntries(
    (now?.readings ?? []).map(({ operations }, index) => [
      String(index + 2),
      () => now && decide(now, operations),
    ]),
  )

/** Goes to the doubt in its issue. */
const open = (doubt: QueuedDoubt) => goTo(`#/${doubt.issue}/doubt/${doubt.at}`)()

type CurrentProps = {
  readonly doubt: QueuedDoubt
  readonly busy: boolean
  readonly accept: () => void
  readonly decide: Decide
  readonly skip: () => void
}

function Current({ doubt, busy, accept, decide, skip }: CurrentProps) {
  return (
    <article className="current eyes" aria-live="polite">
      <p className="where">{`${sayPlace(doubt)} · ${doubt.title}`}</p>
      <h2>{doubt.message}</h2>
      <Excerpt lines={doubt.excerpt} />
      <div className="ways">
        <Readings of={doubt} busy={busy} decide={operations => decide(doubt, operations)} />
      </div>
      <div className="acts">
        <button type="button" className="main" disabled={busy} onClick={accept}>
          {doubt.kind === 'alt' ? '去写替代文字' : '认可现在的读法'} <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={skip}>
          先放着 <kbd>J</kbd>
        </button>
        <button type="button" onClick={() => open(doubt)}>
          打开这一期 <kbd>O</kbd>
        </button>
      </div>
    </article>
  )
}

/** Its issue, and where it is there. */
const sayPlace = (doubt: QueuedDoubt) => `${doubt.paper} ${sayDate(doubt.date)} · ${whereIs(doubt)}`

type WaitingProps = {
  readonly doubts: readonly QueuedDoubt[]
  readonly choose: (doubt: QueuedDoubt) => void
}

/** Those that are not looked at now. */
function Waiting({ doubts, choose }: WaitingProps) {
  return (
    <>
      <ul className="queue" aria-label="其余各条">
        {doubts.slice(0, mostListed).map(doubt => (
          <li key={`${doubt.issue} ${doubt.at}`}>
            <DoubtButton doubt={doubt} where={sayPlace(doubt)} look={() => choose(doubt)} />
          </li>
        ))}
      </ul>
      {doubts.length > mostListed && (
        <p className="quiet none">{`后面还有 ${doubts.length - mostListed} 条。`}</p>
      )}
    </>
  )
}
