// Which glyphs of a PDF page can be seen: the page is drawn with its text and without, and where both are alike there is no ink.
import type { Box } from './page'
import type { PageGeometry, Pdfium } from './pdfium-api'
import { withBitmap } from './pdfium-bitmap'
import type { Drawn } from './pdfium-objects'
import { overlapX, overlapY } from './pieces'

/** Whether a glyph in this box leaves ink; true where that cannot be told. */
export type HasInk = (box: Box) => boolean

/** Pixels a point: running text of 9 points is 13 pixels high. */
const scale = 1.5
/** Larger pages are not drawn: some 4,200 points in the square. */
const mostPixels = 40_000_000
/** Of 255 levels of a colour; nobody sees less on paper. */
const leastInk = 8

/**
 * Draws a page, which stays as it is. What hides text is not asked: a layer that is switched off, something drawn over it, a clip, its
 * colour. Images cost too much to draw; they are left out unless they may hide text, and text that stands on those left out counts as seen.
 */
export function readInk(pdfium: Pdfium, page: number, shown: PageGeometry, drawn: readonly Drawn[]): HasInk {
  const [width, height] = [Math.ceil(shown.width * scale), Math.ceil(shown.height * scale)]
  if (width * height > mostPixels || !drawn.some(({ kind }) => kind === 'text')) return () => true
  const idle = drawn.filter((one, at) => one.kind === 'image' && !mayHide(one, drawn.slice(0, at)))
  const texts = drawn.filter(({ kind }) => kind === 'text')
  const show = (which: readonly Drawn[], active: boolean) => {
    for (const { object } of which) pdfium.api.FPDFPageObj_SetIsActive(object, active)
  }
  show(idle, false)
  const draw = () =>
    withBitmap(pdfium, page, width, height, (pixels, stride) => ({ pixels: pixels.slice(), stride }))
  const full = draw()
  show(texts, false)
  const bare = draw()
  show([...idle, ...texts], true)
  if (!full || !bare) return () => true
  return box =>
    idle.some(image => overlapX(image.box, box) > 0 && overlapY(image.box, box) > 0) ||
    differ(full.pixels, bare.pixels, full.stride, pixelsOf(box, width, height))
}

/** Whether an image is drawn over text. */
const mayHide = (image: Drawn, before: readonly Drawn[]) =>
  before.some(
    ({ kind, box }) => kind === 'text' && overlapX(box, image.box) > 0 && overlapY(box, image.box) > 0,
  )

/** The pixels that a box covers, in whole ones. */
function pixelsOf(box: Box, width: number, height: number): Box {
  return {
    x0: Math.max(0, Math.floor(box.x0 * scale)),
    y0: Math.max(0, Math.floor(box.y0 * scale)),
    x1: Math.min(width, Math.ceil(box.x1 * scale)),
    y1: Math.min(height, Math.ceil(box.y1 * scale)),
  }
}

function differ(one: Uint8Array, two: Uint8Array, stride: number, { x0, y0, x1, y1 }: Box): boolean {
  for (let y = y0; y < y1; y++) {
    for (let at = y * stride + 4 * x0; at < y * stride + 4 * x1; at++)
      if (Math.abs((one[at] ?? 0) - (two[at] ?? 0)) >= leastInk) return true
  }
  return false
}
