// Laid-out items → what the pipeline takes: headlines by size, labels, tips, bylines, paragraphs, credits.
import type { Guess } from '../../edition/guess'
import { readBareNames, readByline } from '../../language/bylines'
import { looksLikeColumn } from '../../language/column-label'
import { readTail } from '../../language/datelines'
import { foldWidth } from '../../language/sentence'
import type { Block } from '../../pipeline/blocks'
import { inlineLabel, isTipLabel } from '../../pipeline/roles'
import type { Story } from '../../pipeline/stitch'
import { isByline } from '../is-byline'
import { type HeadFonts, sortHeadlines } from './headlines'
import { joinLines } from './join-lines'
import type { LaidOut } from './layout'
import { leastIndent, makeParagraphs, offset, type SetParagraph } from './paragraphs'
import type { Piece } from './pieces'
import type { SetLine } from './reading-order'
import type { BodyStyle } from './styles'

/** What stands in an item before the lines have numbers. */
export type ItemLines = {
  readonly kind: Story['kind']
  readonly kicker: readonly Piece[]
  readonly title: readonly Piece[]
  readonly subtitle: readonly Piece[]
  readonly column: readonly Piece[]
  readonly bylines: readonly (readonly Piece[])[]
  readonly tipLabel: readonly Piece[]
  readonly tip: readonly Piece[]
  readonly paragraphs: readonly { readonly lines: readonly Piece[]; readonly subheading: boolean }[]
  /** Its text begins amid a paragraph: the first line stands at the edge, though paragraphs are indented. */
  readonly goesOn: boolean
  readonly foot: readonly (readonly Piece[])[]
}

/** Captions are hardly ever longer, in characters. */
const longestCaption = 260

/** Sorts the lines of an item. `fonts`: those of the page's kickers and subtitles. */
export function sortItem(item: LaidOut, body: BodyStyle, fonts: HeadFonts): ItemLines {
  const headlines = sortHeadlines(item, fonts)
  const head = sortHead(item, body)
  const all = makeParagraphs([...head.text, ...item.columns], body)
  const top = takeTop(all, body)
  const { paragraphs, foot } = takeFoot(top.rest, body)
  const text = paragraphs.map(one => joinLines(piecesOf(one.lines)))
  const photo =
    item.picture !== undefined &&
    (foot.some(lines => readByline(joinLines(lines))?.photo) ||
      readTail(text.at(-1) ?? '')?.byline.photo === true ||
      text.join('').length <= longestCaption)
  return {
    kind: photo ? 'photo' : 'article',
    kicker: headlines.kicker,
    title: headlines.title,
    subtitle: [...headlines.subtitle, ...head.subtitle],
    column: [...headlines.column, ...head.column],
    bylines: photo ? [...head.bylines, ...top.bylines, ...foot] : [...head.bylines, ...top.bylines],
    tipLabel: head.tipLabel,
    tip: head.tip,
    paragraphs: paragraphs.map(({ lines, subheading }) => ({ lines: piecesOf(lines), subheading })),
    goesOn: beginsAmid(paragraphs),
    foot: photo ? [] : foot,
  }
}

function beginsAmid([first, ...rest]: readonly SetParagraph[]): boolean {
  const starts = rest.filter(({ subheading }) => !subheading).flatMap(({ lines }) => lines[0] ?? [])
  const line = first?.lines[0]
  const indented = starts.length > 0 && starts.every(one => offset(one) > leastIndent)
  return line !== undefined && !first?.subheading && indented && offset(line) < 0.5
}

const piecesOf = (lines: readonly SetLine[]) => lines.map(line => line.piece)

type Head = {
  column: Piece[]
  subtitle: Piece[]
  bylines: (readonly Piece[])[]
  tipLabel: Piece[]
  tip: Piece[]
  text: (readonly SetLine[])[]
}

/** The lines between headlines and columns: label of a tip and its text, bylines, the label of the column. */
function sortHead(item: LaidOut, body: BodyStyle): Head {
  const head: Head = { column: [], subtitle: [], bylines: [], tipLabel: [], tip: [], text: [] }
  for (const block of item.head) {
    const pieces = piecesOf(block)
    const [first, ...rest] = pieces
    if (!first) continue
    const whole = foldWidth(joinLines(pieces))
    if (head.tipLabel.length === 0 && isTipLabel(foldWidth(first.text))) {
      head.tipLabel.push(first)
      head.tip.push(...rest)
    } else if (head.tipLabel.length > 0 && head.tip.length === 0) head.tip.push(...pieces)
    else if (inlineLabel(whole)) head.tip.push(...pieces)
    else if (readByline(whole)) head.bylines.push(pieces)
    else if (rest.length > 0) head.text.push(block)
    else sortLabel(first, block, head, item, body)
  }
  return head
}

/** One line above the columns: a name, the label of a column at the left, else a subtitle. */
function sortLabel(line: Piece, block: readonly SetLine[], head: Head, item: LaidOut, body: BodyStyle): void {
  const set = line.font !== body.font || line.size > 1.05 * body.size
  if (!set && !looksLikeColumn(line.text)) head.text.push(block)
  else if (readBareNames(line.text) && !looksLikeColumn(line.text)) head.bylines.push([line])
  else if (head.column.length === 0 && (looksLikeColumn(line.text) || isAtLeft(line, item)))
    head.column.push(line)
  else if (/[。]$/u.test(line.text)) head.text.push(block)
  else head.subtitle.push(line)
}

const isAtLeft = (line: Piece, { box }: LaidOut) =>
  line.x0 - box.x0 < 2.5 * line.size && line.text.length <= 14

/** Bylines at the top of the first column. */
function takeTop(
  paragraphs: readonly SetParagraph[],
  body: BodyStyle,
): { readonly bylines: readonly (readonly Piece[])[]; readonly rest: readonly SetParagraph[] } {
  const [first, ...rest] = paragraphs
  if (!first || rest.length === 0) return { bylines: [], rest: paragraphs }
  const [line, ...more] = first.lines
  if (!line) return { bylines: [], rest: paragraphs }
  // A byline may take two lines of a narrow column.
  const [second] = more.length > 0 ? more : (rest[0]?.lines ?? [])
  const two = second ? [' ', ''].map(gap => line.piece.text + gap + second.piece.text) : []
  const apart = more.length === 0
  if (
    second &&
    (apart ? isSameLabel(line.piece, rest[0], body) : true) &&
    second.piece.text.length <= 12 &&
    two.some(isByline) &&
    line.right - line.piece.x1 < 5 * body.size
  ) {
    const left = apart
      ? rest.slice(1)
      : more.length > 1
        ? [{ ...first, lines: more.slice(1) }, ...rest]
        : rest
    return { bylines: [[line.piece, second.piece]], rest: left }
  }
  const isSet = line.piece.font !== body.font || (apart && standsOut(line, rest[0]))
  const isName = isSet && readBareNames(line.piece.text)
  if (!isByline(line.piece.text) && !isName) return { bylines: [], rest: paragraphs }
  const left = more.length > 0 ? [{ ...first, lines: more }, ...rest] : rest
  return { bylines: [[line.piece]], rest: left }
}

/** Whether a line stands at the edge and the paragraph under it begins with an indent. */
function standsOut(line: SetLine, paragraph: SetParagraph | undefined): boolean {
  const next = paragraph?.lines[0]
  return next !== undefined && offset(line) < 0.5 && offset(next) > leastIndent
}

/** Whether a paragraph is one line in the font of a line, which is not that of running text. */
const isSameLabel = ({ font }: Piece, paragraph: SetParagraph | undefined, body: BodyStyle) =>
  font !== body.font && paragraph?.lines.length === 1 && paragraph.lines[0]?.piece.font === font

/** Bylines, credits and bracketed notes at the end. */
function takeFoot(
  paragraphs: readonly SetParagraph[],
  body: BodyStyle,
): { readonly paragraphs: readonly SetParagraph[]; readonly foot: readonly (readonly Piece[])[] } {
  const rest = [...paragraphs]
  const foot: (readonly Piece[])[] = []
  for (let last = rest.at(-1); last && rest.length > 1; last = rest.at(-1)) {
    const line = last.lines.at(-1)
    if (!line) break
    const alone = last.lines.length === 1
    const two = twoLineCredit(rest)
    if (two) {
      foot.unshift(two.credit)
      rest.splice(-2, 2, ...two.paragraphs)
      continue
    }
    const other = line.piece.font !== body.font
    if (!isFoot(line, alone, other)) break
    foot.unshift([line.piece])
    rest.pop()
    if (!alone) rest.push({ ...last, lines: last.lines.slice(0, -1) })
  }
  return { paragraphs: rest, foot }
}

/** A credit set to the right over two lines at the end, and the last two paragraphs without it. */
function twoLineCredit(
  paragraphs: readonly SetParagraph[],
): { readonly credit: readonly Piece[]; readonly paragraphs: readonly SetParagraph[] } | undefined {
  const [before, last] = paragraphs.slice(-2)
  const [line, more] = last?.lines ?? []
  const start = before?.lines.at(-1)
  if (!before || !line || more || !start) return undefined
  const isRight = ({ piece, right }: SetLine) => right - piece.x1 < 0.6 * piece.size
  const credit = [start.piece, line.piece]
  if (offset(line) < 3 || !isRight(line) || !isRight(start) || !isByline(joinLines(credit))) return undefined
  const lines = before.lines.slice(0, -1)
  return { credit, paragraphs: lines.length > 0 ? [{ ...before, lines }] : [] }
}

/** A byline on a line of its own, or set in another font or to the right. */
function isFoot(line: SetLine, alone: boolean, other: boolean): boolean {
  const { text } = line.piece
  const right = line.piece.x0 - line.left > 3 * line.piece.size
  if (!alone && !other && !right) return false
  if (readByline(text)) return true
  return (other || right) && (readBareNames(text) !== undefined || /^[（(][^（）()]{2,40}[）)]$/u.test(text))
}

/** The story of an item whose lines have numbers. */
export function storyOf(
  item: ItemLines,
  blockOf: (lines: readonly Piece[]) => Block,
  guesses: readonly Guess[],
): Story {
  const { kicker, title, subtitle, column } = item
  const headings = [kicker, title, subtitle, column].filter(lines => lines.length > 0).map(blockOf)
  const text = (lines: readonly Piece[]) => (lines.length > 0 ? blockOf(lines).text : '')
  return {
    kind: item.kind,
    headings,
    heads: {
      kicker: text(kicker),
      title: text(title),
      subtitle: text(subtitle),
      column: text(column),
      guesses: [],
    },
    bylines: item.bylines.map(blockOf),
    tipLabel: item.tipLabel.length > 0 ? blockOf(item.tipLabel) : undefined,
    tip: item.tip.length > 0 ? [blockOf(item.tip)] : [],
    paragraphs: item.paragraphs.map(({ lines, subheading }) => ({ block: blockOf(lines), subheading })),
    foot: item.foot.map(blockOf),
    guesses,
    start: 0,
  }
}
