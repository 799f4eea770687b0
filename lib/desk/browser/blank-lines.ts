// Lines of a page that its picture shows nothing of: the PDF has their fonts elsewhere, and no reader may guess them.
import type { LineView, SheetView } from '../wire'

/** The picture is looked at in this width, in pixels: a character of text is then some ten pixels wide. */
const width = 800
/** Of a line of text at least this share of its box is dark; marks alone, whose font is a common one, are less. */
const leastInk = 0.06

/** The numbers of the lines whose box is blank in a picture of their page. */
export function blankLines(
  picture: HTMLImageElement,
  sheet: SheetView,
  lines: readonly LineView[],
): ReadonlySet<number> {
  const scale = width / sheet.width
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = Math.round(sheet.height * scale)
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return new Set()
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const isBlank = ({ place }: LineView) => {
    const [x0, y0, x1, y1] = (place?.box ?? [0, 0, 0, 0]).map(value => Math.round(value * scale))
    const [wide, high] = [Math.max(1, (x1 ?? 0) - (x0 ?? 0)), Math.max(1, (y1 ?? 0) - (y0 ?? 0))]
    return inkOf(context.getImageData(x0 ?? 0, y0 ?? 0, wide, high).data) < leastInk
  }
  return new Set(lines.filter(isBlank).map(({ number }) => number))
}

/** The share of pixels that are not of the commonest brightness: white on a dark ground is ink too. */
function inkOf(pixels: Uint8ClampedArray): number {
  const steps = new Map<number, number>()
  for (let at = 0; at < pixels.length; at += 4) {
    const step = Math.round((pixels[at + 1] ?? 0) / 64)
    steps.set(step, (steps.get(step) ?? 0) + 1)
  }
  return 1 - Math.max(0, ...steps.values()) / (pixels.length / 4)
}
