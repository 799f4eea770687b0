// A page of a PDF drawn as people see it, for an editor who compares. Runs where the reader does (lib/issues/reader-child.ts).
import { writePng } from '../../../format/write-png'
import { withDocument } from './pdfium'
import type { Pdfium } from './pdfium-api'
import { withBitmap } from './pdfium-bitmap'

/** Pixels of a drawn page at most. */
const mostPixels = 12_000_000

/**
 * Page `number` (from 1) as a PNG file of that width in pixels, on white, without annotations. Undefined where there is no such page,
 * or where it would have more pixels than `mostPixels`.
 */
export function drawPage(
  pdfium: Pdfium,
  bytes: Uint8Array,
  number: number,
  width: number,
): Uint8Array | undefined {
  const { api } = pdfium
  const drawn = (file: number) => {
    const page = number <= api.FPDF_GetPageCount(file) ? api.FPDF_LoadPage(file, number - 1) : 0
    if (page === 0) return undefined
    try {
      const height = Math.round((width * api.FPDF_GetPageHeightF(page)) / api.FPDF_GetPageWidthF(page))
      return height > 0 && width * height <= mostPixels ? draw(pdfium, page, width, height) : undefined
    } finally {
      api.FPDF_ClosePage(page)
    }
  }
  return withDocument(pdfium, bytes, drawn, () => undefined)
}

function draw(pdfium: Pdfium, page: number, width: number, height: number): Uint8Array | undefined {
  return withBitmap(pdfium, page, width, height, (pixels, stride) =>
    writePng({ width, height, depth: 8, colour: 2 }, rowsOf(pixels, width, height, stride)),
  )
}

/** Four bytes a pixel, blue first, as rows of a PNG file: red first, three bytes, behind the name of no filter. */
function rowsOf(pixels: Uint8Array, width: number, height: number, stride: number): Uint8Array {
  const rows = new Uint8Array(height * (1 + 3 * width))
  for (let y = 0; y < height; y += 1) {
    let to = y * (1 + 3 * width) + 1
    for (let from = y * stride; from < y * stride + 4 * width; from += 4) {
      rows[to] = pixels[from + 2] ?? 0
      rows[to + 1] = pixels[from + 1] ?? 0
      rows[to + 2] = pixels[from] ?? 0
      to += 3
    }
  }
  return rows
}
