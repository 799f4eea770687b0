// Which line of a heading run is the kicker, the title, the subtitle, the label of a column: all readings are weighed.

import { type Guess, quote } from '../edition/guess'
import type { Block } from '../pipeline/blocks'
import { labelScore } from './column-label'
import { width } from './measure'
import { deckScore, isRow, tellsOfUnnamed, titleScore } from './wording'

export type Headings = {
  readonly kicker: string
  readonly title: string
  readonly subtitle: string
  readonly column: string
  readonly guesses: readonly Guess[]
}

/** What is known of the run besides its lines. */
export type Around = {
  /** A tip (编者按, 阅读提示) belongs to the article: most articles in a column or series have one. */
  readonly tip: boolean
  /** Heading lines of the other articles of the page: a line that comes again is a label. */
  readonly others: readonly string[]
}

const nothingAround: Around = { tip: false, others: [] }

/** Sorts the lines of a run, in their printed order. */
export function sortHeadings(blocks: readonly Block[], around: Around = nothingAround): Headings {
  const label = findLabel(blocks, around)
  const lines = blocks.filter(block => block !== label)
  const column = label?.text ?? ''
  const [first, second] = lines
  if (!first || !second) return { kicker: '', title: first?.text ?? '', subtitle: '', column, guesses: [] }
  const { at, lead } = findTitle(lines)
  const text = (some: readonly Block[]) => some.map(line => line.text).join(' ')
  const swapped = lines.length === 2 && at === 0 && announces(second.text)
  return {
    kicker: swapped ? second.text : text(lines.slice(0, at)),
    title: lines[at]?.text ?? '',
    subtitle: swapped ? '' : text(lines.slice(at + 1)),
    column,
    guesses: lines.length > 2 ? [guessMany(lines, at, lead)] : [guessTwo(first, second, at, lead)],
  }
}

/** In a run of three and more lines one of the ends is often a label; in a run of two the wording has to say so. */
const enoughOfMany = 1
const enoughOfTwo = 2.2

/** The label of a column: one line at either end of the run that looks more like one than all the others. */
function findLabel(blocks: readonly Block[], { tip, others }: Around): Block | undefined {
  if (blocks.length < 2) return undefined
  const scored = blocks.map((block, at) => {
    const end = at === 0 || at === blocks.length - 1 ? 0 : -2
    const again = others.includes(block.folded) ? 3 : 0
    return {
      block,
      score: labelScore(block.text) + end + again + (tip ? 0.7 : 0) + shortOverLong(blocks, at),
    }
  })
  const [best] = scored.sort((a, b) => b.score - a.score)
  return best && best.score >= (blocks.length > 2 ? enoughOfMany : enoughOfTwo) ? best.block : undefined
}

/** A short line over one title is a label, unless a deck follows: then it is a short title. Under a kicker it is the title. */
function shortOverLong(blocks: readonly Block[], at: number): number {
  const other = blocks[1 - at]
  if (blocks.length !== 2 || !other) return 0
  if (at === 1) return deckScore(other.text) < 1 ? 0.3 : -1
  const deck = /^——/u.test(other.text) || deckScore(other.text) - titleScore(other.text) >= 2.5
  return deck ? -1.5 : width(other.text) >= 10 ? 0.7 : 0
}

/** A line that announces the next: it ends in —— or a colon. */
const announces = (text: string) => /(?:——|[:：])$/u.test(text)

/** How much a line looks like a title rather than a deck. */
const headline = (text: string) => titleScore(text) - deckScore(text)

/** Which line is the title, and how far this reading is ahead of the next best. */
function findTitle(lines: readonly Block[]): { readonly at: number; readonly lead: number } {
  const readings = lines
    .map((_, at) => ({ at, score: readingScore(lines, at) }))
    .sort((a, b) => b.score - a.score)
  const [best, second] = readings
  return { at: best?.at ?? 0, lead: (best?.score ?? 0) - (second?.score ?? 0) }
}

/** A kicker above is commoner than a subtitle below when the wording does not tell; three lines are mostly one of each. */
const kickerPrior = 1.8
const middlePrior = 2.5
/** A line of plain words over another is seldom the title. */
const dullTitle = -2.5

function readingScore(lines: readonly Block[], at: number): number {
  const title = lines[at]?.text ?? ''
  const prior = lines.length > 2 && at === 1 ? middlePrior : lines.length === 2 && at === 1 ? kickerPrior : 0
  const above = lines.slice(0, at).reduce((sum, line) => sum + kickerScore(line.text), 0)
  const below = lines.slice(at + 1).reduce((sum, line) => sum + subtitleScore(line.text, title), 0)
  const dull = at === 0 && titleScore(title) === 0 ? dullTitle : 0
  const own = headline(title) + dull + (announces(title) || /^——/u.test(title) || isRow(title) ? -6 : 0)
  return prior + own + above + below
}

function kickerScore(text: string): number {
  const sure = announces(text) || isRow(text) || /^从.+到.+/u.test(text) ? 4 : 0
  return sure - (/^——/u.test(text) ? 4 : 0)
}

/** 全市已签…47份, 两年攒下217条: results under a title. */
const sumsUp =
  /^(?:全[市省县区州国]|目前|截至|累计|已|共|惠及|覆盖|首批|预计|[一二三四五六七八九十两半几\d]+个?(?:年|月|天|季度|期|届)多?(?:里|来|间|内|攒|开|办|建|已|共|累计|完成)).*[\d一二三四五六七八九十百千万]/u

function subtitleScore(text: string, title: string): number {
  const sure = /^——/u.test(text) || isRow(text) ? 4 : announces(text) ? 4 : 0
  const details = /[，,]/u.test(text) && !/[，,]/u.test(title) && width(text) > width(title) + 4 ? 2.2 : 0
  return sure + details + (sumsUp.test(text) ? 8 : 0) + (tellsOfUnnamed(text) ? 2 : 0)
}

/** A sign in print tells which line is which: ——, a colon, a row of phrases. */
const isMarked = (upper: string, lower: string) =>
  [upper, lower].some(text => announces(text) || /^——/u.test(text) || isRow(text))

/** Readings nearer to each other than this are worth a second look. */
const unsure = 1.5

function guessTwo(upper: Block, lower: Block, at: number, lead: number): Guess {
  const message =
    at === 0
      ? `标题两行：${quote(upper.text, 16)}作主题，其下${quote(lower.text, 16)}作副题；也可能是排在主题之下的引题`
      : `标题两行：上一行${quote(upper.text, 16)}作引题，${quote(lower.text, 16)}作主题；也可能上一行是主题、下一行是副题`
  return {
    kind: 'headings',
    risk: isMarked(upper.text, lower.text) ? 1 : lead < unsure ? 4 : 3,
    lines: [...upper.lines, ...lower.lines],
    message,
  }
}

function guessMany(lines: readonly Block[], at: number, lead: number): Guess {
  const message = `标题${lines.length}行：第${at + 1}行${quote(lines[at]?.text ?? '', 16)}作主题，其上作引题，其下作副题`
  return {
    kind: 'headings',
    risk: lines.length > 3 || lead < unsure ? 6 : 3,
    lines: lines.flatMap(line => line.lines),
    message,
  }
}
