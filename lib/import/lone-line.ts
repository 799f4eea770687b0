// One short line alone between paragraphs: the title of a new article, a sub-heading, or a paragraph cut by a column?
import type { Block } from './blocks'
import { type Guess, quote } from './guess'
import type { Piece } from './items'
import { fits, kinship, type PageSense } from './page-sense'
import { findPlaces } from './places'
import { type Cast, width } from './roles'
import { mayStop } from './sentence'

export type Verdict = { readonly is: 'title' | 'subheading' | 'text'; readonly guess: Guess | undefined }

/** `at` is the place of the line in the flow; `pieces` is the article so far, empty at the start of the page. */
export function judgeLoneLine(
  line: Cast,
  flow: readonly Cast[],
  at: number,
  pieces: readonly Piece[],
  headings: readonly Block[],
  sense: PageSense,
): Verdict {
  const next = flow[at + 1]
  if (!next) return { is: pieces.length > 0 ? 'text' : 'title', guess: undefined }
  if (pieces.length === 0) return { is: 'title', guess: undefined }
  const cut = cutScore(line.block, next.block, pieces.at(-1)?.block, sense)
  if (cut >= 2.5) return { is: 'text', guess: undefined }
  const sub = subheadingScore(line.block, flow, at, pieces, headings, sense)
  return { is: sub > 0 ? 'subheading' : 'title', guess: guessOf(line.block, sub) }
}

function guessOf(block: Block, sub: number): Guess | undefined {
  const shown = quote(block.text)
  const message =
    sub > 0
      ? `单独一行的短句${shown}按小标题处理：前后文字说的是同一件事；若是另一篇的标题，应分为两篇`
      : `单独一行的短句${shown}按新一篇的标题处理：其后的文字与前文少有相同的词语；若是小标题，应并入上一篇`
  return { kind: 'section', risk: Math.abs(sub) < 1.5 ? 6 : 3, lines: block.lines, message }
}

/** Whether the line is the first words of a paragraph that goes on in the next column. */
function cutScore(line: Block, next: Block, before: Block | undefined, sense: PageSense): number {
  const text = line.folded
  const comma = /[,;:]/.test(text) ? 1.5 : /、/.test(text) ? 0.7 : 0
  const loose =
    before && !mayStop(before.folded, text) ? 1 + Math.min(3, Math.max(0, fits(before, line, sense))) : 0
  const opening = /^(?:据|在|为|目前|近年|今年|去年|此外|同时|如何|这|那|他|她|国庆|近日|日前)/u.test(text)
    ? 0.7
    : 0
  const quoted = /^[“]/u.test(next.folded) && !/[“]/.test(text) ? -0.5 : 0
  return fits(line, next, sense) + comma + loose + opening + quoted - (width(text) <= 10 ? 1 : 0)
}

/** Above 0 the line parts one article, below it begins another. */
function subheadingScore(
  line: Block,
  flow: readonly Cast[],
  at: number,
  pieces: readonly Piece[],
  headings: readonly Block[],
  sense: PageSense,
): number {
  const size = width(line.folded)
  const bySize = size <= 8 ? 2 : size <= 10 ? 1 : size <= 12 ? 0 : size <= 14 ? -1 : -2
  const place = findPlaces(line.folded).length > 0 ? -1.5 : 0
  const company = pieces.some(piece => piece.subheading) ? 1 : 0
  const open = pieces.at(-1)
  const loose = open && !mayStop(open.block.folded, line.folded) ? -1 : 0
  return bySize + place + company + loose + kinScore(flow, at, pieces, headings, sense)
}

/** What the text after the line shares with the article so far, against what it shares with the rest of the page. */
function kinScore(
  flow: readonly Cast[],
  at: number,
  pieces: readonly Piece[],
  headings: readonly Block[],
  sense: PageSense,
): number {
  const rest = flow.slice(at + 1)
  const stop = rest.findIndex(cast => cast.role !== 'body')
  const after = rest.slice(0, stop < 0 ? rest.length : stop).map(cast => cast.block)
  const before = [...headings, ...pieces.map(piece => piece.block)]
  const own = kinship(before, after, sense)
  return Math.max(-3, Math.min(3, (own - 0.05) * 60))
}
