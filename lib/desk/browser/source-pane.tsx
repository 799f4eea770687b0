// 原文: the source line by line, in blocks of the item that owns them; what stands in none can be taken back.

import { useState } from 'react'
import { roleName } from '../../format/operation'
import type { LineView } from '../wire'
import type { Bench } from './bench'
import { hueOf } from './hue'
import { lookAtLine, placeOfLine } from './look-at-line'
import { Sheet } from './sheet'
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
  const [asText, setAsText] = useState(view.sheets.length === 0)
  const [zoom, setZoom] = useState(1)
  return (
    <section className="pane source" aria-label="原文">
      <header>
        <h2>原文</h2>
        <span className="quiet">{`${view.lines.length} 行`}</span>
        {view.sheets.length > 0 && (
          <span className="way-of-seeing">
            {!asText && <ZoomButtons zoom={zoom} change={setZoom} />}
            <button type="button" aria-pressed={!asText} onClick={() => setAsText(false)}>
              版面
            </button>
            <button type="button" aria-pressed={asText} onClick={() => setAsText(true)}>
              文字
            </button>
          </span>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls must be reached by keyboard */}
      <section className="body" tabIndex={0} aria-label="原文各行">
        {asText
          ? runsOf(view.lines).map(run => <RunOf key={run.key} run={run} bench={bench} />)
          : view.sheets.map(sheet => <Sheet key={sheet.page} sheet={sheet} bench={bench} zoom={zoom} />)}
      </section>
    </section>
  )
}

/** The page is enlarged up to so many times the width of its pane, by so much at a time. */
const mostZoom = 4
const zoomStep = 0.5

const ZoomButtons = ({ zoom, change }: { zoom: number; change: (zoom: number) => void }) => (
  <>
    <button type="button" aria-label="缩小" disabled={zoom <= 1} onClick={() => change(zoom - zoomStep)}>
      －
    </button>
    <button
      type="button"
      aria-label="放大"
      disabled={zoom >= mostZoom}
      onClick={() => change(zoom + zoomStep)}
    >
      ＋
    </button>
  </>
)

function RunOf({ run, bench }: { run: Run; bench: Bench }) {
  const { view, looking } = bench
  const item = view.items.find(({ name }) => name === run.item)
  const hue = item ? hueOf(item.name) : 'out'
  return (
    <section className={`run ${hue}${item && item.name === looking.item ? ' chosen' : ''}`}>
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

function Line({ line, bench }: { line: LineView; bench: Bench }) {
  const { view, looking } = bench
  const place = placeOfLine(view, line)
  const role = place && place.role !== 'paragraph' ? roleName(place.role) : ''
  const doubted = view.doubts[looking.doubt]?.lines.includes(line.number) ?? false
  const isChosen = looking.item === line.item && place?.at === looking.part
  const says = (
    <>
      <i>{line.number}</i>
      <span className="words">{line.text}</span>
      <span className="role">{role || (line.item ? '' : '收回')}</span>
    </>
  )
  return (
    <li id={`s${line.number}`} className={`${doubted ? 'doubted' : ''}${isChosen ? ' at' : ''}`}>
      <button type="button" onClick={() => lookAtLine(bench, line)}>
        {says}
      </button>
    </li>
  )
}
