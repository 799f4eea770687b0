// The objects of a PDF page: which are text, and where lines, areas and pictures stand.
import { orientationOf } from './orientation'
import { type Box, type PdfPhotograph, type PdfRefusal, pdfBounds } from './page'
import { floats, type Matrix, type PageGeometry, type Pdfium } from './pdfium-api'
import { clipOf, isCropped } from './pdfium-clip'
import { readPhotograph } from './pdfium-pictures'

/** A text or an image, and where it stands. */
export type Drawn = { readonly object: number; readonly kind: 'text' | 'image'; readonly box: Box }

export type PageObjects = {
  /** Texts and images, in the order in which they are drawn. */
  readonly drawn: readonly Drawn[]
  readonly rules: readonly Box[]
  readonly areas: readonly Box[]
  readonly pictures: readonly Box[]
  readonly photographs: readonly PdfPhotograph[]
}

/** PDFium's FPDF_PAGEOBJ_ kinds. */
const kinds = { text: 1, path: 2, image: 3, form: 5 } as const

/** Of a ruled line, its thinner side at most; of a frame or an area, both sides at least. In points. */
const thin = 3
const least = 12

const identity: Matrix = [1, 0, 0, 1, 0, 0]

type Finds = {
  drawn: Drawn[]
  rules: Box[]
  areas: Box[]
  pictures: Box[]
  photographs: PdfPhotograph[]
  seen: number
}

/** Walks all objects, forms opened; refused when there are more than a page can need. */
export function readObjects(pdfium: Pdfium, page: number, shown: PageGeometry): PageObjects | PdfRefusal {
  const { api } = pdfium
  const finds: Finds = { drawn: [], rules: [], areas: [], pictures: [], photographs: [], seen: 0 }
  const whole = walk(pdfium, shown, finds, identity, 0, {
    count: api.FPDFPage_CountObjects(page),
    at: index => api.FPDFPage_GetObject(page, index),
  })
  if (whole) return finds
  const message = `一页有 ${pdfBounds.objects} 个以上的图形对象，应重新导出 PDF，或只留文字和图片`
  return { rule: 'pdf-objects', message }
}

type Objects = { readonly count: number; readonly at: (index: number) => number }

function walk(
  pdfium: Pdfium,
  shown: PageGeometry,
  finds: Finds,
  matrix: Matrix,
  depth: number,
  objects: Objects,
): boolean {
  const { api } = pdfium
  finds.seen += objects.count
  if (finds.seen > pdfBounds.objects || depth > pdfBounds.depth) return false
  for (let index = 0; index < objects.count; index++) {
    const object = objects.at(index)
    const kind = api.FPDFPageObj_GetType(object)
    if (kind === kinds.text)
      finds.drawn.push({ object, kind: 'text', box: boundsOf(pdfium, shown, matrix, object) })
    else if (kind === kinds.path) keepPath(pdfium, shown, finds, matrix, object)
    else if (kind === kinds.image) keepPicture(pdfium, shown, finds, matrix, object)
    else if (kind === kinds.form) {
      const inner = times(matrixOf(pdfium, object), matrix)
      const children = {
        count: api.FPDFFormObj_CountObjects(object),
        at: (child: number) => api.FPDFFormObj_GetObject(object, child),
      }
      if (!walk(pdfium, shown, finds, inner, depth + 1, children)) return false
    }
  }
  return true
}

function keepPicture(
  pdfium: Pdfium,
  shown: PageGeometry,
  finds: Finds,
  matrix: Matrix,
  object: number,
): void {
  const box = boundsOf(pdfium, shown, matrix, object)
  finds.drawn.push({ object, kind: 'image', box })
  finds.pictures.push(...large(box))
  const orientation = orientationOf(times(matrixOf(pdfium, object), matrix), shown.quarters)
  const taken = finds.photographs.reduce((sum, one) => sum + ('data' in one ? one.data.length : 0), 0)
  const photograph = readPhotograph(pdfium, object, box, orientation, taken)
  if (photograph && 'data' in photograph && isCropped(clipOf(pdfium, shown, matrix, object), box))
    finds.photographs.push({ ...photograph, cropped: true })
  else if (photograph) finds.photographs.push(photograph)
}

const large = (box: Box): Box[] => (box.x1 - box.x0 >= least && box.y1 - box.y0 >= least ? [box] : [])

function keepPath(pdfium: Pdfium, shown: PageGeometry, finds: Finds, matrix: Matrix, object: number): void {
  if (!isVisible(pdfium, object)) return
  const box = boundsOf(pdfium, shown, matrix, object)
  const [width, height] = [box.x1 - box.x0, box.y1 - box.y0]
  if (Math.min(width, height) <= thin && Math.max(width, height) >= least) finds.rules.push(box)
  else finds.areas.push(...large(box))
}

/** Drawn, and in a colour that shows on white paper. */
function isVisible({ api, out }: Pdfium, object: number): boolean {
  api.FPDFPath_GetDrawMode(object, out, out + 4)
  const [fill, stroke] = [api.pdfium.getValue(out, 'i32'), api.pdfium.getValue(out + 4, 'i32')]
  const shows = (known: boolean) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = [0, 4, 8, 12].map(
      step => api.pdfium.getValue(out + step, 'i32') & 255,
    )
    return !known || (alpha > 8 && Math.min(red, green, blue) < 250)
  }
  const filled = fill !== 0 && shows(api.FPDFPageObj_GetFillColor(object, out, out + 4, out + 8, out + 12))
  return (
    filled || (stroke !== 0 && shows(api.FPDFPageObj_GetStrokeColor(object, out, out + 4, out + 8, out + 12)))
  )
}

function matrixOf({ api, out }: Pdfium, object: number): Matrix {
  return api.FPDFPageObj_GetMatrix(object, out) ? floats(api, out, 6) : identity
}

function times(inner: Matrix, outer: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = inner
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = outer
  return [a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u]
}

function boundsOf({ api, out }: Pdfium, shown: PageGeometry, matrix: Matrix, object: number): Box {
  api.FPDFPageObj_GetBounds(object, out, out + 4, out + 8, out + 12)
  const [left = 0, bottom = 0, right = 0, top = 0] = floats(api, out, 4)
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const corners = [left, right].flatMap(x =>
    [bottom, top].map(y => shown.place(a * x + c * y + e, b * x + d * y + f)),
  )
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)]
  return {
    x0: Math.max(0, Math.min(...xs)),
    y0: Math.max(0, Math.min(...ys)),
    x1: Math.min(shown.width, Math.max(...xs)),
    y1: Math.min(shown.height, Math.max(...ys)),
  }
}
