// Headlines → kicker, title, subtitle, label of a column: by size and by which stands above which.
import { looksLikeColumn } from '../../language/column-label'
import type { LaidOut } from './layout'
import type { Piece } from './pieces'

export type Headlines = {
  readonly kicker: readonly Piece[]
  readonly title: readonly Piece[]
  readonly subtitle: readonly Piece[]
  readonly column: readonly Piece[]
}

/** Lines of the title are this near to the largest in size. */
const titleSize = 0.9

/** The fonts of the kickers and subtitles of a page, as far as places tell which they are. */
export type HeadFonts = { readonly kicker: ReadonlySet<string>; readonly subtitle: ReadonlySet<string> }

export function headFonts(items: readonly LaidOut[]): HeadFonts {
  const level = items.filter(({ headlines }) => !headlines.some(line => line.upright))
  const sorted = level.map(item => sortHeadlines(item))
  const fonts = (part: 'kicker' | 'subtitle') =>
    new Set(sorted.flatMap(heads => heads[part].map(line => line.font)))
  return { kicker: fonts('kicker'), subtitle: fonts('subtitle') }
}

const unknownFonts: HeadFonts = { kicker: new Set(), subtitle: new Set() }

/**
 * Sorts the headlines of an item. The title is the largest; what stands above it is the kicker, below it the subtitle. Beside an upright
 * title the place says nothing: there a line in the font of the page's subtitles, or not in that of its kickers, is a subtitle.
 */
export function sortHeadlines({ headlines, box }: LaidOut, fonts = unknownFonts): Headlines {
  const largest = Math.max(...headlines.map(line => line.size), 0)
  const title = titleLines(headlines, largest)
  const [first] = title
  const rest = headlines.filter(line => !title.includes(line))
  const column = rest.filter(line => isLabel(line, largest, box.x0)).slice(0, 1)
  const other = rest.filter(line => !column.includes(line))
  const isKicker = ({ font }: Piece) =>
    fonts.kicker.has(font) || (fonts.kicker.size === 0 && !fonts.subtitle.has(font))
  const isAbove = (line: Piece) =>
    first !== undefined && (first.upright ? isKicker(line) : line.y0 < first.y0)
  return { kicker: other.filter(isAbove), title, subtitle: other.filter(line => !isAbove(line)), column }
}

/** The largest lines, as far as they follow one another; an upright headline is the title of what stands beside it. */
function titleLines(headlines: readonly Piece[], largest: number): readonly Piece[] {
  const upright = headlines.filter(line => line.upright)
  const lines = upright.length > 0 ? upright : headlines
  const top = upright.length > 0 ? Math.max(...upright.map(line => line.size)) : largest
  const from = lines.findIndex(line => line.size >= titleSize * top)
  const after = lines.slice(from).findIndex(line => line.size < titleSize * top)
  return lines.slice(Math.max(0, from), after < 0 ? undefined : from + after)
}

/** The label of a column stands at the left, small, and is worded like one; or it ends like one wherever it stands. */
function isLabel(line: Piece, largest: number, left: number): boolean {
  const atLeft = line.x0 - left < 2 * line.size
  return line.size < 0.75 * largest && line.text.length <= 14 && looksLikeColumn(line.text) && atLeft
}
