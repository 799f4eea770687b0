// Fonts without a name (drawn glyphs, Type 3) hold some characters each: which of them are one face, by what stands side by side.
import type { Glyph } from './page'

/** Marks a font of which only a number is known. */
export const nameless = '*'

type Face = { readonly fonts: Set<string>; readonly characters: Map<string, string>; glyphs: number }

/**
 * Gives nameless fonts the name of their face. Two are one face when their glyphs stand side by side in a line, the most
 * frequent pairs first; never when both hold one character, which a face holds once.
 */
export function nameFaces(glyphs: readonly Glyph[]): readonly Glyph[] {
  if (!glyphs.some(({ font }) => font.startsWith(nameless))) return glyphs
  const faces = new Map<string, Face>()
  for (const { font, text } of glyphs) {
    const face = faces.get(font) ?? { fonts: new Set([font]), characters: new Map(), glyphs: 0 }
    if (text.trim()) face.characters.set(text, font)
    face.glyphs++
    faces.set(font, face)
  }
  for (const [left, right] of pairsOf(glyphs)) {
    const [one, two] = [faces.get(left), faces.get(right)]
    if (one && two && one !== two && canMerge(one, two)) merge(one, two, faces)
  }
  const sorted = [...new Set(faces.values())].sort((a, b) => b.glyphs - a.glyphs)
  const names = new Map(sorted.map((face, at) => [face, `未名${at + 1}`]))
  return glyphs.map(glyph => {
    const face = faces.get(glyph.font)
    const name = face && glyph.font.startsWith(nameless) ? names.get(face) : undefined
    return name ? { ...glyph, font: name } : glyph
  })
}

/** Pairs of nameless fonts that stand side by side, the most frequent first. */
function pairsOf(glyphs: readonly Glyph[]): readonly (readonly [string, string])[] {
  const counts = new Map<string, { pair: readonly [string, string]; count: number }>()
  glyphs.forEach((glyph, at) => {
    const next = glyphs[at + 1]
    if (!next || glyph.font === next.font || glyph.size !== next.size) return
    if (!glyph.font.startsWith(nameless) || !next.font.startsWith(nameless)) return
    if (Math.abs(glyph.baseline - next.baseline) > 0.1 || Math.abs(next.x0 - glyph.x1) > glyph.size) return
    const pair = [glyph.font, next.font].sort() as [string, string]
    const key = pair.join(' ')
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { pair, count: 1 })
  })
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ pair }) => pair)
}

function canMerge(one: Face, two: Face): boolean {
  const [small, large] = one.characters.size < two.characters.size ? [one, two] : [two, one]
  return [...small.characters.keys()].every(character => !large.characters.has(character))
}

function merge(one: Face, two: Face, faces: Map<string, Face>): void {
  for (const [character, font] of two.characters) one.characters.set(character, font)
  for (const font of two.fonts) {
    one.fonts.add(font)
    faces.set(font, one)
  }
  one.glyphs += two.glyphs
}

/** One drawn glyph may stand for several characters (——, fi): they share its place, and each gets its part of it. */
export function partLigatures(glyphs: readonly Glyph[]): readonly Glyph[] {
  const parted = [...glyphs]
  for (let from = 0; from < parted.length; ) {
    let to = from + 1
    while (isSamePlace(parted[from], parted[to])) to++
    const count = to - from
    for (let at = from; count > 1 && at < to; at++) {
      const glyph = parted[at]
      if (!glyph) continue
      const step = (glyph.x1 - glyph.x0) / count
      const x0 = glyph.x0 + (at - from) * step
      parted[at] = { ...glyph, x0, x1: x0 + step }
    }
    from = to
  }
  return parted
}

/** Text struck twice in the very same place is not taken for one: only dashes and dots repeat in a glyph. */
function isSamePlace(one: Glyph | undefined, two: Glyph | undefined): boolean {
  if (!one || !two || one.double || two.double || one.font !== two.font) return false
  const same =
    one.x0 === two.x0 && one.x1 === two.x1 && one.baseline === two.baseline && one.size === two.size
  return same && one.x1 > one.x0 && (one.text !== two.text || /[—…⋯─.-]/u.test(one.text))
}
