// Cuts right after a full stop, which no sentence shows: found by the height of the columns, which are equal.

import { mayStop } from '../language/sentence'

/** A paragraph as far as its sentences show it, and where the columns cut it (offsets). */
export type CutParagraph = {
  readonly text: string
  readonly cuts: readonly number[]
  readonly heading: boolean
}

/** Measure of a letter or digit in ems: newspapers set them half wide, some systems whole. */
const measures = [0.5, 1] as const
const narrowest = 12
const widest = 28

type ColumnSetting = { readonly column: number; readonly digit: number; readonly height: number }
type Fit = { readonly joints: readonly number[]; readonly score: number }

/**
 * The paragraphs (by index) that go on in the next one although they end in a full stop.
 * Evidence: one column width and one column height under which every cut that is known ends a line and a column, every
 * column ends where a piece of text ends, and the paragraph fills its last line to the end.
 */
export function findHiddenCuts(paragraphs: readonly CutParagraph[]): readonly number[] {
  const known = paragraphs.reduce((sum, one) => sum + one.cuts.length, 0)
  if (known === 0 || paragraphs.length < 2) return []
  const fits = settings(paragraphs).flatMap(setting => tryFit(paragraphs, setting) ?? [])
  const best = Math.max(0, ...fits.map(fit => fit.score))
  const top = fits.filter(fit => fit.score === best)
  const [first, ...rest] = top
  const sure = first ? first.joints.filter(joint => rest.every(fit => fit.joints.includes(joint))) : []
  return sure.filter(joint => isLikelyPart(paragraphs, joint))
}

/**
 * Measured on laid-out pages, where a whole paragraph fills its last line by chance, the text before the joint is long
 * and both together are longer than any other paragraph of the article; the first part of a cut one is short.
 */
function isLikelyPart(paragraphs: readonly CutParagraph[], joint: number): boolean {
  const longest = Math.max(
    ...paragraphs.map((one, at) => (at === joint || at === joint + 1 ? 0 : one.text.length)),
  )
  const before = paragraphs[joint]?.text.length ?? 0
  const both = before + (paragraphs[joint + 1]?.text.length ?? 0)
  return both <= longest || (before <= 60 && both <= 1.45 * longest)
}

function settings(paragraphs: readonly CutParagraph[]): readonly ColumnSetting[] {
  const found: ColumnSetting[] = []
  for (const digit of measures) {
    for (let column = narrowest; column <= widest; column++) {
      if (!paragraphs.every(one => one.cuts.every(cut => endsLine(one.text.slice(0, cut), column, digit))))
        continue
      const lines = paragraphs.reduce((sum, one) => sum + countLines(one.text, column, digit), 0)
      for (let height = 3; height <= lines / 2 + 1; height++) found.push({ column, digit, height })
    }
  }
  return found
}

/** Undefined when a column would end inside a piece of text, or a cut not at the end of a column. */
function tryFit(
  paragraphs: readonly CutParagraph[],
  { column, digit, height }: ColumnSetting,
): Fit | undefined {
  const joints: number[] = []
  const total = paragraphs.reduce((sum, one) => sum + countLines(one.text, column, digit), 0)
  let [line, score, carried] = [0, 0, '']
  let carriedCuts: readonly number[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = carried + paragraph.text
    const cuts = [...carriedCuts, ...paragraph.cuts.map(cut => cut + carried.length)]
    const cutLines = cuts.map(cut => line + countLines(text.slice(0, cut), column, digit))
    const end = line + countLines(text, column, digit)
    if (!columnsEndAt(cutLines, line, end, height, total)) return undefined
    const next = paragraphs[index + 1]
    const edge = end % height === 0
    score += edge && next ? 1 : 0
    if (next && !next.heading && !paragraph.heading && edge && endsLine(text, column, digit)) {
      joints.push(index)
      carried = text
      carriedCuts = [...cuts, text.length]
    } else {
      line = end
      score += 3 * cuts.length
      carried = ''
      carriedCuts = []
    }
  }
  return { joints, score }
}

/** The last column may be longer by a few lines, where the text did not divide evenly. */
function columnsEndAt(
  cuts: readonly number[],
  from: number,
  to: number,
  height: number,
  total: number,
): boolean {
  if (!cuts.every(cut => cut % height === 0)) return false
  for (let at = Math.ceil((from + 1) / height) * height; at < to; at += height) {
    if (!cuts.includes(at) && total - at > height / 3) return false
  }
  return true
}

const indent = 2

/** Whether the text, set from its indent, stops at a line's end; marks squeezed in or pushed out shift it a little. */
function endsLine(text: string, column: number, digit: number): boolean {
  const size = measure(text, digit) + indent
  const lines = Math.max(1, Math.round(size / column))
  return Math.abs(size - lines * column) <= 1 + 0.1 * lines
}

function countLines(text: string, column: number, digit: number): number {
  const size = measure(text, digit) + indent
  return endsLine(text, column, digit) ? Math.max(1, Math.round(size / column)) : Math.ceil(size / column)
}

const narrow = new Set('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .%/+-')

function measure(text: string, digit: number): number {
  let sum = 0
  for (const mark of text) sum += mark <= 'z' && narrow.has(mark) ? digit : 1
  return sum
}

/**
 * The column widths (ems) under which all cuts end a line, given pieces of text in order, each a paragraph or a part of
 * one; an empty text parts two stretches. Empty when no piece is cut.
 */
export function columnWidths(texts: readonly string[]): readonly number[] {
  const cuts: string[] = []
  let open = ''
  texts.forEach((text, at) => {
    const next = texts[at + 1]
    const cut = text !== '' && next !== undefined && next !== '' && !mayStop(text, next)
    if (cut) cuts.push(open + text)
    open = cut ? open + text : ''
  })
  if (cuts.length === 0) return []
  const all = Array.from({ length: widest - narrowest + 1 }, (_, at) => narrowest + at)
  return all.filter(column => cuts.every(cut => endsColumnLine(cut, column)))
}

/** Whether the text, set from the indent of its paragraph, stops at the end of a line of that column. */
export const endsColumnLine = (text: string, column: number): boolean =>
  measures.some(digit => endsLine(text, column, digit))
