// What was read from a PDF → the glyph record beside the issue (format/glyph-record.ts).
import {
  checksum,
  type GlyphRecord,
  keptName,
  type RecordedAside,
  type RecordedFile,
  type RecordedLine,
} from '../../../format/glyph-record'
import type { AsideReason } from './clean'
import type { PdfPage } from './page'
import type { PlacedLine } from './pieces'
import type { ReadPdf } from './read-pages'

const reasons: Readonly<Record<AsideReason, RecordedAside['reason']>> = {
  double: '重复描画',
  hidden: '看不见',
  outside: '页面以外',
}

const round = (value: number) => Math.round(value * 10) / 10

/** The record of the pages of one or several PDFs, in the order in which they were read. */
export function glyphRecord(
  files: readonly { readonly bytes: Uint8Array; readonly pages: number }[],
  pages: readonly PdfPage[],
  read: ReadPdf,
): GlyphRecord {
  return {
    files: files.map(
      ({ bytes, pages: count }, at): RecordedFile => ({
        name: keptName(at + 1, files.length, 'pdf'),
        sha256: checksum(bytes),
        pages: count,
      }),
    ),
    pages: pages.map(({ number, width, height, glyphs }) => ({
      page: number,
      width: round(width),
      height: round(height),
      glyphs: glyphs.map(({ text }) => text),
    })),
    lines: read.placed.map(lineOf),
    aside: pages.flatMap((page, at) => asideOf(page, read, at)),
  }
}

function lineOf({ line, page, piece }: PlacedLine): RecordedLine {
  const { x0, y0, x1, y1, size, font, glyphs } = piece
  return {
    line,
    page,
    box: [round(x0), round(y0), round(x1), round(y1)],
    size: round(size),
    font,
    glyphs: glyphs.map(({ index }) => index),
  }
}

/** Glyphs in no line: those set aside by reason, and the blanks at line ends. */
function asideOf(page: PdfPage, read: ReadPdf, at: number): RecordedAside[] {
  const aside = read.clean[at]?.aside ?? []
  const used = new Set([
    ...read.placed
      .filter(one => one.page === page.number)
      .flatMap(one => one.piece.glyphs.map(({ index }) => index)),
    ...aside.map(({ glyph }) => glyph.index),
  ])
  const blanks = page.glyphs.filter(({ index }) => !used.has(index)).map(({ index }) => index)
  const kinds = [...new Set(aside.map(({ reason }) => reason))]
  const lists: RecordedAside[] = kinds.map(kind => ({
    reason: reasons[kind],
    page: page.number,
    glyphs: aside.filter(({ reason }) => reason === kind).map(({ glyph }) => glyph.index),
  }))
  return blanks.length > 0 ? [...lists, { reason: '空白', page: page.number, glyphs: blanks }] : lists
}
