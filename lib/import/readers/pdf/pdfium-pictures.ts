// The photographs of a PDF page: their files where the PDF holds JPEG, else their pixels as PNG.
import { readJpeg as readHead } from '../../../format/picture-jpeg'
import { writePng } from '../../../format/write-png'
import { pixelSeen, type Size, sizeSeen, withOrientation } from './orientation'
import type { Box, PdfPhotograph } from './page'
import { heapOf, type Pdfium } from './pdfium-api'

/** Smaller ones are signs and ornaments: in points on the page, and in pixels. */
const least = { points: 60, pixels: 100 } as const
/** Bytes of one photograph, and of all of a page; what is beyond is left where it is. */
const photographBounds = { bytes: 30_000_000, all: 120_000_000 } as const

/** PDFium's FPDFBitmap_ formats, and how many bytes a pixel has. */
const pixelBytes: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 }

/**
 * The photograph of an image object, upright as it is seen under an orientation (orientation.ts); undefined for what is small. Its mask is
 * not applied: a newspaper cuts nothing out of a photograph. `taken`: the bytes of base64 that there are already.
 */
export function readPhotograph(
  pdfium: Pdfium,
  object: number,
  box: Box,
  orientation: number | undefined,
  taken: number,
): PdfPhotograph | undefined {
  const { api, out } = pdfium
  if (box.x1 - box.x0 < least.points || box.y1 - box.y0 < least.points) return undefined
  if (!api.FPDFImageObj_GetImagePixelSize(object, out, out + 4)) return { ...box, missed: 'unreadable' }
  const [width, height] = [api.pdfium.getValue(out, 'i32'), api.pdfium.getValue(out + 4, 'i32')]
  if (width < least.pixels || height < least.pixels) return undefined
  if (orientation === undefined) return { ...box, missed: 'leaning' }
  if (taken >= photographBounds.all) return { ...box, missed: 'beyond' }
  const bytes = readJpeg(pdfium, object, orientation) ?? readPixels(pdfium, object, orientation)
  return bytes ? { ...box, data: Buffer.from(bytes).toString('base64') } : { ...box, missed: 'unreadable' }
}

/** The file itself, where the only filter of the image is that of JPEG. */
function readJpeg({ api, out }: Pdfium, object: number, orientation: number): Uint8Array | undefined {
  if (api.FPDFImageObj_GetImageFilterCount(object) !== 1) return undefined
  const length = api.FPDFImageObj_GetImageFilter(object, 0, out, 64)
  if (length === 0 || length > 64 || api.pdfium.UTF8ToString(out) !== 'DCTDecode') return undefined
  const size = api.FPDFImageObj_GetImageDataRaw(object, 0, 0)
  if (size === 0 || size > photographBounds.bytes) return undefined
  const memory = api.pdfium.wasmExports.malloc(size)
  try {
    api.FPDFImageObj_GetImageDataRaw(object, memory, size)
    const bytes = heapOf(api).slice(memory, memory + size)
    // PDF writers may leave a line end behind it.
    const end = Buffer.from(bytes).lastIndexOf(Buffer.from([0xff, 0xd9]))
    const jpeg = Buffer.from(bytes.slice(0, end + 2))
    const head = readHead(jpeg)
    return end < 0 || 'broken' in head ? undefined : withOrientation(jpeg, head.orientation, orientation)
  } finally {
    api.pdfium.wasmExports.free(memory)
  }
}

function readPixels({ api }: Pdfium, object: number, orientation: number): Uint8Array | undefined {
  const bitmap = api.FPDFImageObj_GetBitmap(object)
  if (bitmap === 0) return undefined
  try {
    const [width, height] = [api.FPDFBitmap_GetWidth(bitmap), api.FPDFBitmap_GetHeight(bitmap)]
    const depth = pixelBytes[api.FPDFBitmap_GetFormat(bitmap)]
    if (!depth || width * height * 3 > photographBounds.bytes * 3) return undefined
    const [start, stride] = [api.FPDFBitmap_GetBuffer(bitmap), api.FPDFBitmap_GetStride(bitmap)]
    const heap = heapOf(api)
    const stored = { width, height }
    const png = pngOf(sizeSeen(stored, orientation), (x, y) => {
      const [column, row] = pixelSeen(stored, orientation, x, y)
      const at = start + row * stride + column * depth
      const [blue = 0, green = blue, red = blue] = depth === 1 ? [heap[at]] : heap.subarray(at, at + 3)
      return [red, green, blue]
    })
    return png.length > photographBounds.bytes ? undefined : png
  } finally {
    api.FPDFBitmap_Destroy(bitmap)
  }
}

type Pixel = (x: number, y: number) => readonly [red: number, green: number, blue: number]

/** A PNG of eight bits a colour, without filters. */
function pngOf({ width, height }: Size, pixel: Pixel): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(pixel(x, y), y * (1 + width * 3) + 1 + x * 3)
  return writePng({ width, height, depth: 8, colour: 2 }, rows)
}
