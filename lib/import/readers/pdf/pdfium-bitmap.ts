// A PDF page drawn by PDFium: four bytes a pixel, blue first.
import { heapOf, type Pdfium } from './pdfium-api'

const white = 0xffffffff

/** What is made of the pixels of a page drawn on white without annotations, `stride` bytes a row; they are freed afterwards. Undefined without memory. */
export function withBitmap<Made>(
  { api }: Pdfium,
  page: number,
  width: number,
  height: number,
  make: (pixels: Uint8Array, stride: number) => Made,
): Made | undefined {
  const bitmap = api.FPDFBitmap_Create(width, height, 0)
  if (bitmap === 0) return undefined
  try {
    api.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white)
    api.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, 0)
    const start = api.FPDFBitmap_GetBuffer(bitmap)
    const stride = api.FPDFBitmap_GetStride(bitmap)
    return make(heapOf(api).subarray(start, start + stride * height), stride)
  } finally {
    api.FPDFBitmap_Destroy(bitmap)
  }
}
