// The photographs of a PDF page: their files where the PDF holds JPEG, else their pixels as PNG.
import { writePng } from '../../../format/write-png'
import type { Box } from './page'
import type { Pdfium } from './pdfium-api'

/** A photograph, where it stands on the page, and its file as base64. */
export type PdfPhotograph = Box & { readonly data: string }

/** Smaller ones are signs and ornaments: in points on the page, and in pixels. */
const least = { points: 60, pixels: 100 } as const
/** Bytes of one photograph, and of all of a file; what is beyond is left where it is. */
export const photographBounds = { bytes: 30_000_000, all: 120_000_000 } as const

/** PDFium's FPDFBitmap_ formats, and how many bytes a pixel has. */
const pixelBytes: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 4, 4: 4 }

/**
 * The bytes of an image object as base64; undefined for what is small, stands turned or mirrored on the page, or cannot be had. Its
 * mask is not applied: a newspaper cuts nothing out of a photograph.
 */
export function readPhotograph(
  pdfium: Pdfium,
  object: number,
  box: Box,
  upright: boolean,
): string | undefined {
  const { api, out } = pdfium
  if (!upright || box.x1 - box.x0 < least.points || box.y1 - box.y0 < least.points) return undefined
  if (!api.FPDFImageObj_GetImagePixelSize(object, out, out + 4)) return undefined
  const [width, height] = [api.pdfium.getValue(out, 'i32'), api.pdfium.getValue(out + 4, 'i32')]
  if (width < least.pixels || height < least.pixels) return undefined
  const bytes = readJpeg(pdfium, object) ?? readPixels(pdfium, object)
  return bytes && Buffer.from(bytes).toString('base64')
}

/** The file itself, where the only filter of the image is that of JPEG. */
function readJpeg({ api, out }: Pdfium, object: number): Uint8Array | undefined {
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
    return end < 0 ? undefined : bytes.slice(0, end + 2)
  } finally {
    api.pdfium.wasmExports.free(memory)
  }
}

function readPixels({ api }: Pdfium, object: number): Uint8Array | undefined {
  const bitmap = api.FPDFImageObj_GetBitmap(object)
  if (bitmap === 0) return undefined
  try {
    const [width, height] = [api.FPDFBitmap_GetWidth(bitmap), api.FPDFBitmap_GetHeight(bitmap)]
    const depth = pixelBytes[api.FPDFBitmap_GetFormat(bitmap)]
    if (!depth || width * height * 3 > photographBounds.bytes * 3) return undefined
    const [start, stride] = [api.FPDFBitmap_GetBuffer(bitmap), api.FPDFBitmap_GetStride(bitmap)]
    const heap = heapOf(api)
    const png = pngOf(width, height, (x, y) => {
      const at = start + y * stride + x * depth
      const [blue = 0, green = blue, red = blue] = depth === 1 ? [heap[at]] : heap.subarray(at, at + 3)
      return [red, green, blue]
    })
    return png.length > photographBounds.bytes ? undefined : png
  } finally {
    api.FPDFBitmap_Destroy(bitmap)
  }
}

/** PDFium's memory; its type declaration leaves the view out. */
function heapOf(api: Pdfium['api']): Uint8Array {
  const { HEAPU8 } = api.pdfium as unknown as { readonly HEAPU8: Uint8Array }
  return HEAPU8
}

type Pixel = (x: number, y: number) => readonly [red: number, green: number, blue: number]

/** A PNG of eight bits a colour, without filters. */
function pngOf(width: number, height: number, pixel: Pixel): Buffer {
  const rows = Buffer.alloc(height * (1 + width * 3))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows.set(pixel(x, y), y * (1 + width * 3) + 1 + x * 3)
  return writePng({ width, height, depth: 8, colour: 2 }, rows)
}
