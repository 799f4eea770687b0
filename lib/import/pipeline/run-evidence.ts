// Evidence on the short lines of a run: how well each reads as text, as a sub-heading, as a line of a head.

import { readByline } from '../language/bylines'
import { labelScore } from '../language/column-label'
import { width } from '../language/measure'
import { isNumbered } from '../language/numbering'
import { fits, kinship, type PageStatistics } from '../language/page-statistics'
import { findPlaces } from '../language/places'
import { endsMidPhrase } from '../language/seam'
import { endsSentence, mayStop } from '../language/sentence'
import { deckScore } from '../language/wording'
import type { Block } from './blocks'
import { columnWidths, endsColumnLine } from './columns'
import type { RunningBlock } from './item'
import type { ClassifiedBlock } from './roles'

/** Where a run stands: [from, end) in the main text, after the `pieces` and `headings` of the article above. */
export type RunPosition = {
  readonly mainText: readonly ClassifiedBlock[]
  readonly from: number
  readonly end: number
  readonly pieces: readonly RunningBlock[]
  readonly headings: readonly Block[]
}

/** Words that open a sentence and no heading. */
const openings =
  /^(?:据|在|为|目前|近年|今年|去年|此外|同时|如何|如今|这|那|他|她|有的|有些|一些|从|当|经|由|通过|按照|根据|随着|自|每|其中|对|不久|前不久|日前|近日|国庆|当天|当时|于是|但|而|因|所以|如果|虽然|尽管|没有|\d+月|\d+年|“[^”]*$)/u
/** Words of reports that headings do without. */
const reporting =
  /(?:位于|所在的|这里是|这是|据了解|介绍|告诉|来到|记者|为了|以及|并且|因此|已经|曾经|此前|以来|之后|说道|表示|其中|分别|进行了|得知)/u
const opensSentence = (text: string) => openings.test(text)

const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value))

/**
 * How well a line reads as the first words of a paragraph that goes on in `next`, the head of the next column.
 * `before` is the block above it.
 */
export function cutScore(
  line: Block,
  before: Block | undefined,
  next: Block,
  position: RunPosition,
  page: PageStatistics,
): number {
  const size = width(line.folded)
  const quoted = next.folded.startsWith('“') && !line.folded.includes('“') ? -0.5 : 0
  const lineWidth = size >= 13 && size <= 26 ? 0.5 : size <= 10 ? -1.5 : 0
  return (
    fits(line, next, page) +
    marksOfText(line) +
    afterLooseText(line, before, page) +
    (opensSentence(line.folded) ? 1.5 : 0) +
    quoted +
    lineWidth +
    (line.setIn === false ? -likeText / 2 : 0) +
    columnEvidence(line, position)
  )
}

/** Two halves of one length: 大厂有闲，小厂缺人. Headings have them, sentences hardly. */
function isCouplet(text: string): boolean {
  const [left = '', right = '', ...more] = text.split(/[,， ]/u)
  return (
    more.length === 0 && left.length >= 3 && Math.abs(left.length - right.length) <= 1 && width(text) <= 17
  )
}

/** Commas and the like belong to sentences more than to headings. */
const marksOfText = ({ folded }: Block) =>
  (/[,;:]/.test(folded) && !isCouplet(folded) ? 1.5 : /、/.test(folded) ? 0.7 : 0) +
  (reporting.test(folded) ? 1.2 : 0)

/** Above 0 when the block above stops in mid-sentence: then the line goes on with it. */
function afterLooseText(line: Block, before: Block | undefined, page: PageStatistics): number {
  return before && !mayStop(before.folded, line.folded) ? 1 + Math.max(0, fits(before, line, page)) : 0
}

/** A sentence by itself, short enough for a heading: 人不动，时间能不能动？ */
export function sentenceScore(line: Block, before: Block | undefined, page: PageStatistics): number {
  const { folded } = line
  const loose = afterLooseText(line, before, page)
  const spoken = /^“.+”$/u.test(folded) ? 1 : 0
  const long = width(folded) >= 18 ? 1 : 0
  return marksOfText(line) + (opensSentence(folded) ? 1 : 0) + loose + spoken + long - 0.5
}

/**
 * How well the line reads as the loose end of the article above, whose last column stands elsewhere: it opens like a
 * sentence and speaks of what that article speaks of. `rest` is what follows: headings and text of another article.
 */
export function looseEndScore(
  line: Block,
  rest: readonly Block[],
  position: RunPosition,
  page: PageStatistics,
): number {
  if (width(line.folded) < shortestLooseEnd) return -6
  const broken = endsMidPhrase(line.folded) ? 2 : 0
  const own = kinship(
    position.pieces.map(piece => piece.block),
    [line],
    page,
  )
  const lead = clamp((own - kinship(rest, [line], page)) * 30, 2)
  const comma = /[,;:]/.test(line.folded) ? 1.5 : 0
  return (
    comma +
    (opensSentence(line.folded) ? 1.5 : 0) +
    broken +
    lead +
    columnEvidence(line, position) -
    looseEndCost
  )
}

const shortestLooseEnd = 9
/** A line above headings is a heading unless three signs of text meet; found on laid-out pages. */
const looseEndCost = 2.4

/** Known cuts show how wide the columns of the article are; a cut line ends where a line of such a column ends. */
function columnEvidence(line: Block, { mainText, end, pieces }: RunPosition): number {
  const after = mainText.slice(end)
  const stop = after.findIndex(one => one.role !== 'body')
  const texts = [
    ...pieces.filter(piece => !piece.subheading).map(piece => piece.block.folded),
    '',
    ...after.slice(0, stop < 0 ? after.length : stop).map(one => one.block.folded),
  ]
  const widths = columnWidths(texts)
  if (widths.length === 0 || widths.length > 6) return 0
  const fit = widths.filter(one => endsColumnLine(line.folded, one)).length / widths.length
  return fit === 1 ? 1 : fit === 0 ? -1 : 0
}

/** Sub-headings have up to ten characters or so. */
export function subheadingScore(line: Block, before: Block | undefined, position: RunPosition): number {
  if (isNumbered(line.folded)) return 4
  const size = width(line.folded)
  const bySize = size <= 8 ? 1.5 : size <= 10 ? 0.7 : size <= 12 ? 0 : size <= 14 ? -1.5 : -3
  const loose = before && !mayStop(before.folded, line.folded) ? -0.7 : 0
  const setIn = line.setIn === undefined ? 0 : line.setIn ? likeText / 2 : -1
  const couplet = isCouplet(line.folded) ? 1 : 0
  return bySize + couplet + siblingScore(line, position) + loose + setIn
}

/** Titles are not set in like paragraphs; sub-headings may be. */
const likeText = 4

/** An article with one sub-heading is rare. */
const onlyChild = -1

/** A sub-heading seldom stands alone: another short line in the article speaks for it, one of its shape more so. */
function siblingScore(line: Block, { mainText, end, pieces }: RunPosition): number {
  const before = pieces.filter(piece => piece.subheading).map(piece => piece.block)
  const after = nextShortLines(mainText, end).filter(block => width(block.folded) <= 12)
  const siblings = [...before, ...after]
  if (siblings.length === 0) return onlyChild
  return siblings.some(one => isAlike(one.folded, line.folded)) ? 1.5 : 1
}

/** Of two halves both, or of nearly one length. */
function isAlike(left: string, right: string): boolean {
  const halves = (text: string) => /[,， ]/u.test(text)
  return halves(left) === halves(right) && Math.abs(width(left) - width(right)) <= 2
}

/** The first short line of each run below, as far as the first run that opens another article for certain. */
function nextShortLines(mainText: readonly ClassifiedBlock[], from: number): readonly Block[] {
  const found: Block[] = []
  for (let at = from; at < mainText.length; at++) {
    if (mainText[at]?.role === 'body') continue
    const length = mainText.slice(at).findIndex(one => one.role === 'body')
    const run = mainText.slice(at, length < 0 ? mainText.length : at + length)
    const [first] = run
    if (first?.role !== 'short' || run.length > 2 || run.some(one => one.role !== 'short')) return found
    if (mainText[at + run.length]?.dateline) return found
    found.push(first.block)
    at += run.length
  }
  return found
}

/** The column of an article behind its title, as sites write it: 给快递员更多关怀（新论）. */
const bracketAtEnd = /^.{4,}(\([^()]{2,16}\))$/u

/** Not a credit in brackets: 快递员在充电（记者 乔立言 摄）. */
function namesColumn(text: string): boolean {
  const bracket = bracketAtEnd.exec(text)?.[1]
  return bracket !== undefined && !readByline(bracket) && !/[摄攝图]\)$/u.test(bracket)
}

/** More empty lines than usual, or another page, stand above an article more than above a sub-heading. */
const apartScore = ({ gap }: Block, page: PageStatistics) =>
  gap >= page.gap + 3 ? 5 : gap > page.gap ? 3 : 0

/** How well a line alone before text reads as the title of another article. */
export function loneTitleScore(
  line: Block,
  before: Block | undefined,
  signed: boolean,
  page: PageStatistics,
): number {
  const size = width(line.folded)
  const place = findPlaces(line.folded).some(mention => mention.weight >= 1) ? 1 : 0
  const opening = opensSentence(line.folded) ? -1.5 : 0
  const bySize =
    size <= 6 ? -2 : size <= 8 ? -1 : size <= 10 ? -0.3 : size <= 22 ? 0.3 : size <= 26 ? -0.5 : -1.5
  const loose = before && !mayStop(before.folded, line.folded) && fits(before, line, page) < 2 ? 0.5 : 0
  const setIn = line.setIn === undefined ? 0 : line.setIn ? -likeText : 1
  const named = namesColumn(line.folded) ? 3 : 0
  return place + opening + bySize + loose + apartScore(line, page) + setIn + named + (signed ? 2.5 : 0)
}

/** How well several lines read as the head of another article. */
export function headScore(lines: readonly Block[], page: PageStatistics): number {
  const base = [0, 1, 2.5, 2, 1.5][lines.length] ?? -4
  const shape = lines.reduce((sum, { folded }) => sum + lineOfHead(folded), 0)
  const deck = Math.max(...lines.map(line => deckScore(line.text))) >= 2.5 ? 0.7 : 0
  const label = Math.max(...lines.map(line => labelScore(line.text))) >= 2 ? 1 : 0
  const setIn = lines.some(line => line.setIn) ? -likeText : 0
  const named = lines.some(line => namesColumn(line.folded)) ? 2 : 0
  const [first] = lines
  return base + shape + deck + label + (first ? apartScore(first, page) : 0) + setIn + named
}

function lineOfHead(text: string): number {
  const broken = endsMidPhrase(text) && !/——$/u.test(text) ? -1.5 : 0
  const sentence = endsSentence(text) && width(text) >= 20 ? -0.5 : 0
  return broken + sentence - (reporting.test(text) ? 1 : 0)
}
