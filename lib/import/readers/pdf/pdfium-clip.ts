// What of a picture a PDF page shows: the paths that clip it.
import type { Box } from './page'
import { floats, type Matrix, type PageGeometry, type Pdfium } from './pdfium-api'

/** Corners of a path that are looked at; a longer one is no plain frame, and its first corners say enough of where it is. */
const mostCorners = 200

/** Less than this share of a picture is a part of it; frames often hide a hair of its edges. */
const whole = 0.95

/** The boxes around the paths that clip an object, on the page as it is shown. */
export function clipOf(pdfium: Pdfium, shown: PageGeometry, matrix: Matrix, object: number): readonly Box[] {
  const { api } = pdfium
  const clip = api.FPDFPageObj_GetClipPath(object)
  const paths = clip === 0 ? 0 : Math.max(0, api.FPDFClipPath_CountPaths(clip))
  return Array.from({ length: paths }, (_, path) => boxOf(pdfium, shown, matrix, clip, path)).flatMap(
    box => box ?? [],
  )
}

function boxOf(
  { api, out }: Pdfium,
  shown: PageGeometry,
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix,
  clip: number,
  path: number,
): Box | undefined {
  const count = Math.min(mostCorners, api.FPDFClipPath_CountPathSegments(clip, path))
  const corners = Array.from({ length: Math.max(0, count) }, (_, at) => {
    api.FPDFPathSegment_GetPoint(api.FPDFClipPath_GetPathSegment(clip, path, at), out, out + 4)
    const [x = 0, y = 0] = floats(api, out, 2)
    return shown.place(a * x + c * y + e, b * x + d * y + f)
  })
  if (corners.length === 0) return undefined
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) }
}

/** Whether the page shows clearly less than all of a picture in that box. */
export function isCropped(clips: readonly Box[], box: Box): boolean {
  const seen = clips.reduce(
    (rest, clip) => ({
      x0: Math.max(rest.x0, clip.x0),
      y0: Math.max(rest.y0, clip.y0),
      x1: Math.min(rest.x1, clip.x1),
      y1: Math.min(rest.y1, clip.y1),
    }),
    box,
  )
  const [width, height] = [Math.max(0, seen.x1 - seen.x0), Math.max(0, seen.y1 - seen.y0)]
  return width * height < whole * (box.x1 - box.x0) * (box.y1 - box.y0)
}
