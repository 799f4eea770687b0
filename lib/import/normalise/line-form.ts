// What a line of the page is: a paragraph, or one of several printed lines; decided once for a page, with its evidence.
import { readByline } from '../language/bylines'
import { readTail } from '../language/datelines'
import { firstUnit, width } from '../language/measure'
import { countGrams, type PageGrams, seam } from '../language/seam'
import { endsSentence, foldWidth } from '../language/sentence'
import type { Line } from '../pipeline/blocks'
import type { LineForm } from './page'

export type FormEvidence = {
  readonly form: LineForm
  /** Lines with text. */
  readonly lines: number
  /** Lines that follow another without an empty line (or with the one that stands between all). */
  readonly adjacent: number
  /** Lines that stop in mid-sentence, right above another line. */
  readonly open: number
  /** The share of those that the next line goes on: a word across the break, a mark left open. */
  readonly continued: number
  /** The share of those that fill the width that most of them have. */
  readonly filled: number
  /** That width, and the widest line, in ems. */
  readonly column: number
  readonly widest: number
  /** The share of open lines with a mark inside, as running text has. */
  readonly marked: number
  /** The share of lines wider than that. */
  readonly over: number
  /** The share of lines that end a sentence. */
  readonly ended: number
  /** A line of running text stops in mid-sentence, and hardly a line is wider. */
  readonly torn: boolean
  /** Empty lines between all lines, which mean nothing. */
  readonly spacing: number
}

/**
 * Measured on 12 pages laid out in either way and the pages of tests/corpus: with a paragraph a line 36 % of the lines
 * and more are wider than the width of the open ones, of printed lines 12 % at most; the next line goes on where 30 %
 * and more of the printed lines stop, and 14 % at most of the headings of the other form.
 */
const limits = { over: 0.2, continued: 0.25, filled: 0.6, ended: 0.45, marked: 0.3 } as const
/** From so many open lines their shares are to be trusted. */
const enough = 8

type Measured = {
  readonly line: Line
  readonly text: string
  readonly width: number
  readonly reach: number
  readonly ended: boolean
}

/** Weighs how the lines of a page make paragraphs. */
export function weighForm(lines: readonly Line[]): FormEvidence {
  const spacing = spacingOf(lines)
  const measured = lines.map((line, at) => measure(line, lines[at + 1]))
  const near = (at: number) => isNear(lines[at], lines[at + 1], spacing)
  const open = measured.flatMap((one, at) => (!one.ended && one.width >= 9 && near(at) ? [at] : []))
  const column = columnOf(measured, open)
  const share = (count: number, of: number) => (of === 0 ? 0 : count / of)
  const grams = countGrams(measured.map(one => one.text))
  const evidence = {
    lines: lines.length,
    adjacent: lines.filter((_, at) => near(at)).length,
    open: open.length,
    continued: share(open.filter(at => goesOn(measured, at, grams)).length, open.length),
    filled: share(open.filter(at => fills(measured[at], column)).length, open.length),
    column,
    widest: Math.max(0, ...measured.map(one => one.width)),
    marked: share(open.filter(at => /[，。；、,;]./u.test(measured[at]?.text ?? '')).length, open.length),
    over: share(measured.filter(one => one.width > column + hang).length, lines.length),
    ended: share(measured.filter(one => one.ended).length, lines.length),
    torn: isTorn(measured, open) || isSetOut(lines, spacing),
    spacing,
  }
  return { ...evidence, form: formOf(evidence) }
}

/** In ems: no verse and hardly a heading is as wide. */
const narrowestText = 16

/** Where a page has but a few lines, one that no heading can be tells what they are. */
function isTorn(measured: readonly Measured[], open: readonly number[]): boolean {
  const torn = open.flatMap(at => {
    const { text, width: own } = measured[at] ?? { text: '', width: 0 }
    const isText = /[。；;]/u.test(text) || (text.match(/[,，]/gu) ?? []).length > 1
    return isText && own >= narrowestText && !readTail(text) && !/[:：]$/u.test(text) ? [own] : []
  })
  const widest = Math.max(0, ...torn)
  const over = measured.filter(one => one.width > widest + hang).length
  return torn.length > 0 && widest <= widestColumn && over <= limits.over * measured.length
}

/** Below a line that is set in stands one that is not and ends in a full stop: the rest of its paragraph. */
function isSetOut(lines: readonly Line[], spacing: number): boolean {
  return lines.some(({ indent, text }, at) => {
    const next = lines[at + 1]
    const near = next && next.gap <= spacing && next.page === lines[at]?.page && next.indent < 1
    return (
      near &&
      indent >= 1 &&
      indent <= 4 &&
      /。[”’)）]*$/u.test(next.text) &&
      width(next.text) <= width(text) + 4
    )
  })
}

function formOf(evidence: Omit<FormEvidence, 'form'>): LineForm {
  const { adjacent, lines, spacing } = evidence
  if (isPrinted(evidence)) return 'printed'
  return spacing === 0 && adjacent > 0.5 * (lines - 1) ? 'paragraphs' : 'blocks'
}

/** A few open lines prove less than many: then all of the page must speak for printed lines. */
function isPrinted(evidence: Omit<FormEvidence, 'form'>): boolean {
  const { open, over, continued, filled, ended, spacing, torn, adjacent, lines } = evidence
  if (spacing === 0 && torn && adjacent > 0.5 * (lines - 1)) return true
  if (over > limits.over || open === 0) return false
  // With an empty line between all of them they may be parts of paragraphs that columns cut.
  if (spacing > 0) return open >= enough && continued >= limits.continued && filled >= limits.filled
  if (open >= 3 && continued >= limits.continued) return true
  const narrow = over === 0 && filled >= limits.filled && ended <= 0.5
  return narrow && (continued >= 0.5 || (open >= 3 && continued > 0.1))
}

/** Lines of one width of which hardly one goes on the one above: columns that were read across each other. */
export function isMixed({ open, over, continued, filled, ended, marked }: FormEvidence): boolean {
  const narrow = over <= limits.over && filled >= limits.filled && marked >= limits.marked
  return open >= enough && narrow && ended <= limits.ended && continued < limits.continued
}

/** Marks at a line's end may hang or be squeezed: so far a line may be wider than its column, in ems. */
const hang = 2

function measure(line: Line, next: Line | undefined): Measured {
  const text = foldWidth(line.text)
  const own = width(text)
  const ended = endsSentence(text) || readByline(text) !== undefined
  return { line, text, width: own, reach: own + (next ? firstUnit(foldWidth(next.text)) : 99), ended }
}

/** The number of empty lines that stand between nearly all lines. */
function spacingOf(lines: readonly Line[]): number {
  const gaps = lines.slice(1).map(({ gap }) => gap)
  const least = gaps.filter(gap => gap === 0).length
  return gaps.length > 0 && least === 0 && gaps.filter(gap => gap === 1).length > 0.6 * gaps.length ? 1 : 0
}

const isNear = (line: Line | undefined, next: Line | undefined, spacing: number) =>
  line !== undefined && next !== undefined && next.gap <= spacing && next.page === line.page

/** No column of a newspaper or a book is wider, in ems. */
const widestColumn = 50

/** No column of a newspaper is narrower, in ems. */
const narrowestColumn = 9
/** A page with more lines shows by them what they are. */
const fewLines = 12

/**
 * On a page of a few lines, none wider than a column may be: lines as wide as the widest, with text in them, above one that
 * ends a sentence. They may be paragraphs and headings, or printed lines that end so by chance; nothing tells.
 */
export function findUnknownEnds(lines: readonly Line[]): readonly number[] {
  const widest = Math.max(...lines.map(({ text }) => width(text)))
  if (lines.length > fewLines || widest > widestColumn || lines.some(({ indent }) => indent >= 1)) return []
  const isText = (line: Line | undefined) =>
    line !== undefined && /。[”’)）]*$/u.test(line.text) && readByline(foldWidth(line.text)) === undefined
  return lines.flatMap((line, at) => {
    const full = width(line.text) >= Math.max(narrowestColumn, widest - 2 * hang)
    const text = isText(line) || (/[，,]/u.test(line.text) && !endsSentence(line.text))
    return full && text && isText(lines[at + 1]) ? [line.number] : []
  })
}

/** The width in which most open lines fit and which they fill. */
function columnOf(measured: readonly Measured[], open: readonly number[]): number {
  let best = { column: 0, count: 0 }
  for (let column = 9; column <= widestColumn; column++) {
    const count = open.filter(at => fills(measured[at], column)).length
    if (count > best.count) best = { column, count }
  }
  return best.column
}

function fills(one: Measured | undefined, column: number): boolean {
  if (!one) return false
  const marks = one.text.match(/[,，。、;；:：?？!！“”‘’()（）《》]/gu)?.length ?? 0
  const indent = one.line.indent
  const fits = one.width + indent <= column + Math.min(hang, 0.5 * marks)
  return fits && one.reach + Math.max(indent, hang) > column && one.width >= column - 4
}

function goesOn(measured: readonly Measured[], at: number, grams: PageGrams): boolean {
  const [left, right] = [measured[at]?.text ?? '', measured[at + 1]?.text ?? '']
  return /[,，、]$/u.test(left) || seam(left, right, grams) >= 2
}
