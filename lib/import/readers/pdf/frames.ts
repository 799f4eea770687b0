// Frames: ruled or tinted boxes with text in them. What stands in a box is laid out by itself, like a page.
import type { Box, PdfPage } from './page'
import { overlapX, overlapY, type Piece, widthOf } from './pieces'
import type { BodyStyle } from './styles'

export type BoxedPieces = {
  /** Undefined for what stands in no box. */
  readonly box: Box | undefined
  readonly pieces: readonly Piece[]
}

/** Corners of a box made of four lines meet within so many points. */
const corner = 4
/** A box as large as this share of the page is its border. */
const border = 0.9

const heightOf = (box: Box) => box.y1 - box.y0

/** The pieces of a page by the smallest box that they stand in whole; what is in no box comes first. */
export function makeFrames(page: PdfPage, pieces: readonly Piece[], body: BodyStyle): readonly BoxedPieces[] {
  const boxes = boxesOf(page, body)
    .filter(box => pieces.some(piece => holds(box, piece)))
    .sort((a, b) => widthOf(a) * heightOf(a) - widthOf(b) * heightOf(b))
  const byBox = new Map<Box | undefined, Piece[]>([[undefined, []]])
  for (const piece of pieces) {
    const box = boxes.find(one => holds(one, piece))
    byBox.set(box, [...(byBox.get(box) ?? []), piece])
  }
  return [...byBox].map(([box, own]) => ({ box, pieces: own }))
}

/** A long word, a hanging mark or the end of an upright headline may stick out of its box. */
const holds = (box: Box, piece: Piece) =>
  overlapX(box, piece) >= 0.8 * widthOf(piece) &&
  (piece.upright
    ? overlapY(box, piece) >= 0.8 * heightOf(piece)
    : piece.y0 >= box.y0 - 1 && piece.y1 <= box.y1 + 2)

function boxesOf(page: PdfPage, body: BodyStyle): readonly Box[] {
  const { width, height } = page
  const drawn = [...page.areas, ...fromRules(page.rules)]
  const apart = drawn.filter(
    box =>
      widthOf(box) > 4 * body.size &&
      heightOf(box) > 1.5 * body.size &&
      widthOf(box) * heightOf(box) < border * width * height,
  )
  return apart.filter((box, at) => !apart.slice(0, at).some(one => isSame(one, box)))
}

const isSame = (a: Box, b: Box) =>
  [a.x0 - b.x0, a.y0 - b.y0, a.x1 - b.x1, a.y1 - b.y1].every(off => Math.abs(off) <= corner)

/** Boxes that are drawn as four lines. */
function fromRules(rules: readonly Box[]): readonly Box[] {
  const level = rules.filter(rule => widthOf(rule) > heightOf(rule)).sort((a, b) => a.y0 - b.y0)
  const plumb = rules.filter(rule => heightOf(rule) > widthOf(rule))
  const meets = (a: number, b: number) => Math.abs(a - b) <= corner
  return level.flatMap((top, at) => {
    const bottom = level
      .slice(at + 1)
      .find(
        one =>
          meets(one.x0, top.x0) &&
          meets(one.x1, top.x1) &&
          [top.x0, top.x1].every(x =>
            plumb.some(
              side =>
                (meets(side.x0, x) || meets(side.x1, x)) && meets(side.y0, top.y0) && meets(side.y1, one.y1),
            ),
          ),
      )
    return bottom ? [{ x0: top.x0, y0: top.y0, x1: top.x1, y1: bottom.y1 }] : []
  })
}

/** Pictures: images, and filled areas without text that are no lines; what lies behind text or fills the page is none. */
export function pictureBoxes(page: PdfPage, pieces: readonly Piece[], body: BodyStyle): readonly Box[] {
  const least = 3 * body.size
  const candidates = [...page.pictures, ...page.areas].filter(
    box => widthOf(box) >= least && heightOf(box) >= least,
  )
  const apart = candidates.filter(
    box => !pieces.some(piece => overlapX(box, piece) > body.size && overlapY(box, piece) > 0.7 * piece.size),
  )
  return apart.filter((box, at) => !apart.some((one, other) => other !== at && covers(one, box, other < at)))
}

/** Whether a picture lies within another; of two that are the same, the later one does. */
function covers(outer: Box, inner: Box, earlier: boolean): boolean {
  const within =
    inner.x0 >= outer.x0 - 1 &&
    inner.x1 <= outer.x1 + 1 &&
    inner.y0 >= outer.y0 - 1 &&
    inner.y1 <= outer.y1 + 1
  return within && (earlier || !isSame(outer, inner))
}
