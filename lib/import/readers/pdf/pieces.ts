// Glyphs → pieces: what stands together on one printed line, in the order of its places; the drawing order means nothing.
import type { Box, Glyph } from './page'

/** Part of a printed line without a gap as wide as that between two columns. */
export type Piece = Box & {
  readonly glyphs: readonly Glyph[]
  /** Without white space at the ends; a gap where a word space is meant has one. */
  readonly text: string
  readonly baseline: number
  /** Of most of its glyphs. */
  readonly size: number
  readonly font: string
  /** Set from top to bottom. */
  readonly upright: boolean
}

/** A line of source.txt and the glyphs that it was read from. */
export type PlacedLine = { readonly line: number; readonly page: number; readonly piece: Piece }

/** Gaps in ems. Justified Chinese opens up to 0.4 between two glyphs; a gutter is hardly ever below 0.8. */
const widestGap = 0.62
/** After a space that is drawn a wide gap is a gutter the sooner. */
const widestAfterSpace = 0.35
/** Squeezed marks stand in the place of the one before. */
const deepestOverlap = 0.75
const sameBaseline = 0.16
const sameSize = 1.4
/** A gap that is read as a word space. */
const wordGap = 0.3

const isBlank = (glyph: Glyph) => /^\s$/u.test(glyph.text)

/** The pieces of a page, from top to bottom, then from left to right. */
export function makePieces(glyphs: readonly Glyph[]): readonly Piece[] {
  const sorted = [...glyphs].sort((a, b) => a.x0 - b.x0 || a.index - b.index)
  const rough = chainUp(sorted, () => false).flatMap(chain => pieceOf(chain) ?? [])
  const chains = chainUp(sorted, (chain, glyph) => beginsColumn(chain, glyph, rough))
  return closeGaps(chains.flatMap(chain => pieceOf(chain) ?? []).sort(byPlace))
}

/** Glyphs of a line one after the other; `parts` says where the next column begins although the gap is small. */
function chainUp(
  glyphs: readonly Glyph[],
  parts: (chain: readonly Glyph[], glyph: Glyph) => boolean,
): readonly (readonly Glyph[])[] {
  const open = new Map<number, Glyph[][]>()
  const chains: Glyph[][] = []
  for (const glyph of glyphs) {
    const row = Math.round(glyph.baseline / 4)
    const near = [row - 1, row, row + 1].flatMap(at => open.get(at) ?? [])
    const chain = bestChain(near, glyph)
    if (chain && !parts(chain, glyph)) chain.push(glyph)
    else {
      const fresh = [glyph]
      chains.push(fresh)
      open.set(row, [...(open.get(row) ?? []), fresh])
    }
  }
  return chains
}

/** A gap this much wider than the others of its line, in ems, may be a gutter that a hanging mark narrows. */
const narrowGutter = 0.22
/** So many lines near by must begin at a place for it to be the edge of a column, within so many sizes up and down. */
const edge = { lines: 3, within: 24, off: 0.2 }

/** Marks that may hang over the edge of their column. */
const hanging = /[、。，；：！？”’）》」』…—]/u
/** Marks that begin no line. */
const closing = /[、。，；：！？”’）》」』]/u

/**
 * Whether a glyph begins the next column: at a place where lines above and below begin, after a gap, or after marks that
 * hang over the edge at which other lines end.
 */
function beginsColumn(chain: readonly Glyph[], glyph: Glyph, pieces: readonly Piece[]): boolean {
  const last = chain.at(-1)
  if (!last || chain.length < 3 || isBlank(glyph)) return false
  const { size } = glyph
  const gap = (glyph.x0 - last.x1) / size - usualGap(chain)
  const hangs = hanging.test(last.text) && !closing.test(glyph.text) && Math.abs(gap) > hungOff
  if (gap < narrowGutter && !hangs) return false
  const near = pieces.filter(
    one =>
      Math.abs(one.baseline - glyph.baseline) < edge.within * size &&
      one.size / size < 1.15 &&
      one.size / size > 0.87,
  )
  const starting = near.filter(one => Math.abs(one.x0 - glyph.x0) < edge.off * size)
  if (starting.length < edge.lines) return gap >= narrowGutter && isOverGutter(last, glyph, pieces)
  return gap >= narrowGutter || endsAtEdge(chain, near, size)
}

/** Whether the gap between two glyphs of headlines stands over that between two columns of smaller lines, and no line runs across it. */
function isOverGutter(last: Glyph, glyph: Glyph, pieces: readonly Piece[]): boolean {
  const { size, baseline } = glyph
  const middle = (last.x1 + glyph.x0) / 2
  const near = pieces.filter(
    one =>
      Math.abs(one.baseline - baseline) > 0.5 * size &&
      one.baseline > baseline - 3 * size &&
      one.baseline < baseline + gutterUnder * size,
  )
  if (near.some(one => one.x0 < middle && one.x1 > middle)) return false
  const small = near.filter(one => one.baseline > baseline && one.size < 0.85 * size)
  const within = (x: number) => x > last.x1 - 0.3 * size && x < glyph.x0 + 0.3 * size
  const [left, right] = [small.filter(one => within(one.x1)), small.filter(one => within(one.x0))]
  return left.length >= edge.lines && right.length >= edge.lines
}

/** The columns are looked for so many sizes under a headline. */
const gutterUnder = 7

/** A mark that hangs stands off the next column by another distance than between two glyphs of a line, in ems. */
const hungOff = 0.12

/** Where a line ends, its last marks left out. */
const inkEnd = (glyphs: readonly Glyph[]) =>
  glyphs.findLast(glyph => !hanging.test(glyph.text) && !isBlank(glyph))?.x1

function endsAtEdge(glyphs: readonly Glyph[], near: readonly Piece[], size: number): boolean {
  const end = inkEnd(glyphs)
  if (end === undefined) return false
  return near.filter(one => Math.abs((inkEnd(one.glyphs) ?? 0) - end) < 0.3 * size).length >= 2
}

/** The widest gap within a line that a line right above or below proves to be no gutter. */
const widestProved = 2.6

/** Joins pieces of one line over a gap that the lines above or below, of one measure with them, run across. */
function closeGaps(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    const level = last && Math.abs(last.baseline - piece.baseline) < sameBaseline * piece.size
    const gap = last ? (piece.x0 - last.x1) / piece.size : 0
    const close = last && level && gap > 0 && gap <= widestProved && last.size / piece.size < 1.1
    if (last && close && pieces.some(one => runsAcross(one, last, piece)))
      joined[joined.length - 1] = joinPieces(last, piece)
    else joined.push(piece)
  }
  return joined
}

function runsAcross(line: Piece, left: Piece, right: Piece): boolean {
  const em = left.size
  const step = Math.abs(line.baseline - left.baseline)
  return (
    step > 0.5 * em &&
    step < 2 * em &&
    line.font === left.font &&
    Math.abs(line.size - em) < 0.06 * em &&
    Math.abs(line.x0 - left.x0) < 2.6 * em &&
    line.x1 > right.x0 + em &&
    right.x1 < line.x1 + em
  )
}

function joinPieces(left: Piece, right: Piece): Piece {
  const { x0, y0, x1, y1 } = boundsOf([left, right])
  const glyphs = [...left.glyphs, ...right.glyphs]
  return { ...left, x0, y0, x1, y1, glyphs, text: `${left.text} ${right.text}` }
}

export const byPlace = (a: Piece, b: Piece) => a.baseline - b.baseline || a.x0 - b.x0

function bestChain(chains: readonly Glyph[][], glyph: Glyph): Glyph[] | undefined {
  let best: { chain: Glyph[]; gap: number } | undefined
  for (const chain of chains) {
    const last = chain.at(-1)
    if (!last || !goesOn(last, glyph)) continue
    const gap = Math.abs(glyph.x0 - last.x1)
    if (!best || gap < best.gap) best = { chain, gap }
  }
  return best?.chain
}

function goesOn(last: Glyph, glyph: Glyph): boolean {
  const em = Math.max(last.size, glyph.size)
  const gap = (glyph.x0 - last.x1) / em
  const widest = isBlank(last) ? widestAfterSpace : widestGap
  return (
    Math.abs(glyph.baseline - last.baseline) <= sameBaseline * em &&
    em / Math.min(last.size, glyph.size) <= sameSize &&
    gap <= widest &&
    gap >= -deepestOverlap
  )
}

function pieceOf(chain: readonly Glyph[]): Piece | undefined {
  const from = chain.findIndex(glyph => !isBlank(glyph))
  if (from < 0) return undefined
  const to = chain.findLastIndex(glyph => !isBlank(glyph))
  const glyphs = chain.slice(from, to + 1)
  const size = mostOf(glyphs, glyph => glyph.size)
  const font = mostOf(glyphs, glyph => glyph.font)
  const baseline = mostOf(glyphs, glyph => glyph.baseline)
  return { ...boundsOf(glyphs), glyphs, text: glyphText(glyphs), baseline, size, font, upright: false }
}

function glyphText(glyphs: readonly Glyph[]): string {
  return glyphs.reduce((text, glyph, at) => {
    const last = glyphs[at - 1]
    const gap = last ? (glyph.x0 - last.x1) / glyph.size : 0
    const spaced = last && !isBlank(last) && !isBlank(glyph) && gap > wordGap && gap > 2 * usualGap(glyphs)
    return text + (spaced ? ' ' : '') + (glyph.text === '\u00a0' ? ' ' : glyph.text)
  }, '')
}

/** The gap between most glyphs of a line, in ems: what justification added. */
function usualGap(glyphs: readonly Glyph[]): number {
  const gaps = glyphs.slice(1).map((glyph, at) => (glyph.x0 - (glyphs[at]?.x1 ?? 0)) / glyph.size)
  gaps.sort((a, b) => a - b)
  return Math.max(0, gaps[Math.floor(gaps.length / 2)] ?? 0)
}

/** The value that most glyphs with ink have. */
export function mostOf<Value>(glyphs: readonly Glyph[], value: (glyph: Glyph) => Value): Value {
  const counts = new Map<Value, number>()
  let best: { value: Value; count: number } | undefined
  for (const glyph of glyphs) {
    const one = value(glyph)
    const count = (counts.get(one) ?? 0) + 1
    counts.set(one, count)
    if (!best || count > best.count) best = { value: one, count }
  }
  if (!best) throw new Error('no glyphs')
  return best.value
}

/** The smallest box around boxes. Throws without any. */
export function boundsOf(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new Error('no boxes')
  return {
    x0: Math.min(...boxes.map(box => box.x0)),
    y0: Math.min(...boxes.map(box => box.y0)),
    x1: Math.max(...boxes.map(box => box.x1)),
    y1: Math.max(...boxes.map(box => box.y1)),
  }
}

/** How far two boxes share the same x, or y. */
export const overlapX = (a: Box, b: Box) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)
export const overlapY = (a: Box, b: Box) => Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0)
export const centreX = (box: Box) => (box.x0 + box.x1) / 2
export const widthOf = (box: Box) => box.x1 - box.x0
