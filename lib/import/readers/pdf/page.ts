// What a PDF page holds before anything is concluded from it: glyphs, ruled lines, filled areas and pictures. START HERE to read the PDF reader.

/** A rectangle in points from the top left corner of the page, y downward. */
export type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

/** Why a glyph cannot be read: invisible by its drawing mode or colour, outside the page, or without a Unicode value. */
export type Flaw = 'hidden' | 'outside' | 'unmapped'

/** One drawn character, with the place it takes on the line. */
export type Glyph = Box & {
  /** Number on the page: glyphs in PDFium's order, then those struck a second time. */
  readonly index: number
  readonly text: string
  /** Baseline, in points from the top. */
  readonly baseline: number
  /** Size as drawn, in points. */
  readonly size: number
  readonly font: string
  /** Drawn over another glyph of the same sort: false bold. */
  readonly double: boolean
  readonly flaw: Flaw | undefined
  /** In white or nearly so: seen only on a dark ground. */
  readonly white: boolean
}

export type PdfPage = {
  /** 1-based, in the file. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyph[]
  /** Lines and the edges of frames: one side is thin. */
  readonly rules: readonly Box[]
  /** Stroked or filled rectangles. */
  readonly areas: readonly Box[]
  readonly pictures: readonly Box[]
  /** Those that may be photographs of articles. */
  readonly photographs?: readonly PdfPhotograph[]
}

/** Why a picture stays in the PDF: it leans on the page, its pixels cannot be had, or others take all that may be taken of a page. */
export type Missed = 'leaning' | 'unreadable' | 'beyond'

/**
 * A photograph, where it stands on the page, and its file as base64; or why there is none. `cropped`: the page shows a part of it.
 */
export type PdfPhotograph = Box &
  ({ readonly data: string; readonly cropped?: boolean } | { readonly missed: Missed })

/** Why a PDF is not read. `page` is undefined when the file as a whole is meant. */
export type PdfRefusal = { readonly rule: string; readonly message: string; readonly page?: number }

export type PdfReading = { readonly pages: readonly PdfPage[] } | { readonly refused: readonly PdfRefusal[] }

/** What is read at most. A newspaper page has some 10,000 glyphs; an issue of 24 pages stays far below. */
export const pdfBounds = {
  bytes: 200_000_000,
  pages: 64,
  /** Objects of one page, forms opened. */
  objects: 200_000,
  glyphs: 60_000,
  /** Forms inside forms. */
  depth: 12,
  /** Of the reading process. */
  seconds: 120,
  /** Of the WebAssembly memory, in MB. */
  memory: 1_024,
} as const
