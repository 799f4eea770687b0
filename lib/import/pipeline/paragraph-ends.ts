// Which printed lines go on in the next one, all readings of a page weighed together: how wide the column is, which lines
// are first lines, which are headings. Where another reading is nearly as good, the widths do not tell.
import { countGrams, seam } from '../language/seam'
import { endsSentence } from '../language/sentence'
import {
  fills,
  firstLineIndent,
  isLater,
  type Label,
  labels,
  type PageSetting,
  type PrintedLine,
  scoreEnd,
  scoreLine,
  scorePair,
} from './line-scores'

export type Ends = {
  /** For each line but the last: whether the next one goes on with it. */
  readonly joins: readonly boolean[]
  /** How far the best reading with this join (or end) is ahead of the best one without it. */
  readonly margins: readonly number[]
}

/**
 * From this lead on a reading is taken for certain. Measured on 2,000 laid-out pages of 12 to 44 ems a line: one page had
 * a wrong end under a larger lead, for its few lines; above 3 there were 24.
 */
export const sure = 4

const never = -1000
const [narrowest, widest] = [9, 50] as const
/** Columns that explain fewer lines than this share of the best one's are not tried. */
const likely = 0.5
/** Fewer broken lines than this do not prove a column. */
const fewestBroken = 3

/**
 * Weighs all readings of lines that stand in one column. In: the lines in each measure that letters and digits may have, the
 * usual one first; `indented`: first lines are set in.
 */
export function weighEnds(measured: readonly (readonly PrintedLine[])[], indented: boolean): Ends {
  const counted = measured.map((lines, at) => ({
    lines,
    unlikely: at * rarely,
    ...columnsOf(lines, indented),
  }))
  const broken = Math.max(...counted.map(one => one.broken))
  const [lines = []] = measured
  const grams = countGrams(lines.map(({ text }) => text))
  const fit = lines.slice(1).map((next, at) => seam(lines[at]?.text ?? '', next.text, grams))
  const all = counted
    .filter(one => one.broken >= likely * broken)
    .flatMap(one => settingsOf(one.columns, indented).map(setting => marginals(one, fit, setting)))
  const pairs = fit.map((_, at) => ({
    join: Math.max(...all.map(({ join }) => join[at] ?? never)),
    part: Math.max(...all.map(({ part }) => part[at] ?? never)),
  }))
  return {
    joins: pairs.map(({ join, part }) => join > part),
    margins: pairs.map(({ join, part }, at) =>
      broken < fewestBroken && (lines[at]?.width ?? 0) >= narrowest ? 0 : Math.abs(join - part),
    ),
  }
}

/** How much speaks against an unusual measure of letters before the lines are looked at. */
const rarely = -3

const settingsOf = (columns: readonly number[], indented: boolean): readonly PageSetting[] =>
  columns.flatMap(column =>
    (indented ? [0] : [firstLineIndent, 0]).map(reserved => ({ column, reserved, indented })),
  )

/** The columns that most of the lines that stop in mid-sentence fill, with and without room for an indent. */
function columnsOf(lines: readonly PrintedLine[], indented: boolean) {
  const open = lines.filter(line => !line.alone && !endsSentence(line.text))
  const isSet = (line: PrintedLine, column: number) =>
    fills(line, column) === 0 || (!indented && fills(line, column - firstLineIndent) === 0)
  const counted = Array.from({ length: widest - narrowest + 1 }, (_, at) => {
    const column = narrowest + at
    return { column, count: open.filter(line => isSet(line, column)).length }
  })
  const broken = Math.max(...counted.map(({ count }) => count))
  const columns = counted.filter(({ count }) => count >= likely * broken).map(({ column }) => column)
  return { columns, broken }
}

type Marginals = { readonly join: readonly number[]; readonly part: readonly number[] }

/** For each pair of lines the score of the best reading that joins it, and of the best one that parts it. */
function marginals(
  { lines, unlikely }: { readonly lines: readonly PrintedLine[]; readonly unlikely: number },
  fit: readonly number[],
  setting: PageSetting,
): Marginals {
  const own = lines.map(line => labels.map(label => scoreLine(line, label, setting)))
  const pairs = lines.slice(1).map((next, at) => scorePairs(lines[at], next, fit[at] ?? 0, setting))
  const before = forward(own, pairs)
  const after = backward(lines, own, pairs)
  const best = (at: number, later: boolean) =>
    highest((from, to) =>
      isLater(labels[to]) === later
        ? unlikely +
          (before[at]?.[from] ?? never) +
          (pairs[at]?.[from]?.[to] ?? never) +
          (own[at + 1]?.[to] ?? never) +
          (after[at + 1]?.[to] ?? never)
        : never,
    )
  return { join: pairs.map((_, at) => best(at, true)), part: pairs.map((_, at) => best(at, false)) }
}

const scorePairs = (line: PrintedLine | undefined, next: PrintedLine, fit: number, setting: PageSetting) =>
  labels.map(from => labels.map(to => (line ? scorePair(line, next, from, to, fit, setting) : never)))

type Scores = readonly (readonly number[])[]

/** For each line and label the best score of all that stands above it, the line included. */
function forward(own: Scores, pairs: readonly Scores[]): Scores {
  const best: (readonly number[])[] = []
  own.forEach((scores, at) => {
    const above = best[at - 1]
    best.push(
      scores.map((score, to) => {
        if (!above) return score + (isLater(labels[to]) ? never : 0)
        return (
          score +
          Math.max(
            ...labels.map((_, from) => (above[from] ?? never) + (pairs[at - 1]?.[from]?.[to] ?? never)),
          )
        )
      }),
    )
  })
  return best
}

/** For each line and label the best score of all that stands below it. */
function backward(lines: readonly PrintedLine[], own: Scores, pairs: readonly Scores[]): Scores {
  const best: (readonly number[])[] = []
  for (let at = lines.length - 1; at >= 0; at--) {
    const below = best[at + 1]
    const ahead = (from: number) => (_: Label, to: number) =>
      (pairs[at]?.[from]?.[to] ?? never) + (own[at + 1]?.[to] ?? never) + (below?.[to] ?? never)
    best[at] = labels.map((label, from) =>
      below ? Math.max(...labels.map(ahead(from))) : scoreEnd(lines[at], label),
    )
  }
  return best
}

function highest(score: (from: number, to: number) => number): number {
  let best = Number.NEGATIVE_INFINITY
  for (let from = 0; from < labels.length; from++)
    for (let to = 0; to < labels.length; to++) best = Math.max(best, score(from, to))
  return best
}
