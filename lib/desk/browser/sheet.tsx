// 版面: a page of the PDF as people see it, every line of it in the ink of its item; a touch of one leads to its text and its doubt.
import { type MouseEvent, useCallback, useRef, useState } from 'react'
import type { LineView, SheetView } from '../wire'
import { getSheet } from './api'
import type { Bench } from './bench'
import { blankLines } from './blank-lines'
import { hueOf } from './hue'
import { lookAtLine } from './look-at-line'
import { useBlobUrl } from './use-blob-url'
import './sheet.css'

type Props = { readonly sheet: SheetView; readonly bench: Bench; readonly zoom: number }

export function Sheet({ sheet, bench, zoom }: Props) {
  const lines = bench.view.lines.filter(({ place }) => place?.page === sheet.page)
  const frame = useRef<HTMLDivElement>(null)
  const picture = usePicture(bench.view.id, sheet, frame, zoom)
  const [blank, setBlank] = useState<ReadonlySet<number>>(new Set())
  const lacksFonts = blank.size > lines.length / 3
  const isBlank = ({ number }: LineView) => lacksFonts || blank.has(number)
  return (
    <>
      {lacksFonts && <p className="quiet note-of-sheet">这份 PDF 没有带上字体，版面上的字是按原文补的。</p>}
      <div className={lacksFonts ? 'sheet pale' : 'sheet'} ref={frame} style={{ width: `${zoom * 100}%` }}>
        {picture ? (
          <img
            src={picture}
            alt=""
            width={sheet.width}
            height={sheet.height}
            onLoad={event => setBlank(blankLines(event.currentTarget, sheet, lines))}
          />
        ) : (
          <p className="quiet none">正在画这一页……</p>
        )}
        <Regions sheet={sheet} lines={lines} bench={bench} isBlank={isBlank} />
      </div>
    </>
  )
}

type RegionsProps = Omit<Props, 'zoom'> & {
  readonly lines: readonly LineView[]
  readonly isBlank: (line: LineView) => boolean
}

/** The lines over the picture; a touch looks at the one that it means. */
function Regions({ sheet, lines, bench, isBlank }: RegionsProps) {
  const touch = (event: MouseEvent<SVGSVGElement>) => {
    const { left, top, width } = event.currentTarget.getBoundingClientRect()
    const scale = sheet.width / width
    const line = lineAt(lines, (event.clientX - left) * scale, (event.clientY - top) * scale)
    if (line) lookAtLine(bench, line)
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list of lines beside it, and J K and the arrows, do the same by keyboard
    <svg
      viewBox={`0 0 ${sheet.width} ${sheet.height}`}
      role="img"
      aria-label={`第 ${sheet.page} 页的版面；用文字看，点“文字”`}
      onClick={touch}
    >
      {lines.map(line => (
        <Region key={line.number} line={line} bench={bench} isBlank={isBlank(line)} />
      ))}
    </svg>
  )
}

/** How far from a line a touch still means it, in points. */
const slack = 14

/** The line that stands at a point, or the nearest within reach. */
function lineAt(lines: readonly LineView[], x: number, y: number): LineView | undefined {
  const away = ({ place }: LineView) => {
    const [x0, y0, x1, y1] = place?.box ?? [0, 0, 0, 0]
    return Math.max(x0 - x, 0, x - x1) + Math.max(y0 - y, 0, y - y1)
  }
  const [nearest] = [...lines].sort((a, b) => away(a) - away(b))
  return nearest && away(nearest) <= slack ? nearest : undefined
}

type RegionProps = { readonly line: LineView; readonly bench: Bench; readonly isBlank: boolean }

/** A line in the ink of its item, with its words where the picture lacks them; the first of an item bears its number. */
function Region({ line, bench: { view, looking }, isBlank }: RegionProps) {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.place?.box ?? []
  const item = view.items.find(({ name }) => name === line.item)
  const part = item?.parts[looking.part]
  const isDoubted = view.doubts[looking.doubt]?.lines.includes(line.number) ?? false
  const isChosen = item?.name === looking.item
  const isAt = isChosen && (part?.segments.some(one => one.line === line.number) ?? false)
  const isFirst = item?.parts[0]?.segments[0]?.line === line.number
  const state = [isChosen && 'chosen', isAt && 'at', isDoubted && 'doubted'].filter(Boolean).join(' ')
  return (
    <g id={`s${line.number}`} className={`region ${item ? hueOf(item.name) : 'out'} ${state}`}>
      <rect x={x0 - 1} y={y0 - 1} width={x1 - x0 + 2} height={y1 - y0 + 2} />
      {isBlank && x1 - x0 > (y1 - y0) / 2 && (
        <text
          className="words"
          x={x0}
          y={y1 - (y1 - y0) * 0.14}
          fontSize={(y1 - y0) * 0.92}
          textLength={x1 - x0}
          lengthAdjust="spacingAndGlyphs"
        >
          {line.text}
        </text>
      )}
      {isFirst && (
        <text x={x0} y={Math.max(16, y0 - 3)}>
          {line.item}
        </text>
      )}
    </g>
  )
}

/** Widths that the server draws, and the widest for a screen that is small: it would hold three times what it shows. */
const widths = [800, 1200, 1600, 2400] as const
const mostOnPhone = 1200

/** The picture of a page, wide enough for its frame; '' until it is there. */
function usePicture(
  issue: string,
  { page }: SheetView,
  frame: { readonly current: HTMLElement | null },
  zoom: number,
): string {
  // With another zoom the frame has another width.
  const load = useCallback(() => {
    const most = Math.min(screen.width, screen.height) < 600 ? mostOnPhone : 2400
    const wanted = Math.min(most, (frame.current?.clientWidth ?? 800) * devicePixelRatio)
    return getSheet(issue, page, widths.find(one => one >= wanted) ?? most)
  }, [issue, page, frame, zoom])
  return useBlobUrl(load)
}
