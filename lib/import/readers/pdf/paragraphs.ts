// Set lines → paragraphs: by indents, by last lines that stop short, by the font of sub-headings.
import type { SetLine } from './reading-order'
import type { BodyStyle } from './styles'

export type SetParagraph = { readonly lines: readonly SetLine[]; readonly subheading: boolean }

/** An indent in ems: two are usual, marks squeezed at a line's start take up to a half away. */
export const leastIndent = 1.1
/** A last line that stops short of its column by more than this, in ems. */
const short = 1.6
/** The longest sub-heading, in characters. */
const longestSubheading = 26

/** The paragraphs of an article's columns, in reading order. */
export function makeParagraphs(
  columns: readonly (readonly SetLine[])[],
  body: BodyStyle,
): readonly SetParagraph[] {
  const lines = columns.flat()
  const font = bodyFont(lines, body)
  const indented = isIndented(lines)
  const paragraphs: { lines: SetLine[]; subheading: boolean }[] = []
  lines.forEach((line, at) => {
    const before = lines[at - 1]
    const subheading = isSubheading(line, lines[at + 1], font, body)
    const last = paragraphs.at(-1)
    if (last && before && goesOn(last.subheading, subheading, before, line, indented, body))
      last.lines.push(line)
    else paragraphs.push({ lines: [line], subheading })
  })
  return paragraphs
}

/** The font of most lines of an article, which may not be that of the page. */
function bodyFont(lines: readonly SetLine[], body: BodyStyle): string {
  const counts = new Map<string, number>()
  for (const { piece } of lines) counts.set(piece.font, (counts.get(piece.font) ?? 0) + piece.glyphs.length)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? body.font
}

/** How far a line stands from the left edge of its column, in ems. */
export const offset = ({ piece, left }: SetLine) => (piece.x0 - left) / piece.size

/** Whether paragraphs of this article begin with an indent. */
function isIndented(lines: readonly SetLine[]): boolean {
  const first = lines.filter(line => offset(line) > leastIndent && offset(line) < 3.2)
  return first.length > 0 && first.length >= lines.length / 20
}

function goesOn(
  wasSubheading: boolean,
  subheading: boolean,
  before: SetLine,
  line: SetLine,
  indented: boolean,
  body: BodyStyle,
): boolean {
  if (wasSubheading !== subheading) return false
  const full = before.right - before.piece.x1 <= short * body.size
  if (subheading) return full && line.piece.baseline - before.piece.baseline < 1.4 * body.leading
  if (offset(line) > leastIndent) return false
  const ended = /[。！？…：][”’」』）)]*$/u.test(before.piece.text)
  if (indented) return !(ended && !full && isApart(before, line, body))
  return !(ended && !full)
}

/** Further apart in one column than lines are. */
function isApart(before: SetLine, line: SetLine, { leading }: BodyStyle): boolean {
  const step = line.piece.baseline - before.piece.baseline
  return before.left === line.left && step > 1.4 * leading
}

/** A short line wholly in another font, or larger, without a full stop; text that begins a paragraph follows. */
function isSubheading(line: SetLine, next: SetLine | undefined, font: string, body: BodyStyle): boolean {
  const { piece } = line
  const other = piece.glyphs.every(glyph => glyph.font !== font || !/\p{L}/u.test(glyph.text))
  const larger = piece.size > 1.08 * body.size
  if (!next || !(other || larger) || piece.text.length > longestSubheading) return false
  if (/[。；，、：]$/u.test(piece.text)) return false
  return next.piece.font !== piece.font || next.piece.size < piece.size || offset(next) > leastIndent
}
