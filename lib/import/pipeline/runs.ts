// A run of short lines between paragraphs: which belong to the article above, which are the head of another one?
// Every reading is weighed as a whole, and the best is taken.

import { type Guess, quote } from '../edition/guess'
import { isNumbered } from '../language/numbering'
import type { PageStatistics } from '../language/page-statistics'
import { mayStop } from '../language/sentence'
import type { Block } from './blocks'
import type { ClassifiedBlock } from './roles'
import {
  cutScore,
  headScore,
  loneTitleScore,
  looseEndScore,
  type RunPosition,
  sentenceScore,
  subheadingScore,
} from './run-evidence'
import { kinScore } from './run-kinship'

/** What a line of the run is in the article above; a credit stays where it stands. */
type RoleAbove = 'text' | 'subheading' | 'credit'

export type RunReading = {
  /** For the first lines of the run; the rest is the head of another article. */
  readonly above: readonly RoleAbove[]
  readonly guesses: readonly Guess[]
}

type Weighed = { readonly above: readonly RoleAbove[]; readonly score: number }

/** Signs that cannot stand amid an article: a byline or a tip under a heading, a dateline at the start of its text. */
const proof = 6
/** What speaks against headings without a text below them. */
const noText = -3

/** Two short lines that are parts of one sentence would need columns of one line each. */
const shortOnShort = -4

/** The best reading of the run; with nothing above it, it is a head. */
export function readRun(position: RunPosition, page: PageStatistics): RunReading {
  const run = position.mainText.slice(position.from, position.end)
  if (position.pieces.length === 0) return { above: [], guesses: [] }
  const kin = kinScore(position, page)
  const readings = readingsOf(run).map(above => ({ above, score: weigh(run, above, position, kin, page) }))
  const [best, second] = readings.sort((a, b) => b.score - a.score)
  if (!best) return { above: [], guesses: [] }
  return { above: best.above, guesses: guessesOf(run, best, best.score - (second?.score ?? -proof)) }
}

/** All ways to part the run: its first lines above, each as text or sub-heading, the rest below. */
function readingsOf(run: readonly ClassifiedBlock[]): readonly (readonly RoleAbove[])[] {
  const all: RoleAbove[][] = [[]]
  let grown: RoleAbove[][] = [[]]
  for (const { role } of run) {
    if (role === 'tip-label' || role === 'tip' || role === 'body') break
    const next: readonly RoleAbove[] = role === 'short' ? ['text', 'subheading'] : ['credit']
    grown = grown.flatMap(above => next.map(one => [...above, one]))
    all.push(...grown)
  }
  return all.filter(above => isPossible(run, above))
}

/** A head has a heading or a tip; the first byline of a run belongs above; a sub-heading has text below it. */
function isPossible(run: readonly ClassifiedBlock[], above: readonly RoleAbove[]): boolean {
  const head = run.slice(above.length)
  if (head.length > 0 && !head.some(one => one.role === 'short' || one.role.startsWith('tip'))) return false
  const first = head[0]?.role
  if (first && first !== 'short' && !first.startsWith('tip')) return false
  return above.every((role, at) => role !== 'subheading' || hasTextBelow(run, above, at))
}

/** Text, or a heading of the next level: 一、 over （一）. */
function hasTextBelow(run: readonly ClassifiedBlock[], above: readonly RoleAbove[], at: number): boolean {
  const next = above[at + 1] ?? (run.length > above.length ? 'head' : 'text')
  const counts = (index: number) => isNumbered(run[index]?.block.folded ?? '')
  return next === 'text' || (next === 'subheading' && counts(at) && counts(at + 1))
}

function weigh(
  run: readonly ClassifiedBlock[],
  above: readonly RoleAbove[],
  position: RunPosition,
  kin: number,
  page: PageStatistics,
): number {
  const head = run.slice(above.length)
  const next = position.mainText[position.end]
  const below = head.length > 0 ? weighHead(run, above, position, page) - kin : 0
  const goesOn =
    head.length > 0 ? 0 : (above.includes('subheading') ? 1 : 0.4) * kin - (next?.dateline ? proof : 0)
  return (
    below +
    goesOn +
    above.reduce((sum, role, at) => sum + weighAbove(run, above, at, role, position, page), 0)
  )
}

function weighHead(
  run: readonly ClassifiedBlock[],
  above: readonly RoleAbove[],
  position: RunPosition,
  page: PageStatistics,
): number {
  const head = run.slice(above.length)
  const next = position.mainText[position.end]
  const shorts = head.filter(one => one.role === 'short').map(one => one.block)
  const first = head.findIndex(one => one.role === 'short')
  const proven = next?.dateline || head.slice(first + 1).some(one => one.role !== 'short')
  const [line] = shorts
  if (!line) return 1
  const before = blockBefore(run, above.length, position)
  const signed = above.at(-1) === 'credit'
  const own = shorts.length === 1 ? loneTitleScore(line, before, signed, page) : headScore(shorts, page)
  const numbered = isNumbered(line.folded) ? -4 : 0
  return own + (proven ? proof : 0) + (next ? 0 : noText) + numbered
}

function weighAbove(
  run: readonly ClassifiedBlock[],
  above: readonly RoleAbove[],
  at: number,
  role: RoleAbove,
  position: RunPosition,
  page: PageStatistics,
): number {
  const line = run[at]?.block
  if (!line || role === 'credit') return at > 0 && run.slice(0, at).some(one => one.role === 'short') ? -4 : 0
  const before = blockBefore(run, at, position)
  if (role === 'subheading') return subheadingScore(line, before, position)
  const next = run[at + 1]?.block ?? position.mainText[position.end]?.block
  const follows = above[at + 1] === 'text' || (at + 1 === run.length && next !== undefined)
  const loose = at === 0 ? before : undefined
  if (mayStop(line.folded, next?.folded ?? '')) return sentenceScore(line, loose, page)
  const short = above[at + 1] === 'text' ? shortOnShort : 0
  if (follows && next) return short + cutScore(line, loose, next, position, page)
  return looseEndScore(line, textAfter(run, at, position), position, page)
}

const blockBefore = (
  run: readonly ClassifiedBlock[],
  at: number,
  { pieces }: RunPosition,
): Block | undefined => (at > 0 ? run[at - 1]?.block : pieces.at(-1)?.block)

/** How many blocks after a run tell what its article speaks of. */
const lookAhead = 8

function textAfter(
  run: readonly ClassifiedBlock[],
  at: number,
  { mainText, end }: RunPosition,
): readonly Block[] {
  const text = mainText.slice(end, end + lookAhead).filter(one => one.role === 'body')
  return [...run.slice(at + 1), ...text].map(one => one.block)
}

const reasons = {
  text: '作为断开的半段接入正文：从字面和上下文看是一句话的前半',
  subheading: '按小标题处理：前后文字说的是同一件事',
  title: '按新一篇的标题处理：其后的文字与前文少有相同的词语',
} as const

/** Leads below these are worth a second look, or a first one. */
const close = 1
const clear = 2

function guessesOf(run: readonly ClassifiedBlock[], { above }: Weighed, lead: number): readonly Guess[] {
  const risk = lead < close ? 7 : lead < clear ? 5 : 2
  const guess = (line: Block, is: keyof typeof reasons): Guess => ({
    kind: 'section',
    risk,
    lines: line.lines,
    message: `单独一行的${quote(line.text, 16)}${reasons[is]}`,
  })
  const lines = above.flatMap((role, at) => {
    const line = run[at]?.block
    return line && role !== 'credit' && !(role === 'text' && lead > clear) ? [guess(line, role)] : []
  })
  const head = run.slice(above.length).filter(one => one.role === 'short')
  const [title] = head
  const worth = head.length === 1 ? lead < proof : lead < clear
  return title && worth ? [...lines, guess(title.block, 'title')] : lines
}
