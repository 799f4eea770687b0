// The glyphs of a PDF page as PDFium reads them, those that it drops as struck twice included.
import { nameFaces, nameless, partLigatures } from './faces'
import type { Flaw, Glyph, PdfRefusal } from './page'
import { pdfBounds } from './page'
import { doubles, floats, type PageGeometry, type Pdfium } from './pdfium-api'
import type { HasInk } from './pdfium-ink'
import type { Drawn } from './pdfium-objects'

/** How often text that PDFium drops is moved aside and read again: no headline is struck more often. */
const strikes = 6

type Read = {
  readonly glyphs: Glyph[]
  readonly ink: HasInk
  readonly seen: Set<number>
  /** By PDFium's handles. */
  readonly fonts: Map<number, Font>
}

type Font = { readonly name: string; readonly embedded: boolean }

/** Every glyph of the page; refused when there are more than a page can hold. */
export function readGlyphs(
  pdfium: Pdfium,
  page: number,
  shown: PageGeometry,
  drawn: readonly Drawn[],
  ink: HasInk,
): { readonly glyphs: readonly Glyph[] } | PdfRefusal {
  const texts = drawn.filter(({ kind }) => kind === 'text').map(({ object }) => object)
  const all: Read = { glyphs: [], ink, seen: new Set(), fonts: new Map() }
  if (!readOnce(pdfium, page, shown, all, 0)) return tooMany
  for (let strike = 1; strike <= strikes; strike++) {
    const dropped = texts.filter(object => !all.seen.has(object))
    if (dropped.length === 0) break
    const aside = strike * 2 * shown.width + 1000
    for (const object of dropped) pdfium.api.FPDFPageObj_Transform(object, 1, 0, 0, 1, aside, 0)
    const before = all.glyphs.length
    if (!readOnce(pdfium, page, shown, all, aside)) return tooMany
    for (const object of texts)
      if (!all.seen.has(object)) pdfium.api.FPDFPageObj_Transform(object, 1, 0, 0, 1, -aside, 0)
    if (all.glyphs.length === before) break
  }
  return { glyphs: nameFaces(partLigatures(all.glyphs)) }
}

const tooMany: PdfRefusal = {
  rule: 'pdf-glyphs',
  message: `一页有 ${pdfBounds.glyphs} 个以上的字，应按版分成几个 PDF`,
}

/** Reads the text page; on a second reading only what was moved by `aside` is new, and is put back into its place. */
function readOnce(pdfium: Pdfium, page: number, shown: PageGeometry, all: Read, aside: number): boolean {
  const { api } = pdfium
  const text = api.FPDFText_LoadPage(page)
  const found = new Set<number>()
  try {
    const count = api.FPDFText_CountChars(text)
    for (let at = 0; at < count; at++) {
      if (api.FPDFText_IsGenerated(text, at) === 1) continue
      const object = api.FPDFText_GetTextObject(text, at)
      if (all.seen.has(object)) continue
      found.add(object)
      if (all.glyphs.length >= pdfBounds.glyphs) return false
      all.glyphs.push(glyphAt(pdfium, text, at, shown, object, all, aside))
    }
  } finally {
    api.FPDFText_ClosePage(text)
  }
  for (const object of found) all.seen.add(object)
  return true
}

function glyphAt(
  pdfium: Pdfium,
  text: number,
  at: number,
  shown: PageGeometry,
  object: number,
  { glyphs, ink, fonts }: Read,
  aside: number,
): Glyph {
  const { api, out } = pdfium
  const code = api.FPDFText_IsHyphen(text, at) === 1 ? 0x2d : api.FPDFText_GetUnicode(text, at)
  api.FPDFText_GetLooseCharBox(text, at, out)
  const [left = 0, top = 0, right = 0, bottom = 0] = floats(api, out, 4)
  const [one, two] = [shown.place(left - aside, top), shown.place(right - aside, bottom)]
  api.FPDFText_GetCharOrigin(text, at, out, out + 8)
  const [x = 0, y = 0] = doubles(api, out, 2)
  const round = (value: number) => Math.round(value * 100) / 100
  const box = {
    x0: round(Math.min(one.x, two.x)),
    y0: round(Math.min(one.y, two.y)),
    x1: round(Math.max(one.x, two.x)),
    y1: round(Math.max(one.y, two.y)),
  }
  const font = fontOf(pdfium, object, fonts)
  const blank = /^[\s\p{C}]$/u.test(String.fromCodePoint(code))
  const unseen = font.embedded && !blank && !ink(box)
  const outside = box.x1 < 0 || box.y1 < 0 || box.x0 > shown.width || box.y0 > shown.height
  return {
    ...box,
    index: glyphs.length,
    text: code === 0 ? '\ufffd' : String.fromCodePoint(code),
    baseline: round(shown.place(x - aside, y).y),
    size: round(sizeOf(pdfium, text, at)),
    font: font.name,
    double: aside > 0,
    flaw: flawOf(pdfium, text, at, object, code) ?? (outside ? 'outside' : unseen ? 'hidden' : undefined),
    white: Math.min(...colourOf(pdfium, text, at).slice(0, 3)) >= 250,
  }
}

/** The size as drawn: PDF writers often scale a font by the matrix. */
function sizeOf({ api, out }: Pdfium, text: number, at: number): number {
  const size = api.FPDFText_GetFontSize(text, at)
  if (!api.FPDFText_GetMatrix(text, at, out)) return size
  const [, , c = 0, d = 1] = floats(api, out, 4)
  return size * (Math.hypot(c, d) || 1)
}

/** A font's name without the mark of its subset; a number where it has none, as fonts of drawn glyphs (Type 3). */
function fontOf(pdfium: Pdfium, object: number, fonts: Map<number, Font>): Font {
  const { api, out } = pdfium
  const font = api.FPDFTextObj_GetFont(object)
  const known = fonts.get(font)
  if (known !== undefined) return known
  const length = api.FPDFFont_GetBaseFontName(font, out, 512)
  const name = length > 1 && length <= 512 ? api.pdfium.UTF8ToString(out) : ''
  // Six letters and a plus sign mark a subset of a font.
  const plain = name.replace(/^[A-Z]{6}\+/, '').replace(/\s/gu, '') || `${nameless}${fonts.size}`
  const read = { name: plain, embedded: api.FPDFFont_GetIsEmbedded(font) === 1 }
  fonts.set(font, read)
  return read
}

/** PDFium's text render mode 3 draws nothing; so does a colour without opacity. */
function flawOf(pdfium: Pdfium, text: number, at: number, object: number, code: number): Flaw | undefined {
  const private_ = (code >= 0xe000 && code <= 0xf8ff) || code >= 0xf0000
  if (code === 0 || code === 0xfffd || private_ || pdfium.api.FPDFText_HasUnicodeMapError(text, at) === 1)
    return 'unmapped'
  if (pdfium.api.FPDFTextObj_GetTextRenderMode(object) === 3) return 'hidden'
  return colourOf(pdfium, text, at)[3] === 0 ? 'hidden' : undefined
}

/** Red, green, blue and opacity, 0 to 255 each. */
function colourOf({ api, out }: Pdfium, text: number, at: number): readonly number[] {
  if (!api.FPDFText_GetFillColor(text, at, out, out + 4, out + 8, out + 12)) return [0, 0, 0, 255]
  return [0, 4, 8, 12].map(step => api.pdfium.getValue(out + step, 'i32') & 255)
}
