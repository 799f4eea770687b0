// Columns side by side: every line holds a piece of two columns, parted by white space at the same place.
import type { Fault } from '../../format/characters'
import { groupBy } from '../../model/order'
import { width } from '../language/measure'
import { isLetterSpaced } from './spaces'

/** Three spaces or two ideographic ones part columns; within text there is one. */
const seam = /(?<=\S)[ \u3000]+(?=\S)/gu
const narrowestSeam = 3
/** So many lines in a page with the seam at one place, this share of those with a seam, are columns. */
const evidence = { lines: 3, share: 0.6, singleShare: 0.7, edgeShare: 0.7, tolerance: 2 } as const
/** In ems: no column of text is narrower. */
const narrowestColumn = 8
/** In cells: no row of columns is wider. */
const widestRow = 400

export type Seam = {
  readonly line: number
  /** Cells before the right part, and characters. */
  readonly at: number
  readonly index: number
  /** Cells of white space. */
  readonly gap: number
  readonly left: string
  readonly right: string
}

/** The fault of a page that has text on both sides of such a seam; tables, whose cells hold no sentences, have none. */
export function findSideBySide(text: string): readonly Fault[] {
  const common = findSeams(text)
  return common.length > 0 ? [faultOf(common)] : []
}

/** The seams at the place that most lines have in common; none where that proves no columns. */
export function findSeams(text: string): readonly Seam[] {
  // In letter-spaced lines white space parts words, not columns.
  const lines = text.split('\n').map(line => (isLetterSpaced(line.trim()) ? '' : line))
  const [common, edge] = [findCommon(lines), findEdge(lines)]
  return edge.length > common.length ? edge : common
}

function findCommon(lines: readonly string[]): readonly Seam[] {
  const wide = lines.flatMap((line, index) => [
    ...seamsOf(line, index + 1, narrowestSeam),
    ...alone(line, index + 1),
  ])
  const common = mostCommon(wide)
  if (isProof(common, new Set(wide.map(({ line }) => line)).size, evidence.share)) return common
  // White space so wide between two stretches of text is none of a line's, even in two lines.
  const gulfs = mostCommon(
    wide.filter(({ left, right, gap }) => gap >= gulf && isWide([left]) && isWide([right])),
  )
  if (gulfs.length >= 2 && marked(gulfs.flatMap(({ left, right }) => [left, right])) > 0) return gulfs
  // A single space at one place of nearly every long line is what is left of the space between two columns.
  const long = lines.flatMap((line, index) => (width(line) >= 2 * narrowestColumn ? [{ line, index }] : []))
  const single = long.flatMap(({ line, index }) => {
    const seams = seamsOf(line, index + 1, 1)
    return seams.length <= 2 ? seams : []
  })
  const aligned = mostCommon(single)
  return isProof(aligned, long.length, evidence.singleShare) ? aligned : []
}

/** The seams at a place that hardly a line goes across, from the first that has one to the last, wide or narrow. */
function findEdge(lines: readonly string[]): readonly Seam[] {
  const ends = lines.map(line => cells(line.trimEnd()))
  const seams = lines.flatMap((line, index) =>
    (ends[index] ?? 0) > widestRow ? [] : [...seamsOf(line, index + 1, 1), ...alone(line, index + 1)],
  )
  const places = byPlace(seams)
  const found = [...places].flatMap(([at, here]) => {
    if (!here.some(({ gap }) => gap >= narrowestSeam)) return []
    const beside = widestOfLines(seamsNear(places, at))
    return isEdge(beside, ends, at) ? [beside] : []
  })
  return found.sort((a, b) => b.length - a.length)[0] ?? []
}

/** Of several seams of a line the widest. */
function widestOfLines(seams: readonly Seam[]): readonly Seam[] {
  const widest = new Map<number, Seam>()
  for (const one of seams) if (one.gap > (widest.get(one.line)?.gap ?? 0)) widest.set(one.line, one)
  return [...widest.values()]
}

/** Whether text stands right of this place in line after line, beside text or alone; `ends`: the cells of every line. */
function isEdge(beside: readonly Seam[], ends: readonly number[], at: number): boolean {
  const [first, last] = [beside[0], beside.at(-1)]
  if (!first || !last || beside.length < evidence.lines) return false
  const reaching = ends.slice(first.line - 1, last.line).filter(end => end > at + evidence.tolerance)
  if (beside.length < evidence.edgeShare * reaching.length) return false
  const pairs = beside.filter(({ left }) => left !== '')
  const apart = pairs.some(({ gap }) => gap >= narrowestSeam) && pairs.some(({ left }) => isWide([left]))
  if (!apart && beside.length - pairs.length < evidence.lines) return false
  const pieces = [...pairs.map(({ left }) => left), ...beside.map(({ right }) => right)]
  return isWide(beside.map(({ right }) => right)) && marked(pieces) >= textShare * pieces.length
}

function isProof(common: readonly Seam[], of: number, share: number): boolean {
  if (common.length < evidence.lines || common.length < share * of) return false
  const left = common.flatMap(({ left }) => left || [])
  const right = common.map(one => one.right)
  if (left.length < fewestPairs || !isWide(left) || !isWide(right)) return false
  return marked([...left, ...right]) >= textShare * (left.length + right.length)
}

/** So many lines have text on both sides. */
const fewestPairs = 3
/** In cells: a tab or a few spaces are narrower. */
const gulf = 8
/** In cells: no line of text is set in so far. */
const deepIndent = 20

function faultOf(common: readonly Seam[]): Fault {
  const [first, last] = [common[0], common.at(-1)]
  const message =
    `第 ${first?.line}–${last?.line} 行左右两栏并排在同一行（${common.length} 行在第 ${first?.at} 格处分开），` +
    '横着读会串栏：有 PDF 就直接导入 PDF；否则按栏重新导出（pdftotext -raw 版面.pdf 版面.txt，不加 -layout），或把左栏、右栏分别复制，上下相接'
  return { line: first?.line ?? 1, column: 1, rule: 'page-columns', message }
}

/** Columns on a terminal: a Chinese character takes two. */
export const cells = (text: string) => 2 * width(text)

/** A line of the right column alone, beside the end of the left one. */
function alone(line: string, number: number): readonly Seam[] {
  const index = line.length - line.trimStart().length
  const at = cells(line.slice(0, index))
  return at >= deepIndent && line.trim() !== ''
    ? [{ line: number, at, index, gap: at, left: '', right: line.trim() }]
    : []
}

function seamsOf(line: string, number: number, narrowest: number): readonly Seam[] {
  const seams: Seam[] = []
  let [at, index] = [0, 0]
  for (const match of line.matchAll(seam)) {
    const end = match.index + match[0].length
    at += cells(line.slice(index, end))
    index = end
    const gap = cells(match[0])
    const [left, right] = [line.slice(0, match.index).trim(), line.slice(end).trim()]
    if (gap >= narrowest) seams.push({ line: number, at, index, gap, left, right })
  }
  return seams
}

/** The seams at the place where most lines have one. */
function mostCommon(seams: readonly Seam[]): readonly Seam[] {
  const places = byPlace(seams)
  let best = { at: 0, count: 0 }
  for (const at of places.keys()) {
    const count = window.reduce((sum, offset) => sum + (places.get(at + offset)?.length ?? 0), 0)
    if (count > best.count) best = { at, count }
  }
  return seamsNear(places, best.at)
}

type Places = ReadonlyMap<number, readonly Seam[]>

const byPlace = (seams: readonly Seam[]): Places => groupBy(seams, ({ at }) => [at])

/** Cells from a place at which its seams stand; a right column may begin with an indent. */
const window = Array.from({ length: 2 * evidence.tolerance + 5 }, (_, at) => at - evidence.tolerance)

/** The seams near a place, line by line. */
const seamsNear = (places: Places, at: number): readonly Seam[] =>
  window.flatMap(offset => places.get(at + offset) ?? []).sort((a, b) => a.line - b.line || a.at - b.at)

/** Text is several words wide, where cells of tables are not. */
function isWide(pieces: readonly string[]): boolean {
  const widths = pieces.map(piece => width(piece)).sort((a, b) => a - b)
  return (widths[Math.floor(widths.length / 2)] ?? 0) >= narrowestColumn
}

/** Marks stand in this share of the pieces of running text, narrow ones too. */
const textShare = 0.2

/** How many pieces have a mark of running text. */
const marked = (pieces: readonly string[]) => pieces.filter(piece => /[，。；、,;]/u.test(piece)).length
