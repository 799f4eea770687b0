// 存疑: the doubts in the order of their risk; the one that is looked at with its readings, routine ones folded by kind.

import { settleOperation } from '../operations'
import type { DoubtView } from '../wire'
import { acceptDoubt, type Bench, lookAtDoubt, lookAtNextDoubt, needsEyes } from './bench'
import { DoubtButton, Excerpt, Readings } from './doubt-parts'
import { doubtKindName, whereIs } from './say-doubt'
import './doubt-pane.css'

export function DoubtPane({ bench }: { bench: Bench }) {
  const { view, looking } = bench
  const all = view.doubts.map((doubt, at) => ({ doubt, at }))
  const [eyes, routine] = [all.filter(one => needsEyes(one.doubt)), all.filter(one => !needsEyes(one.doubt))]
  const kinds = [...new Set(routine.map(one => one.doubt.kind))]
  const now = view.doubts[looking.doubt]
  return (
    <section className="pane doubts" aria-label="存疑">
      <header>
        <h2>存疑</h2>
        <span className="quiet">
          {eyes.length > 0 && <b className="need">{eyes.length} 条要看</b>} 共 {all.length} 条
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="各条存疑">
        {now ? <Current doubt={now} bench={bench} /> : <p className="quiet none">没有存疑了。</p>}
        <ul className="queue">
          {eyes
            .filter(({ at }) => at !== looking.doubt)
            .map(one => (
              <Row key={one.at} {...one} bench={bench} />
            ))}
        </ul>
        {kinds.map(kind => (
          <Fold key={kind} list={routine.filter(one => one.doubt.kind === kind)} bench={bench} />
        ))}
      </section>
      <Bar bench={bench} />
    </section>
  )
}

function Current({ doubt, bench }: { doubt: DoubtView; bench: Bench }) {
  const excerpt = bench.view.lines.filter(({ number }) => doubt.lines.includes(number)).slice(0, 3)
  return (
    <article className={needsEyes(doubt) ? 'current eyes' : 'current'} aria-live="polite">
      <p className="where">{whereIs(doubt)}</p>
      <h3>{doubt.message}</h3>
      <Excerpt lines={excerpt} />
      {doubt.kind === 'alt' ? (
        <button type="button" className="main" onClick={() => acceptDoubt(bench, doubt)}>
          写替代文字 <kbd>Enter</kbd>
        </button>
      ) : (
        <Ways doubt={doubt} bench={bench} />
      )}
    </article>
  )
}

/** The ways to settle a doubt: as it is read, or otherwise; or to leave it for later. */
function Ways({ doubt, bench }: { doubt: DoubtView; bench: Bench }) {
  const { busy, edit } = bench.open
  const accept = () => acceptDoubt(bench, doubt)
  return (
    <>
      <div className="ways">
        <button type="button" className="way now" disabled={busy} onClick={accept}>
          <kbd>1</kbd> 现在的读法对
        </button>
        <Readings of={doubt} busy={busy} decide={operations => edit(...operations)} />
      </div>
      <div className="acts">
        <button type="button" className="main" disabled={busy} onClick={accept}>
          认可 <kbd>Enter</kbd>
        </button>
        <button type="button" onClick={() => lookAtNextDoubt(bench, 1)}>
          先放着 <kbd>J</kbd>
        </button>
      </div>
    </>
  )
}

type Placed = { readonly doubt: DoubtView; readonly at: number }

function Row({ doubt, at, bench }: Placed & { bench: Bench }) {
  return (
    <li>
      <DoubtButton
        doubt={doubt}
        where={whereIs(doubt)}
        isNow={bench.looking.doubt === at}
        look={() => lookAtDoubt(bench, at)}
      />
    </li>
  )
}

function Fold({ list, bench }: { list: readonly Placed[]; bench: Bench }) {
  const [first] = list
  const isOpen = list.some(({ at }) => at === bench.looking.doubt)
  if (!first) return null
  return (
    <details className="fold" open={isOpen || undefined}>
      <summary>
        {doubtKindName(first.doubt.kind)} <b>{list.length}</b>
      </summary>
      <button
        type="button"
        className="all"
        disabled={bench.open.busy}
        onClick={() =>
          bench.open.edit(...list.map(({ doubt }) => settleOperation(doubt.item, doubt.message)))
        }
      >
        这 {list.length} 条一并认可
      </button>
      <ul className="queue">
        {list.map(one => (
          <Row key={one.at} {...one} bench={bench} />
        ))}
      </ul>
    </details>
  )
}

/** On a narrow screen: what a thumb reaches. */
function Bar({ bench }: { bench: Bench }) {
  const { view, looking, open } = bench
  const doubt = view.doubts[looking.doubt]
  if (!doubt) return null
  return (
    <div className="thumbs">
      <button type="button" onClick={() => lookAtNextDoubt(bench, -1)}>
        上一条
      </button>
      <button type="button" className="main" disabled={open.busy} onClick={() => acceptDoubt(bench, doubt)}>
        {doubt.kind === 'alt' ? '写替代文字' : '认可'}
      </button>
      <button type="button" onClick={() => lookAtNextDoubt(bench, 1)}>
        下一条
      </button>
      <button type="button" disabled={!view.undo} onClick={() => open.ask({ do: 'undo' })}>
        撤销
      </button>
    </div>
  )
}
