// What the readers of PDFium share: its functions, the page as it is shown, numbers that it wrote to its memory.
import type { WrappedPdfiumModule } from '@embedpdf/pdfium'

/** PDFium with the one buffer that its functions write their results to. */
export type Pdfium = {
  readonly api: WrappedPdfiumModule
  /** Address of `scratch` bytes. */
  readonly out: number
}

/** The visible part of the page; `place` takes a point of PDF space to points from its top left corner as it is shown. */
export type PageGeometry = {
  readonly width: number
  readonly height: number
  /** Quarters by which it is shown turned clockwise, 0 to 3. */
  readonly quarters: number
  readonly place: (x: number, y: number) => { readonly x: number; readonly y: number }
}

/** PDFium's memory, until it grows; its type declaration leaves the view out. */
export function heapOf(api: WrappedPdfiumModule): Uint8Array {
  const { HEAPU8 } = api.pdfium as unknown as { readonly HEAPU8: Uint8Array }
  return HEAPU8
}

/** a to f of PDF 1.7, 8.3.3. */
export type Matrix = readonly number[]

/** `count` floats that PDFium wrote at an address. */
export function floats(api: WrappedPdfiumModule, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => api.pdfium.getValue(at + 4 * index, 'float'))
}

/** The same of doubles. */
export function doubles(api: WrappedPdfiumModule, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, index) => api.pdfium.getValue(at + 8 * index, 'double'))
}
