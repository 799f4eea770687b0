// Hard-wrapped pages: every printed line is a line of the dump, indents are lost; paragraphs are found by line lengths.

import { readBareNames } from '../language/bylines'
import { looksLikeColumn } from '../language/column-label'
import { readDateline, readTail } from '../language/datelines'
import { width } from '../language/measure'
import { countGrams, type PageGrams, seam } from '../language/seam'
import { endsSentence, looseMarks, startsListEntry } from '../language/sentence'
import { type Block, blockOf, joinBlocks, type Line } from './blocks'
import { columnWidth, measureLine } from './column-width'
import { firstLineIndent, hangs, isSetApart, type PrintedLine as Printed } from './line-scores'
import { type Ends, sure, weighEnds } from './paragraph-ends'

export type Unwrapped = {
  /** One a paragraph, heading or byline. */
  readonly blocks: readonly Block[]
  /** Lines that fill the column: whether the paragraph or the heading ends with them, their widths alone cannot show. */
  readonly uncertain: readonly number[]
  /** No empty line shows where articles end, so that what is uncertain may change any of them. */
  readonly gapless: boolean
  /** Widths prove where paragraphs end, but for those that are uncertain. */
  readonly regular: boolean
}

/** Measures of a letter or digit in ems: newspapers set them half wide, some systems whole. */
const measures = [0.5, 1] as const

/** Puts printed lines together again. */
export function unwrapLines(lines: readonly Line[]): Unwrapped {
  const indented = usesIndents(lines)
  const measured = measures.map(letter =>
    lines.map((line, at) => measureLine(line, lines[at + 1], indented, letter)),
  )
  const [printed = []] = measured
  if (lines.some((line, at) => line.gap > 0 && line.page === lines[at - 1]?.page))
    return unwrapByLines(printed, indented)
  // Where stray spaces were closed, the widths are no longer those of the print.
  if (lines.some(({ closed }) => closed)) return { ...unwrapByLines(printed, indented), gapless: true }
  return unwrapWeighed(printed, weighEnds(measured, indented))
}

const joinGroups = (groups: readonly (readonly Printed[])[]) =>
  groups.map(group => joinBlocks(group.map(one => blockOf(one.line))))

/** Without empty lines all readings of the page are weighed. */
function unwrapWeighed(printed: readonly Printed[], { joins, margins }: Ends): Unwrapped {
  const groups: Printed[][] = []
  printed.forEach((one, at) => {
    const group = groups.at(-1)
    if (group && joins[at - 1]) group.push(one)
    else groups.push([one])
  })
  const uncertain = printed.flatMap(({ line }, at) => ((margins[at] ?? sure) < sure ? [line.number] : []))
  return { blocks: joinGroups(groups), uncertain, gapless: true, regular: true }
}

/** Each line is looked at with its neighbours: columns may differ from one article to the next. */
function unwrapByLines(printed: readonly Printed[], indented: boolean): Unwrapped {
  const columns = printed.map((_, at) => columnWidth(printed, at))
  const page = { grams: countGrams(printed.map(one => one.text)), heads: headWidth(printed, columns) }
  const groups: Printed[][] = []
  const uncertain: number[] = []
  printed.forEach((one, at) => {
    const group = groups.at(-1)
    const before = printed[at - 1]
    const column = columns[at] ?? 0
    const joins =
      group && before && !isSetApart(before.line, one.line)
        ? indented
          ? goesOnIndented(group, printed, at, column, page)
          : goesOn(group, before, one, column, page) && !isHeadingBelow(printed, at, column)
        : false
    if (before && isUncertain(before, one, column)) uncertain.push(before.line.number)
    if (group && joins) group.push(one)
    else groups.push([one])
  })
  return { blocks: joinGroups(groups), uncertain, gapless: false, regular: false }
}

/** What the page tells of each of its lines. */
type PageContext = {
  readonly grams: PageGrams
  /** The width at which its headings are broken, in ems; 0 when nothing shows it. */
  readonly heads: number
}

/** So many headings must be shorter than their columns to show how wide headings are set. */
const fewestHeads = 4

/** The widest of the lines that stop short of their column in mid-sentence: those are headings. */
function headWidth(printed: readonly Printed[], columns: readonly number[]): number {
  const heads = printed.filter(({ text, reach, alone, line }, at) => {
    const short = reach <= (columns[at] ?? 0) - firstLineIndent && line.indent < 1
    return short && !alone && !endsSentence(text) && !/[。；;,，、]$/u.test(text)
  })
  return heads.length < fewestHeads ? 0 : Math.max(...heads.map(one => one.width - hangs(one.text)))
}

const isUncertain = (before: Printed, line: Printed, column: number) =>
  endsSentence(before.text) &&
  !line.alone &&
  line.line.gap === 0 &&
  line.line.indent < 1 &&
  before.reach > column - 2 * firstLineIndent

/** The first lines of paragraphs are set in: some of the lines are, by one to four ems, and not most of them. */
function usesIndents(lines: readonly Line[]): boolean {
  const set = lines.filter(({ indent }) => indent >= 1 && indent <= 4).length
  return set >= 1 && set >= 0.03 * lines.length && set <= 0.65 * lines.length
}

/** With indents a paragraph goes on until the next one; what stands between is text, or headings set full out. */
function goesOnIndented(
  group: readonly Printed[],
  printed: readonly Printed[],
  at: number,
  column: number,
  page: PageContext,
): boolean {
  const [before, line] = [printed[at - 1], printed[at]]
  if (!before || !line || before.alone || line.alone || line.line.indent >= 1) return false
  if (readTail(group.map(one => one.text).join(''))) return false
  if ((group[0]?.line.indent ?? 0) < 1) return isHeadingTail(before, line, page)
  if (!endsSentence(before.text))
    return before.reach > column - 4 || seam(before.text, line.text, page.grams) >= 2
  return before.reach > column - 4 && line.line.gap === 0 && endsBelow(printed, at)
}

/** Whether a line from here to the next indent, byline or empty line ends a sentence: text does there, headings do not. */
function endsBelow(printed: readonly Printed[], at: number): boolean {
  for (let index = at; index < printed.length; index++) {
    const one = printed[index]
    if (!one || (index > at && (one.line.indent >= 1 || one.line.gap > 0 || one.alone))) return false
    const asks = index === at && /^[^，,。、；;：:]+[？?！!]$/u.test(one.text)
    if (endsSentence(one.text) && !asks) return true
  }
  return false
}

function goesOn(
  group: readonly Printed[],
  before: Printed,
  line: Printed,
  column: number,
  page: PageContext,
): boolean {
  if (before.alone || line.alone) return false
  if (readTail(group.map(one => one.text).join(''))) return false
  const first = group.length === 1
  if (endsSentence(before.text)) {
    const full = before.reach > (first ? column - firstLineIndent : column)
    return line.line.gap === 0 && full && !startsParagraph(before, line, column)
  }
  const full = before.reach > column - firstLineIndent
  if (line.line.gap > 0 && !(full && width(before.text) >= column - firstLineIndent)) return false
  if (startsListEntry(line.text) && /[:：;；]$/.test(before.text)) return false
  const running = group.some(one => /[。；;]/u.test(one.text)) || (first ? full : before.reach > column)
  if (running && !(first && isWholeHeading(before, line, column, page.grams))) return true
  return isHeadingTail(before, line, page)
}

/** How many lines of a head may stand between the end of an article and what proves the next one. */
const longestHead = 4

/** Lines after the end of a sentence that end none before a byline, a dateline or a first line, which is narrower: a head. */
function isHeadingBelow(printed: readonly Printed[], at: number, column: number): boolean {
  const before = printed[at - 1]
  if (!before || !endsSentence(before.text)) return false
  for (let index = at; index < at + longestHead; index++) {
    const [line, next] = [printed[index], printed[index + 1]]
    if (!line || !next || endsSentence(line.text)) return false
    if (next.alone || readDateline(next.text) !== undefined) return true
    const plain = index === at && !/[。；;,，、]/u.test(line.text)
    if (
      plain &&
      !endsSentence(next.text) &&
      next.reach <= column &&
      next.width > column - firstLineIndent - 2
    )
      return true
  }
  return false
}

/** After a full line that ends a sentence: the first line of a paragraph is narrower by the indent. */
function startsParagraph(before: Printed, line: Printed, column: number): boolean {
  if (line.width > column - firstLineIndent + 1) return false
  if (endsSentence(line.text)) return /^[“]/u.test(line.text) && before.reach <= column + 1
  return (
    line.reach <= column || (line.reach > column - firstLineIndent && line.width <= column - firstLineIndent)
  )
}

/** A heading as wide as the column: nothing in it belongs to running text, and the text after it starts with an indent. */
function isWholeHeading(before: Printed, line: Printed, column: number, grams: PageGrams): boolean {
  const { open, close } = looseMarks(before.text)
  if (open.length > 0 || close.length > 0 || /[。；;、,，:：]$/u.test(before.text)) return false
  const shape = !/[。；;]/u.test(before.text) && (before.text.match(/[,，]/gu) ?? []).length <= 1
  const indented =
    line.width <= column - firstLineIndent + 1 &&
    line.reach > column - firstLineIndent &&
    line.reach <= column + 1
  return (
    shape && seam(before.text, line.text, grams) < 2 && (indented || line.reach <= column - firstLineIndent)
  )
}

/** Ems that half letters may make a broken line shorter or longer. */
const slack = 0.5
/** In ems: no heading is broken that is shorter. */
const narrowestHead = 8

/** The rest of a heading that was too long for its line: it closes a mark, or a word stands across the break. */
function isHeadingTail(before: Printed, line: Printed, { grams, heads }: PageContext): boolean {
  if (line.line.gap > 0 || looksLikeColumn(line.text) || endsSentence(before.text)) return false
  if (readBareNames(line.text)) return false
  if (/[，,、]$/u.test(before.text) && !/[。；;]/u.test(line.text)) return true
  if (/[。]/u.test(line.text) || width(line.text) > width(before.text) + 2) return false
  if (looseMarks(before.text).open.length > 0 && looseMarks(line.text).close.length > 0) return true
  if (line.text.length === 1 && before.width >= narrowestHead) return true
  const fit = seam(before.text, line.text, grams)
  if (heads === 0) return fit >= 3 || (line.width <= 4 && before.width >= 10 && fit > -1)
  // Where headings are broken at one width, a line with room for the next words was not broken.
  const broken = before.reach > heads - slack && before.width <= heads + slack
  const fragment = line.width <= 2 || /^[“‘《（(]/u.test(line.text)
  return fit >= (broken ? 1 : 5) || (broken && fragment && fit > -1)
}
