// 原文: the source line by line, in blocks of the item that owns them; what stands in none can be taken back.
import { roleName } from '../../format/operation'
import type { IssueView, LineView } from '../wire'
import { type Bench, itemOf } from './bench'
import './source-pane.css'

/** Lines that follow each other and belong to one item, or were left out for one reason. */
type Run = {
  readonly key: string
  readonly item: string
  readonly reason: string
  readonly lines: readonly LineView[]
}

function runsOf(lines: readonly LineView[]): readonly Run[] {
  const runs: { key: string; item: string; reason: string; lines: LineView[] }[] = []
  for (const line of lines) {
    const last = runs.at(-1)
    if (last?.item === line.item && last.reason === line.reason) last.lines.push(line)
    else runs.push({ key: `r${line.number}`, item: line.item, reason: line.reason, lines: [line] })
  }
  return runs
}

export function SourcePane({ bench }: { bench: Bench }) {
  const { view } = bench
  return (
    <section className="pane source" aria-label="原文">
      <header>
        <h2>原文</h2>
        <span className="quiet">{`${view.lines.length} 行`}</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="原文各行">
        {runsOf(view.lines).map(run => (
          <RunOf key={run.key} run={run} bench={bench} />
        ))}
      </section>
    </section>
  )
}

function RunOf({ run, bench }: { run: Run; bench: Bench }) {
  const { view, looking } = bench
  const item = view.items.find(({ name }) => name === run.item)
  const hue = item ? ` hue-${(Number(item.name) - 1) % 8}` : ' out'
  return (
    <section className={`run${hue}${item && item.name === looking.item ? ' chosen' : ''}`}>
      <h3>
        {item ? <b>{item.name}</b> : <b>未收</b>} {item ? item.title || '（无题）' : run.reason || '没有归处'}
      </h3>
      <ol>
        {run.lines.map(line => (
          <Line key={line.number} line={line} bench={bench} />
        ))}
      </ol>
    </section>
  )
}

/** What a line is in its item, and the part that has it. */
function placeOf({ items }: IssueView, line: LineView) {
  const item = items.find(({ name }) => name === line.item)
  const at = item?.parts.findIndex(({ segments }) => segments.some(one => one.line === line.number)) ?? -1
  const part = item?.parts[at]
  return part && { at, role: part.role === 'paragraph' ? '' : roleName(part.role) }
}

function Line({ line, bench }: { line: LineView; bench: Bench }) {
  const { view, looking, look, question } = bench
  const place = placeOf(view, line)
  const doubted = view.doubts[looking.doubt]?.lines.includes(line.number) ?? false
  const isChosen = looking.item === line.item && place?.at === looking.part
  const says = (
    <>
      <i>{line.number}</i>
      <span className="words">{line.text}</span>
      <span className="role">{place?.role ?? (line.item ? '' : '收回')}</span>
    </>
  )
  return (
    <li id={`s${line.number}`} className={`${doubted ? 'doubted' : ''}${isChosen ? ' at' : ''}`}>
      <button
        type="button"
        onClick={() =>
          line.item
            ? look({ item: line.item, part: place?.at ?? -1, pane: 'print' })
            : question({ ask: 'take-back', line, into: itemOf(bench)?.name ?? '' })
        }
      >
        {says}
      </button>
    </li>
  )
}
