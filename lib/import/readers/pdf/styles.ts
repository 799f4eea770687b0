// The style of the running text of a page: its size, font and leading; what is larger is display.
import { centreX, mostOf, overlapX, type Piece, widthOf } from './pieces'

export type BodyStyle = {
  /** In points. */
  readonly size: number
  readonly font: string
  /** From one baseline to the next, in points. */
  readonly leading: number
}

/** From so many times the size of the running text on, a line is display. */
const displaySize = 1.17

export const isDisplay = (piece: Piece, body: BodyStyle) => piece.size >= displaySize * body.size

/** The style that most glyphs have; sizes are taken to a quarter of a point. */
export function bodyStyle(pieces: readonly Piece[]): BodyStyle {
  const glyphs = pieces.flatMap(piece => piece.glyphs)
  if (glyphs.length === 0) return { size: 10, font: '', leading: 15 }
  const size = mostOf(glyphs, glyph => Math.round(glyph.size * 4) / 4)
  const own = pieces.filter(piece => Math.abs(piece.size - size) <= 0.06 * size)
  return {
    size,
    font: mostOf(
      own.flatMap(piece => piece.glyphs),
      glyph => glyph.font,
    ),
    leading: leadingOf(own, size),
  }
}

/** The most frequent step from a line to the next one under it. */
function leadingOf(pieces: readonly Piece[], size: number): number {
  const counts = new Map<number, number>()
  const rows = [...pieces].sort((a, b) => a.baseline - b.baseline)
  rows.forEach((piece, at) => {
    for (const next of rows.slice(at + 1)) {
      const step = next.baseline - piece.baseline
      if (step > 2.6 * size) break
      if (step < 0.9 * size || overlapX(piece, next) < 0.5 * Math.min(widthOf(piece), widthOf(next))) continue
      const key = Math.round(step * 4) / 4
      counts.set(key, (counts.get(key) ?? 0) + 1)
      break
    }
  })
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0] ?? 1.5 * size
}

/** Steps between the glyphs of an upright line, in ems. */
const uprightStep = { least: 0.35, most: 1.95 }

/**
 * Display glyphs that stand one under the other become lines from top to bottom. At least three glyphs are needed; a
 * number of two digits may stand across.
 */
export function joinUpright(pieces: readonly Piece[], body: BodyStyle): readonly Piece[] {
  const single = pieces
    .filter(piece => piece.text.length <= 2 && isDisplay(piece, body))
    .sort((a, b) => a.baseline - b.baseline)
  const chains: Piece[][] = []
  for (const piece of single) {
    const chain = chains.find(one => follows(one.at(-1), piece))
    if (chain) chain.push(piece)
    else chains.push([piece])
  }
  const upright = chains.filter(chain => chain.length >= 3)
  const taken = new Set(upright.flat())
  return [...pieces.filter(piece => !taken.has(piece)), ...upright.map(stand)]
}

function follows(last: Piece | undefined, piece: Piece): boolean {
  if (!last) return false
  const em = Math.max(last.size, piece.size)
  const step = (piece.baseline - last.baseline) / em
  // Marks stand in a corner of their square.
  const off = /\p{P}/u.test(piece.text + last.text) ? 0.75 : 0.3
  return (
    Math.abs(centreX(piece) - centreX(last)) <= off * em &&
    em / Math.min(last.size, piece.size) <= 1.15 &&
    step >= uprightStep.least &&
    step <= uprightStep.most
  )
}

function stand(chain: readonly Piece[]): Piece {
  const [first] = chain
  if (!first) throw new Error('an empty line')
  return {
    x0: Math.min(...chain.map(one => one.x0)),
    x1: Math.max(...chain.map(one => one.x1)),
    y0: Math.min(...chain.map(one => one.y0)),
    y1: Math.max(...chain.map(one => one.y1)),
    glyphs: chain.flatMap(one => one.glyphs),
    text: chain.map(one => one.text).join(''),
    baseline: first.baseline,
    size: first.size,
    font: first.font,
    upright: true,
  }
}

/** Letter-spaced display lines: short pieces on one baseline with equal gaps below two ems become one. */
export function joinSpaced(pieces: readonly Piece[], body: BodyStyle): readonly Piece[] {
  const joined: Piece[] = []
  const rest = [...pieces].sort((a, b) => Math.round(a.baseline - b.baseline) || a.x0 - b.x0)
  for (const piece of rest) {
    const last = joined.at(-1)
    const gap = last ? (piece.x0 - last.x1) / piece.size : 9
    const near = last && Math.abs(last.baseline - piece.baseline) < 1 && last.size === piece.size
    if (last && near && isDisplay(piece, body) && gap > 0 && gap <= 1.9 && isSpaced(last, piece))
      joined[joined.length - 1] = merge(last, piece)
    else joined.push(piece)
  }
  return joined
}

const isSpaced = (last: Piece, piece: Piece) => last.font === piece.font && piece.text.length <= 2

function merge(left: Piece, right: Piece): Piece {
  const glyphs = [...left.glyphs, ...right.glyphs]
  return {
    ...left,
    x1: right.x1,
    y0: Math.min(left.y0, right.y0),
    glyphs,
    text: `${left.text} ${right.text}`,
  }
}
