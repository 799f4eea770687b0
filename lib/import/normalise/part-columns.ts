// Columns side by side in a text are parted where it is certain: the same seam in all lines, and words that go on down the
// columns, not across them.
import type { PartedColumns } from '../../format/parted-columns'
import { width } from '../language/measure'
import { countGrams, type PageGrams, seam } from '../language/seam'
import { endsSentence, foldWidth } from '../language/sentence'
import { cells, findSeams, type Seam } from './side-by-side'

export type Parted = { readonly text: string; readonly parted: readonly PartedColumns[] }

/** More columns than this do not fit beside each other. */
const mostColumns = 6

/** The text with its columns one after the other; undefined where it has none, or they are not certain. */
export function partColumns(text: string): Parted | undefined {
  if (/[\f\t]/u.test(text.trim())) return undefined
  const lines = text.split('\n')
  const first = cut(lines)
  if (!first) return undefined
  const columns = [first.left]
  let rest = first.right
  for (let more = cut(rest); more && columns.length < mostColumns; more = cut(rest)) {
    const above = rest.slice(0, more.from).some(line => line.trim() !== '')
    if (above) return undefined
    columns.push(more.left.map((line, at) => (at < more.from ? '' : line)))
    rest = more.right
  }
  columns.push(rest)
  if (!goDown(columns.map(column => column.slice(first.from)))) return undefined
  const parted = { lines: { from: first.from + 1, to: lines.length }, columns: columns.length }
  // A form feed before each column but the first, as where pages end: an empty end of a column parts no articles.
  const below = columns.flatMap((column, index) =>
    column.slice(first.from).map((line, at) => (index > 0 && at === 0 ? `\f${line}` : line)),
  )
  const made = [...lines.slice(0, first.from), ...below]
  return { text: made.join('\n'), parted: [parted] }
}

type Cut = { readonly from: number; readonly left: readonly string[]; readonly right: readonly string[] }

/** Right columns may begin this many cells further in: an indent. */
const indented = { from: 3, to: 8 } as const

/** Cuts all lines from the first that has the common seam down to the end; undefined when a line has text across it. */
function cut(lines: readonly string[]): Cut | undefined {
  const seams = findSeams(lines.join('\n'))
  const [first] = seams
  if (!first) return undefined
  const edge = Math.min(...seams.map(({ at }) => at))
  if (goesAcross(lines.slice(0, first.line - 1), edge)) return undefined
  const byLine = new Map(seams.map(one => [one.line - 1, one]))
  const from = first.line - 1
  const pairs = lines.slice(from).map((line, at) => cutLine(line, byLine.get(from + at), edge))
  if (pairs.some(pair => pair === undefined)) return undefined
  const empty = lines.slice(0, from).map(() => '')
  return {
    from,
    left: [...lines.slice(0, from), ...pairs.map(pair => pair?.[0] ?? '')],
    right: [...empty, ...pairs.map(pair => pair?.[1] ?? '')],
  }
}

/** Whether a line right above the columns is wider than the left one: a headline over both, or two lines that touch. */
function goesAcross(above: readonly string[], edge: number): boolean {
  const from = above.findLastIndex(line => line.trim() === '') + 1
  return above.slice(from).some(line => cells(line.trimEnd()) > edge)
}

/** The two parts of a line; undefined when its text goes across the edge of the right column. */
function cutLine(line: string, found: Seam | undefined, edge: number): readonly [string, string] | undefined {
  const indent = (at: number) => (at - edge >= indented.from && at - edge <= indented.to ? '　　' : '')
  if (found) return [line.slice(0, found.index).trimEnd(), indent(found.at) + line.slice(found.index).trim()]
  const text = line.trim()
  const start = cells(line.slice(0, line.length - line.trimStart().length))
  if (!text) return ['', '']
  if (start >= edge - 2) return ['', indent(start) + text]
  return cells(line.trimEnd()) < edge ? [line.trimEnd(), ''] : undefined
}

/** So many lines that stop in mid-sentence, of which this share goes on below, and at most that part of it across. */
const proof = { lines: 5, down: 0.35, across: 0.7 } as const

/** Whether sentences go on down the columns and not across them. */
function goDown(columns: readonly (readonly string[])[]): boolean {
  const folded = columns.map(column => column.map(line => foldWidth(line).trim()))
  const grams = countGrams(folded.flat())
  const down = folded.flatMap(column => {
    const inked = column.filter(Boolean)
    return inked.slice(1).map((line, at): Pair => [inked[at] ?? '', line])
  })
  const across = folded.slice(1).flatMap((column, index) =>
    column.flatMap((line, at): Pair[] => {
      const left = folded[index]?.[at] ?? ''
      return left && line ? [[left, line]] : []
    }),
  )
  const [one, other] = [continued(down, grams), continued(across, grams)]
  return one.count >= proof.lines && one.share >= proof.down && other.share <= proof.across * one.share
}

type Pair = readonly [string, string]

function continued(
  pairs: readonly Pair[],
  grams: PageGrams,
): { readonly count: number; readonly share: number } {
  const open = pairs.filter(([left]) => width(left) >= 8 && !endsSentence(left))
  const on = open.filter(([left, right]) => seam(left, right, grams) >= 2)
  return { count: open.length, share: open.length === 0 ? 0 : on.length / open.length }
}
