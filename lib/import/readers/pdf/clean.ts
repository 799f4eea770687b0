// The glyphs that are read, and those that are set aside in the open: struck twice, hidden, outside the page.
import type { Glyph, PdfPage } from './page'
import { overlapX, overlapY } from './pieces'

/** Why a glyph stands in no line. */
export type AsideReason = 'double' | 'hidden' | 'outside'

export type CleanPage = {
  readonly glyphs: readonly Glyph[]
  readonly aside: readonly { readonly glyph: Glyph; readonly reason: AsideReason }[]
  /** Without a Unicode value: the page is refused. */
  readonly unmapped: readonly Glyph[]
}

/** Two glyphs of one character this near, in ems, are one that was struck twice. */
const strike = 0.2
/** White paper shows no white text; smaller than this nobody reads. In points. */
const smallest = 1

/** Sorts the glyphs of a page. */
export function cleanPage(page: PdfPage): CleanPage {
  const glyphs: Glyph[] = []
  const aside: { glyph: Glyph; reason: AsideReason }[] = []
  const unmapped: Glyph[] = []
  const places = new Map<string, Glyph[]>()
  for (const glyph of page.glyphs) {
    const blank = /^[\s\p{Cf}]$/u.test(glyph.text)
    const reason = reasonOf(glyph, page)
    if (reason) aside.push({ glyph, reason })
    else if (glyph.flaw === 'unmapped') unmapped.push(glyph)
    else if (!blank && isStruck(glyph, places)) aside.push({ glyph, reason: 'double' })
    else {
      glyphs.push(glyph)
      if (!blank) remember(glyph, places)
    }
  }
  return { glyphs, aside, unmapped }
}

function reasonOf(glyph: Glyph, page: PdfPage): AsideReason | undefined {
  if (glyph.flaw === 'hidden' || glyph.flaw === 'outside') return glyph.flaw
  if (glyph.size < smallest) return 'hidden'
  const ground = [...page.areas, ...page.pictures]
  const dark = ground.some(box => overlapX(box, glyph) > 0 && overlapY(box, glyph) > 0)
  return glyph.white && !dark ? 'hidden' : undefined
}

const keyOf = (glyph: Glyph, dx: number, dy: number) =>
  `${glyph.text} ${Math.floor(glyph.x0 / 8) + dx} ${Math.floor(glyph.baseline / 8) + dy}`

function remember(glyph: Glyph, places: Map<string, Glyph[]>): void {
  const key = keyOf(glyph, 0, 0)
  places.set(key, [...(places.get(key) ?? []), glyph])
}

function isStruck(glyph: Glyph, places: ReadonlyMap<string, readonly Glyph[]>): boolean {
  const near = [-1, 0, 1].flatMap(dx => [-1, 0, 1].flatMap(dy => places.get(keyOf(glyph, dx, dy)) ?? []))
  return near.some(
    one =>
      Math.abs(one.x0 - glyph.x0) < strike * glyph.size &&
      Math.abs(one.baseline - glyph.baseline) < strike * glyph.size &&
      Math.abs(one.size - glyph.size) < 0.1 * glyph.size,
  )
}
