// One short line alone between paragraphs: the title of a new article, a sub-heading, or a paragraph cut by a column?

import { type Guess, quote } from '../edition/guess'
import { looksLikeColumn } from '../language/column-label'
import { width } from '../language/measure'
import { fits, kinship, type PageSense } from '../language/page-sense'
import { findPlaces } from '../language/places'
import { endsMidPhrase } from '../language/seam'
import { mayStop } from '../language/sentence'
import type { Block } from './blocks'
import type { TextBlock } from './item'
import type { Cast } from './roles'

export type Verdict = {
  readonly is: 'title' | 'subheading' | 'text'
  readonly guess: Guess | undefined
}

/** Where the line stands: `at` in the flow, after the `pieces` and `headings` of the article so far. */
export type Standing = {
  readonly flow: readonly Cast[]
  readonly at: number
  readonly pieces: readonly TextBlock[]
  readonly headings: readonly Block[]
  /** A byline stands right above: it closes an article. */
  readonly signed: boolean
}

export function judgeLoneLine(line: Block, standing: Standing, sense: PageSense): Verdict {
  const { flow, at, pieces } = standing
  const next = flow[at + 1]?.block
  if (!next) return { is: pieces.length > 0 ? 'text' : 'title', guess: undefined }
  if (pieces.length === 0) return { is: 'title', guess: undefined }
  const kin = kinScore(standing, sense)
  const size = width(line.folded)
  const scores = [
    { is: 'text' as const, score: 0.4 * kin + cutScore(line, next, size, standing, sense) },
    { is: 'subheading' as const, score: kin + subheadingSize(size) + company(standing) },
    { is: 'title' as const, score: titleScore(line, size, standing, sense) - kin },
  ].sort((a, b) => b.score - a.score)
  const [best, second] = scores
  const is = best?.is ?? 'text'
  return { is, guess: guessOf(line, is, (best?.score ?? 0) - (second?.score ?? 0)) }
}

/**
 * Two short lines before plain text: kicker and title of a new article, or a sub-heading and the first words of a
 * paragraph cut by a column? True for the latter.
 */
export function isSubheadingAndCut(
  first: Block,
  second: Block,
  standing: Standing,
  sense: PageSense,
): boolean {
  const next = standing.flow[standing.at + 1]?.block
  if (!next || standing.pieces.length === 0) return false
  if (looksLikeColumn(first.text) || looksLikeColumn(second.text)) return false
  const kin = kinScore(standing, sense)
  const cut = cutScore(second, next, width(second.folded), standing, sense)
  return kin + subheadingSize(width(first.folded)) + company(standing) + cut > 2.5 - kin
}

/**
 * Whether the first line of a heading run is the loose end of the article before it, whose last column stands
 * elsewhere: it reads like the opening of a sentence and speaks of what that article speaks of.
 */
export function isLooseEnd(line: Block, heading: Block, standing: Standing, sense: PageSense): boolean {
  const { pieces, flow, at } = standing
  if (pieces.length === 0 || width(line.folded) < 9) return false
  const comma = /[,;:]/.test(line.folded) ? 1.5 : 0
  const worded = openings.test(line.folded) ? 1.5 : 0
  const broken = endsMidPhrase(line.folded) ? 2 : 0
  const own = kinship(
    pieces.map(piece => piece.block),
    [line],
    sense,
  )
  const next = flow
    .slice(at + 1, at + 9)
    .filter(cast => cast.role === 'body')
    .map(cast => cast.block)
  const other = kinship([heading, ...next], [line], sense)
  return comma + worded + broken + Math.max(-2, Math.min(2, (own - other) * 30)) > 2.4
}

const reasons: Readonly<Record<Verdict['is'], string>> = {
  text: '作为断开的半段接入正文：从字面和上下文看是一句话的前半',
  subheading: '按小标题处理：前后文字说的是同一件事',
  title: '按新一篇的标题处理：其后的文字与前文少有相同的词语',
}

function guessOf(line: Block, is: Verdict['is'], lead: number): Guess | undefined {
  if (is === 'text' && lead > 2) return undefined
  const risk = lead < 1 ? 7 : lead < 2 ? 5 : 2
  return {
    kind: 'section',
    risk,
    lines: line.lines,
    message: `单独一行的${quote(line.text, 16)}${reasons[is]}`,
  }
}

/** Words that open a sentence and no heading. */
const openings =
  /^(?:据|在|为|目前|近年|今年|去年|此外|同时|如何|如今|这|那|他|她|有的|有些|一些|从|当|经|由|通过|按照|根据|随着|自|每|其中|对|不久|前不久|日前|近日|国庆|当天|当时|于是|但|而|因|所以|如果|虽然|尽管|没有|\d+月|\d+年|“[^”]*$)/u

/** How well the line reads as the first words of a paragraph that goes on in the next column. */
function cutScore(line: Block, next: Block, size: number, standing: Standing, sense: PageSense): number {
  const before = standing.pieces.at(-1)?.block
  const comma = /[,;:]/.test(line.folded) ? 1.5 : /、/.test(line.folded) ? 0.7 : 0
  const loose =
    before && !mayStop(before.folded, line.folded) ? 1 + Math.max(0, fits(before, line, sense)) : 0
  const opening = openings.test(line.folded) ? 1.5 : 0
  const quoted = next.folded.startsWith('“') && !line.folded.includes('“') ? -0.5 : 0
  const column = size >= 13 && size <= 26 ? 0.5 : size <= 10 ? -1.5 : 0
  return fits(line, next, sense) + comma + loose + opening + quoted + column
}

function subheadingSize(size: number): number {
  return size <= 8 ? 1.5 : size <= 10 ? 0.7 : size <= 12 ? 0 : size <= 14 ? -1.5 : -3
}

/** A sub-heading seldom stands alone: another short line before the next article speaks for it. */
function company({ flow, at, pieces }: Standing): number {
  const before = pieces.some(piece => piece.subheading)
  const rest = flow.slice(at + 1)
  const stop = rest.findIndex(
    (cast, index) => cast.role !== 'body' && (cast.role !== 'short' || rest[index + 1]?.role !== 'body'),
  )
  const after = rest
    .slice(0, stop < 0 ? rest.length : stop)
    .some(cast => cast.role === 'short' && width(cast.block.folded) <= 12)
  return before || after ? 1 : 0
}

function titleScore(line: Block, size: number, { pieces, signed }: Standing, sense: PageSense): number {
  const last = pieces.at(-1)?.block
  const place = findPlaces(line.folded).some(mention => mention.weight >= 1) ? 1 : 0
  const opening = openings.test(line.folded) ? -1.5 : 0
  const bySize = size <= 6 ? -2 : size <= 8 ? -1 : size <= 10 ? -0.3 : 0.3
  const loose = last && !mayStop(last.folded, line.folded) && fits(last, line, sense) < 2 ? 0.5 : 0
  const apart = line.gap > sense.gap ? 3 : 0
  return place + opening + bySize + loose + apart + (signed ? 2.5 : 0)
}

/** −3 to 3: what the text after the line shares with the article so far. Measured: 0.010 with another article, 0.06 within one. */
function kinScore({ flow, at, pieces, headings }: Standing, sense: PageSense): number {
  const rest = flow.slice(at + 1)
  const stop = rest.findIndex(cast => cast.role !== 'body')
  const after = opening(rest.slice(0, stop < 0 ? rest.length : stop).map(cast => cast.block))
  const own = kinship([...headings, ...pieces.map(piece => piece.block)], after, sense)
  const elsewhere = partPlaces([...headings, ...pieces.map(piece => piece.block)], after) ? -1.5 : 0
  return Math.max(-3, Math.min(3, 2 * Math.log((own + 0.001) / 0.027))) + elsewhere
}

/** The first blocks of a text, some 250 characters: as much as the measure was taken with. */
function opening(blocks: readonly Block[]): readonly Block[] {
  let size = 0
  const end = blocks.findIndex(block => {
    size += block.text.length
    return size > 250
  })
  return end < 0 ? blocks : blocks.slice(0, end + 1)
}

/** Whether both stretches name provinces, and none in common. */
function partPlaces(before: readonly Block[], after: readonly Block[]): boolean {
  const [here, there] = [provincesIn(before), provincesIn(after)]
  return here.size > 0 && there.size > 0 && ![...there].some(one => here.has(one))
}

function provincesIn(blocks: readonly Block[]): ReadonlySet<string> {
  const sure = blocks.flatMap(block => findPlaces(block.folded)).filter(one => one.weight >= 2)
  return new Set(sure.flatMap(one => one.divisions.map(division => division.province)))
}
