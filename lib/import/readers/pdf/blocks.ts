// Pieces → blocks of text and groups of headlines: what stands under one another in one style.
import type { Box } from './page'
import { boundsOf, byPlace, centreX, overlapX, overlapY, type Piece, widthOf } from './pieces'
import type { BodyStyle } from './styles'

/** Lines of running text in one column, or in the measure of a box; a line that stands alone is a block too. */
export type TextBlock = Box & { readonly lines: readonly Piece[] }

/** Headlines that belong together: kicker, title, subtitle; or one upright headline. */
export type Display = Box & {
  readonly lines: readonly Piece[]
  /** Of the largest line. */
  readonly size: number
  readonly upright: boolean
}

/** The next line of a block is at most so many leadings below. */
const farthestLine = 1.32

/** Whether a ruled line stands between two lines that are under one another. */
export function isRuledOff(above: Box, below: Box, rules: readonly Box[]): boolean {
  const middle = (box: Box) => (box.y0 + box.y1) / 2
  return rules.some(
    rule =>
      widthOf(rule) > rule.y1 - rule.y0 &&
      rule.y0 >= middle(above) &&
      rule.y1 <= middle(below) &&
      overlapX(rule, below) >= 0.5 * widthOf(below) &&
      overlapX(rule, above) >= 0.3 * widthOf(above),
  )
}

/** Blocks of the lines that are no display, by where they begin. */
export function makeBlocks(
  pieces: readonly Piece[],
  body: BodyStyle,
  walls: readonly Box[],
  rules: readonly Box[],
): readonly TextBlock[] {
  const blocks: Piece[][] = []
  const lines = [...pieces].sort(byPlace)
  for (const line of lines) {
    const fitting = blocks.filter(block => continues(block, line, lines, body, [...walls], rules))
    const best = fitting.sort((a, b) => closeness(b, line) - closeness(a, line))[0]
    if (best) best.push(line)
    else blocks.push([line])
  }
  return blocks.map(block => ({ ...boundsOf(block), lines: block }))
}

const closeness = (block: readonly Piece[], line: Piece) =>
  overlapX(boundsOf(block), line) - Math.abs((block[0]?.x0 ?? 0) - line.x0)

function continues(
  block: readonly Piece[],
  line: Piece,
  lines: readonly Piece[],
  body: BodyStyle,
  walls: readonly Box[],
  rules: readonly Box[],
): boolean {
  const last = block.at(-1)
  if (!last) return false
  const step = line.baseline - last.baseline
  const em = Math.max(last.size, line.size)
  if (step < 0.5 * em || step > Math.max(farthestLine * body.leading, 0)) return false
  if (em / Math.min(last.size, line.size) > 1.13) return false
  const around = boundsOf(block)
  // A last line of a word or two, and the indent under or above it.
  const indented =
    Math.abs(line.x0 - around.x0) < 2.6 * em &&
    (last.x0 < line.x0 || (block.length === 1 && line.x0 < last.x0))
  if (overlapX(around, line) < 0.5 * Math.min(widthOf(around), widthOf(line)) && !indented) return false
  if (line.x0 < around.x0 - 2.6 * em) return false
  const label = block.length === 1 && last.font !== line.font
  if (label && Math.abs(last.x0 - line.x0) > 0.6 * em && Math.abs(last.x0 + 2 * em - line.x0) > 0.6 * em)
    return false
  if (block.length > 1 && line.x1 > around.x1 + 2.2 * em) return false
  const beside = lines.some(
    other =>
      other !== line &&
      Math.abs(other.baseline - line.baseline) < 0.35 * body.leading &&
      overlapX(around, other) > em,
  )
  if (beside) return false
  if (walls.some(wall => overlapX(wall, line) > 0 && wall.y0 >= last.y0 && wall.y1 <= line.y1)) return false
  return !isRuledOff(last, line, rules)
}

/** Lines of a headline are at most so far apart, in sizes of the smaller and of the larger line. */
const headlineGap = { smaller: 1.5, larger: 0.75 }

/** Groups of display lines that stand under one another; upright lines that stand beside one another, right to left. */
export function makeDisplays(
  pieces: readonly Piece[],
  walls: readonly Box[],
  rules: readonly Box[],
): readonly Display[] {
  const groups: Piece[][] = []
  for (const piece of [...pieces].sort(byPlace)) {
    const near = groups.filter(group => group.some(line => areNear(line, piece, walls, rules)))
    const [first, ...more] = near
    if (!first) groups.push([piece])
    else {
      first.push(piece, ...more.flat())
      for (const group of more) groups.splice(groups.indexOf(group), 1)
    }
  }
  return groups.map(group => {
    const upright = group.every(line => line.upright)
    const lines = upright ? group.sort((a, b) => b.x0 - a.x0) : group.sort(byPlace)
    return { ...boundsOf(group), lines, size: Math.max(...group.map(line => line.size)), upright }
  })
}

function areNear(line: Piece, piece: Piece, walls: readonly Box[], rules: readonly Box[]): boolean {
  if (line.upright !== piece.upright) return false
  if (line.upright) {
    const gap = Math.max(line.x0, piece.x0) - Math.min(line.x1, piece.x1)
    return overlapY(line, piece) > 0 && gap < Math.max(line.size, piece.size)
  }
  const gap = Math.max(line.y0, piece.y0) - Math.min(line.y1, piece.y1)
  const [small, large] = [Math.min(line.size, piece.size), Math.max(line.size, piece.size)]
  if (gap > Math.max(headlineGap.smaller * small, headlineGap.larger * large)) return false
  const inside = centreX(piece) > line.x0 - small && centreX(piece) < line.x1 + small
  const around = centreX(line) > piece.x0 - small && centreX(line) < piece.x1 + small
  if (overlapX(line, piece) <= 0 || (!inside && !around && Math.abs(line.x0 - piece.x0) > 2 * small))
    return false
  const [above, below] = line.y0 < piece.y0 ? [line, piece] : [piece, line]
  if (walls.some(wall => overlapX(wall, below) > 0 && wall.y0 >= above.y0 && wall.y1 <= below.y1))
    return false
  return !isRuledOff(above, below, rules)
}
