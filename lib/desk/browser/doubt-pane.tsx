// 存疑: the doubts in the order of their risk; the one that is looked at with its readings, routine ones folded by kind.
import type { DoubtView } from '../wire'
import { acceptDoubt, type Bench, lookAtDoubt, needsEyes } from './bench'
import { settle } from './operations'
import { nameOf, shorten, whereIs } from './say-doubt'
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
  const { open, looking } = bench
  const accept = () => acceptDoubt(bench, doubt)
  const excerpt = bench.view.lines.filter(({ number }) => doubt.lines.includes(number)).slice(0, 3)
  return (
    <article className={needsEyes(doubt) ? 'current eyes' : 'current'} aria-live="polite">
      <p className="where">{whereIs(doubt)}</p>
      <h3>{doubt.message}</h3>
      <ol className="excerpt">
        {excerpt.map(({ number, text }) => (
          <li key={number}>
            <i>{number}</i>
            {shorten(text)}
          </li>
        ))}
      </ol>
      {doubt.kind === 'alt' ? (
        <button type="button" className="main" onClick={accept}>
          写替代文字 <kbd>Enter</kbd>
        </button>
      ) : (
        <>
          <div className="ways">
            <button type="button" className="way now" disabled={open.busy} onClick={accept}>
              <kbd>1</kbd> 现在的读法对
            </button>
            {doubt.readings.map(({ says, operations }, at) => (
              <button
                type="button"
                className="way"
                key={says}
                disabled={open.busy}
                onClick={() => open.edit(...operations)}
              >
                <kbd>{at + 2}</kbd> {says}
              </button>
            ))}
          </div>
          <div className="acts">
            <button type="button" className="main" disabled={open.busy} onClick={accept}>
              认可 <kbd>Enter</kbd>
            </button>
            <button
              type="button"
              onClick={() => lookAtDoubt(bench, (looking.doubt + 1) % bench.view.doubts.length)}
            >
              先放着 <kbd>J</kbd>
            </button>
          </div>
        </>
      )}
    </article>
  )
}

type Placed = { readonly doubt: DoubtView; readonly at: number }

function Row({ doubt, at, bench }: Placed & { bench: Bench }) {
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={bench.looking.doubt === at || undefined}
        onClick={() => lookAtDoubt(bench, at)}
      >
        <span>{doubt.message}</span>
        <small>{whereIs(doubt)}</small>
      </button>
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
        {nameOf(first.doubt.kind)} <b>{list.length}</b>
      </summary>
      <button
        type="button"
        className="all"
        disabled={bench.open.busy}
        onClick={() => bench.open.edit(...list.map(({ doubt }) => settle(doubt.item, doubt.message)))}
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
  const turn = (by: number) =>
    lookAtDoubt(bench, (looking.doubt + by + view.doubts.length) % view.doubts.length)
  if (!doubt) return null
  return (
    <div className="thumbs">
      <button type="button" onClick={() => turn(-1)}>
        上一条
      </button>
      <button type="button" className="main" disabled={open.busy} onClick={() => acceptDoubt(bench, doubt)}>
        {doubt.kind === 'alt' ? '写替代文字' : '认可'}
      </button>
      <button type="button" onClick={() => turn(1)}>
        下一条
      </button>
      <button type="button" disabled={!view.undo} onClick={() => open.ask({ do: 'undo' })}>
        撤销
      </button>
    </div>
  )
}
