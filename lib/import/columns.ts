// Cuts right after a full stop, which no sentence shows: found by the height of the columns, which are equal.
import { fold } from './sentence'

/** A paragraph as far as its sentences show it, and where the columns cut it (offsets). */
export type SetParagraph = {
  readonly text: string
  readonly cuts: readonly number[]
  readonly heading: boolean
}

/** Measure of a letter or digit in ems: newspapers set them half wide, some systems whole. */
const measures = [0.5, 1] as const
const narrowest = 12
const widest = 28

type Setting = { readonly column: number; readonly digit: number; readonly height: number }
type Fit = { readonly joints: readonly number[]; readonly score: number }

/**
 * The paragraphs (by index) that go on in the next one although they end in a full stop.
 * Evidence: one column width and one column height under which every cut that is known ends a line and a column, every
 * column ends where a piece of text ends, and the paragraph fills its last line to the end.
 */
export function findHiddenCuts(paragraphs: readonly SetParagraph[]): readonly number[] {
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
function isLikelyPart(paragraphs: readonly SetParagraph[], joint: number): boolean {
  const longest = Math.max(
    ...paragraphs.map((one, at) => (at === joint || at === joint + 1 ? 0 : one.text.length)),
  )
  const before = paragraphs[joint]?.text.length ?? 0
  const both = before + (paragraphs[joint + 1]?.text.length ?? 0)
  return both <= longest || (before <= 60 && both <= 1.45 * longest)
}

function settings(paragraphs: readonly SetParagraph[]): readonly Setting[] {
  const found: Setting[] = []
  for (const digit of measures) {
    for (let column = narrowest; column <= widest; column++) {
      if (!paragraphs.every(one => one.cuts.every(cut => lineEnds(one.text, column, digit).includes(cut))))
        continue
      const lines = paragraphs.reduce((sum, one) => sum + lineEnds(one.text, column, digit).length, 0)
      for (let height = 3; height <= lines / 2 + 1; height++) found.push({ column, digit, height })
    }
  }
  return found
}

/** Undefined when a column would end inside a piece of text, or a cut not at the end of a column. */
function tryFit(paragraphs: readonly SetParagraph[], { column, digit, height }: Setting): Fit | undefined {
  const joints: number[] = []
  let [line, score, carried] = [0, 0, '']
  let carriedCuts: readonly number[] = []
  const total = paragraphs.reduce((sum, one) => sum + lineEnds(one.text, column, digit).length, 0)
  for (const [index, paragraph] of paragraphs.entries()) {
    const text = carried + paragraph.text
    const cuts = [...carriedCuts, ...paragraph.cuts.map(cut => cut + carried.length)]
    const ends = lineEnds(text, column, digit)
    if (!columnsEndAtCuts(ends, cuts, line, height, total)) return undefined
    const next = paragraphs[index + 1]
    const edge = (line + ends.length) % height === 0
    const joined =
      next && !next.heading && !paragraph.heading && edge && fillsLine(text, next.text, column, digit)
    score += edge && next ? 1 : 0
    if (joined) {
      joints.push(index)
      carried = text
      carriedCuts = [...cuts, text.length]
    } else {
      line += ends.length
      score += 3 * cuts.length
      carried = ''
      carriedCuts = []
    }
  }
  return { joints, score }
}

/** The last column may be longer by a few lines, where the text did not divide evenly. */
function columnsEndAtCuts(
  ends: readonly number[],
  cuts: readonly number[],
  line: number,
  height: number,
  total: number,
): boolean {
  if (!cuts.every(cut => (line + ends.indexOf(cut) + 1) % height === 0)) return false
  for (let at = Math.ceil((line + 1) / height) * height; at < line + ends.length; at += height) {
    const cut = cuts.includes(ends[at - line - 1] ?? -1)
    if (!cut && total - at > height / 3) return false
  }
  return true
}

/** Whether the line would break just there, were the second text to go on in the same paragraph. */
function fillsLine(text: string, next: string, column: number, digit: number): boolean {
  return lineEnds(text + next, column, digit).includes(text.length)
}

const units = /[“‘（(《]*(?:[A-Za-z\d][\w.,:/%+@&=?#~-]*|[^“‘（(《])[，。、；：？！”’）》…—,;:?!)]*/gu
const hanging = /[，。、；：？！”’）》,;:?!)]$/u

/** Offsets at which the lines of a paragraph end, set with an indent of two ems; the last is the length of the text. */
function lineEnds(text: string, column: number, digit: number): readonly number[] {
  const ends: number[] = []
  let [used, at] = [2, 0]
  for (const [unit] of fold(text).matchAll(units)) {
    const least = measure(unit.replace(hanging, ''), digit)
    if (used > 0 && used + least > column && at > 0) {
      ends.push(at)
      used = 0
    }
    used += measure(unit, digit)
    at += unit.length
  }
  return [...ends, text.length]
}

function measure(text: string, digit: number): number {
  let sum = 0
  for (const mark of text) sum += /[A-Za-z\d .%/+-]/.test(mark) ? digit : 1
  return sum
}
