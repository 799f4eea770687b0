// How wide printed lines are, and the columns that they were set in.
import { readByline } from '../language/bylines'
import { readDateline } from '../language/datelines'
import { firstUnit, width } from '../language/measure'
import { endsSentence, foldWidth } from '../language/sentence'
import type { Line } from './blocks'
import { firstLineIndent, type PrintedLine } from './line-scores'
import { isTipLabel } from './roles'

/** A line as it is printed: its width, and how far it would reach with the first word of the next one; `letter`: ems of a letter or digit. */
export function measureLine(
  line: Line,
  next: Line | undefined,
  indented: boolean,
  letter: number,
): PrintedLine {
  const text = foldWidth(line.text)
  const own = width(text, letter) + (indented ? line.indent : 0)
  const dateline = readDateline(text) !== undefined
  const alone = isTipLabel(text) || (readByline(text) !== undefined && !dateline)
  return {
    line,
    text,
    width: own,
    reach: own + (next ? firstUnit(foldWidth(next.text), letter) : 99),
    alone,
    dateline,
  }
}

/** Marks at a line's end may hang or be squeezed: so far a line may be wider than its column, in ems. */
const hang = 2

/** The width of the column around a line: the one that explains most of the lines that stop in mid-sentence. */
export function columnWidth(printed: readonly PrintedLine[], at: number): number {
  const [from, to] = windowOf(printed, at)
  let best = { column: 0, score: 0 }
  for (let column = 10; column <= 48; column++) {
    let score = 0
    for (let index = from; index <= to; index++) score += explains(column, printed[index], printed[index - 1])
    if (score > best.score) best = { column, score }
  }
  return best.column
}

/** 1 for a line that fills the column, less for one that is squeezed into it or leaves an indent free. */
function explains(column: number, one: PrintedLine | undefined, before: PrintedLine | undefined): number {
  if (!one || one.width < 9 || one.alone || endsSentence(one.text)) return 0
  const squeezed = Math.min(
    hang,
    0.5 * (one.text.match(/[,，。、;；:：?？!！“”‘’()（）《》]/gu)?.length ?? 0),
  )
  if (one.reach > column && one.width <= column) return 1
  if (one.reach > column && one.width <= column + squeezed) return 0.5
  const first =
    !before ||
    one.line.gap > 0 ||
    before.alone ||
    endsSentence(before.text) ||
    before.reach <= column - firstLineIndent
  if (first && one.width <= column - firstLineIndent + 1 && one.reach > column - firstLineIndent) return 0.8
  return one.width > column ? -1 : -0.2
}

/** Up to eight lines on either side, as far as an empty line. */
function windowOf(printed: readonly PrintedLine[], at: number): readonly [number, number] {
  let [from, to] = [at, at]
  while (from > 0 && at - from < 8 && (printed[from]?.line.gap ?? 0) === 0) from--
  while (to + 1 < printed.length && to - at < 8 && (printed[to + 1]?.line.gap ?? 0) === 0) to++
  return [from, to]
}
