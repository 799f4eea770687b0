// What a printed line may be, and what speaks for it: logarithms of odds, set by hand. See paragraph-ends.ts.
import { readTail } from '../language/datelines'
import { endsSentence, looseMarks, startsListEntry } from '../language/sentence'
import type { Line } from './blocks'
import { isTipLabel } from './roles'

export type PrintedLine = {
  readonly line: Line
  /** Width-folded. */
  readonly text: string
  /** In ems, with the indent where indents show first lines. */
  readonly width: number
  /** Width that the next unit would have needed on this line. */
  readonly reach: number
  /** Stands alone by its shape: a byline, a label. */
  readonly alone: boolean
  readonly dateline: boolean
}

/** The first or a later line of a paragraph, the first or a later line of a heading, a line by itself. */
export const labels = ['first', 'later', 'heading', 'headingLater', 'alone'] as const
export type Label = (typeof labels)[number]

/** How a page may be set. In ems. */
export type PageSetting = {
  readonly column: number
  /** What first lines leave free although nothing of it is left in the file. */
  readonly reserved: number
  /** First lines are set in, and the file shows it. */
  readonly indented: boolean
}

export const isLater = (label: Label | undefined) => label === 'later' || label === 'headingLater'
const isHeading = (label: Label) => label === 'heading' || label === 'headingLater'

const never = -1000
/** The indent of first lines, in ems. */
export const firstLineIndent = 2
/** A space at the end of a line is lost, in ems. */
const space = 0.5
/** A line fills its column by chance; a sentence ends with its line by chance. About 1 in 12. */
const byChance = -2.5

/** How well the line by itself reads as what the label says. */
export function scoreLine(line: PrintedLine, label: Label, setting: PageSetting): number {
  const { text, alone, dateline } = line
  if (label === 'alone') return alone ? 0 : never
  if (alone && (isTipLabel(text) || !isLater(label))) return never
  // A signature in brackets may be the last line of a text; a byline hardly.
  if (alone) return /^[(（]/u.test(text) ? 0 : -3
  if (setting.indented && (label === 'first') !== line.line.indent >= 1) return never
  if (isHeading(label)) return scoreHeading(line, label)
  const wide = tooWide(line, setting.column - (label === 'first' ? setting.reserved : 0))
  if (label === 'later') return wide + (dateline ? -2 : 0)
  return wide + (/^[,，。、;；:：?？!！)）”’》」…·]/u.test(text) ? -4 : 0) + (dateline ? 1 : 0)
}

/** Headings have no full stop, hardly a comma, and do not break off at one. */
function scoreHeading({ text, dateline }: PrintedLine, label: Label): number {
  const commas = (text.match(/[,，]/gu) ?? []).length
  const sentence = /[。；;]/u.test(text) || dateline || readTail(text) ? -8 : 0
  const broken = /[,，、(（“‘《]$/u.test(text) ? -4 : 0
  const many = commas > 1 ? 3 * (commas - 1) + 0.7 : 0.7 * commas
  return (label === 'heading' ? -1.5 : -1) + sentence + broken - many - (startsListEntry(text) ? 1 : 0)
}

/** How well one line stands above the next; `fit` is what seam() gives for them. */
export function scorePair(
  line: PrintedLine,
  next: PrintedLine,
  from: Label,
  to: Label,
  fit: number,
  setting: PageSetting,
): number {
  const full = fills(line, setting.column - (from === 'first' ? setting.reserved : 0))
  if (!isLater(to)) return scorePart(line, from, full) + scoreHeadBelow(from, to)
  if (isSetApart(line.line, next.line)) return never
  const words = /——$/u.test(line.text) ? -1 : Math.max(-1, Math.min(2, 0.4 * fit))
  if (isHeading(from) || from === 'alone') {
    const torn = scoreHeadingJoin(line, next, full, words)
    return to === 'headingLater' ? torn - (from === 'alone' ? 2 : 0) : never
  }
  if (to !== 'later') return never
  return full + (endsSentence(line.text) ? byChance : words) + (readTail(line.text) ? -6 : 0)
}

/** Another page, or a line that is known to stand by itself. */
export const isSetApart = (line: Line, next: Line) =>
  line.page !== next.page || line.hint !== undefined || next.hint !== undefined

/** Few lines of a page are the first of its heads; several of a head stand together. */
function scoreHeadBelow(from: Label, to: Label): number {
  if (to !== 'heading') return 0
  return isHeading(from) || from === 'alone' ? -0.7 : -1.5
}

/** That the paragraph or the heading ends with this line. */
function scorePart(line: PrintedLine, from: Label, full: number): number {
  const { text, alone } = line
  const chance = full === 0 ? byChance : full > -2 ? byChance / 2 : 0
  if (from === 'alone') return chance
  if (isHeading(from)) return chance - (from === 'heading' && looseMarks(text).open.length > 0 ? 4 : 0)
  const single = from === 'first' && !/^“.*”$/u.test(text) ? -1 : 0
  if (alone || endsSentence(text) || readTail(text) !== undefined) return chance + single
  return chance + single - (/[:：;；]$/u.test(text) ? 2 : chance < 0 ? 9 : 5)
}

/** That a heading goes on in the next line: its marks close there, or a role (通讯员) waits for its name. */
function scoreHeadingJoin({ text }: PrintedLine, next: PrintedLine, full: number, words: number): number {
  const closes = looseMarks(text).open.length > 0 && looseMarks(next.text).close.length > 0 ? 2 : 0
  const role = /(?:记者|通讯员|实习生)$/u.test(text) ? 6 : 0
  return Math.max(full, -6) + Math.min(0, words) + closes + role - 0.5
}

/** The last line of all. */
export function scoreEnd(line: PrintedLine | undefined, label: Label): number {
  if (isHeading(label)) return -4
  return line && label !== 'alone' && !endsSentence(line.text) && !readTail(line.text) ? -3 : 0
}

/** A mark at the end may hang out of the column. In ems. */
export const hangs = (text: string) => (/[,，。、;；:：?？!！”’)）》]$/u.test(text) ? 1 : 0)

/** 0 for a line that the room holds, less the more it does not. */
function tooWide({ text, width }: PrintedLine, room: number): number {
  const over = width - room - hangs(text)
  return over <= 0 ? 0 : -2 - Math.min(10, 2 * over)
}

/** 0 for a line that was broken where the room ends, less the farther it is from that. */
export function fills({ text, width, reach }: PrintedLine, room: number): number {
  const most = room + hangs(text)
  if (reach > room && width <= most) return 0
  if (reach + space > room && width <= room) return -1.5
  return Math.max(width - most, room - reach + space) <= 1 ? -4 : -12
}
