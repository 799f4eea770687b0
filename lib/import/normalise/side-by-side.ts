// Columns side by side: every line holds a piece of two columns, parted by white space at the same place.
import type { Fault } from '../../format/characters'
import { width } from '../language/measure'
import { isLetterSpaced } from './spaces'

/** Three spaces or two ideographic ones part columns; within text there is one. */
const seam = /(?<=\S)[ \u3000]+(?=\S)/gu
const narrowestSeam = 3
/** So many lines in a page with the seam at one place, this share of those with a seam, are columns. */
const evidence = { lines: 3, share: 0.6, singleShare: 0.7, tolerance: 2 } as const
/** In ems: no column of text is narrower. */
const narrowestColumn = 8

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
  const wide = [...line.matchAll(seam)].filter(match => cells(match[0]) >= narrowest)
  return wide.map(match => ({
    line: number,
    at: cells(line.slice(0, match.index + match[0].length)),
    index: match.index + match[0].length,
    gap: cells(match[0]),
    left: line.slice(0, match.index).trim(),
    right: line.slice(match.index + match[0].length).trim(),
  }))
}

/** The seams at the place where most lines have one; a right column may begin with an indent. */
function mostCommon(seams: readonly Seam[]): readonly Seam[] {
  const near = (at: number) =>
    seams.filter(one => one.at >= at - evidence.tolerance && one.at <= at + evidence.tolerance + 4)
  return seams.map(({ at }) => near(at)).sort((a, b) => b.length - a.length)[0] ?? []
}

/** Text is several words wide, where cells of tables are not. */
function isWide(pieces: readonly string[]): boolean {
  const widths = pieces.map(piece => width(piece)).sort((a, b) => a - b)
  return (widths[Math.floor(widths.length / 2)] ?? 0) >= narrowestColumn
}

/** Marks stand in this share of the pieces of running text, narrow ones too. */
const textShare = 0.2

/** How many pieces have a mark of running text. */
const marked = (pieces: readonly string[]) => pieces.filter(piece => /[，。；、,;]/u.test(piece)).length
