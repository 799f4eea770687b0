// Turn lines on printed pages: 下转第2版 at the end of an article, 上接第1版 where it goes on; articles are joined over the pages.
import type { LeftOut } from '../../../format/left-out'
import { type Guess, quote } from '../../edition/guess'
import { foldWidth } from '../../language/sentence'
import { joinBlocks } from '../../pipeline/blocks'
import type { Paragraph, Story } from '../../pipeline/stitch'
import type { Box } from './page'
import { boundsOf, mostOf, overlapX, type Piece } from './pieces'

export type Turn = { readonly piece: Piece; readonly way: 'to' | 'from' }

const page = '第?\\s*[A-Za-z]?\\s*[\\d一二三四五六七八九十]{1,3}\\s*版?(?:[《“][^》”]{1,30}[》”])?'
const open = '[（(【\\[]'
const close = '[）)】\\]]'
const to = new RegExp(`(?:${open}\\s*(?:下转|转)\\s*${page}\\s*${close}|▶?\\s*下转\\s*${page})\\s*$`, 'u')
const from = new RegExp(
  `^(?:${open}\\s*(?:上接|紧接|接)\\s*${page}\\s*${close}|◀?\\s*(?:上接|紧接)\\s*${page})`,
  'u',
)

/** Parts turn lines from the text that they stand in. */
export function partTurnLines(pieces: readonly Piece[]): {
  readonly turns: readonly Turn[]
  readonly rest: readonly Piece[]
} {
  const turns: Turn[] = []
  const rest = pieces.flatMap(piece => {
    const text = foldWidth(piece.text)
    const [end, start] = [to.exec(text)?.[0], from.exec(text)?.[0]]
    const mark = end ?? start
    if (mark === undefined || piece.upright) return [piece]
    const ink = piece.glyphs.filter(glyph => glyph.text.trim()).length
    const size = mark.replace(/\s/gu, '').length
    const cut = end === undefined ? size : ink - size
    const [left, right] = partAt(piece, cut)
    const [own, others] = end === undefined ? [left, right] : [right, left]
    if (own) turns.push({ piece: own, way: end === undefined ? 'from' : 'to' })
    return others ? [others] : []
  })
  return { turns, rest }
}

/** A piece before and after so many glyphs with ink. */
function partAt(piece: Piece, count: number): readonly [Piece | undefined, Piece | undefined] {
  let seen = 0
  const at = piece.glyphs.findIndex(glyph => glyph.text.trim() !== '' && seen++ === count)
  if (at <= 0) return count <= 0 ? [undefined, piece] : [piece, undefined]
  const make = (glyphs: Piece['glyphs']): Piece => {
    const text = glyphs
      .map(glyph => glyph.text)
      .join('')
      .trim()
    return { ...piece, ...boundsOf(glyphs), glyphs, text, size: mostOf(glyphs, glyph => glyph.size) }
  }
  return [make(piece.glyphs.slice(0, at)), make(piece.glyphs.slice(at))]
}

/** Which of the boxes of items a turn line belongs to: the one around it, else the nearest above or below it. */
export function itemOfTurn({ piece, way }: Turn, boxes: readonly Box[]): number {
  const gap = (box: Box) => {
    const down = Math.max(box.y0 - piece.y1, piece.y0 - box.y1, 0)
    const side = overlapX(box, piece) > 0 ? 0 : Math.max(box.x0 - piece.x1, piece.x0 - box.x1)
    const wrong = way === 'to' ? piece.y1 < box.y0 : piece.y0 > box.y1
    return down + 2 * side + (wrong ? 1e4 : 0)
  }
  return boxes.map((box, at) => ({ at, gap: gap(box) })).sort((a, b) => a.gap - b.gap)[0]?.at ?? -1
}

export type TurnedStory = {
  readonly story: Story
  readonly page: number
  readonly ways: readonly Turn['way'][]
  /** The text begins amid a paragraph. */
  readonly goesOn: boolean
}

export type Joined = {
  readonly stories: readonly Story[]
  readonly leftOut: readonly LeftOut[]
  readonly guesses: readonly Guess[]
}

/** Joins what goes on to where it broke off, on an earlier or a later page of the issue. */
export function joinTurned(all: readonly TurnedStory[]): Joined {
  const gone = new Set<TurnedStory>()
  const grown = new Map<TurnedStory, Story>()
  const leftOut: LeftOut[] = []
  const guesses: Guess[] = []
  for (const rest of all.filter(({ ways }) => ways.includes('from'))) {
    const ends = all.filter(one => one.ways.includes('to') && one.page !== rest.page && !grown.has(one))
    const named = ends.find(one => isSameTitle(one.story, rest.story))
    const end = named ?? (ends.length === 1 ? ends[0] : undefined)
    const lines = rest.story.paragraphs.flatMap(({ block }) => block.lines)
    if (!end) {
      guesses.push({
        kind: 'join',
        risk: 8,
        lines,
        message: '印有“上接”，没有找到它接的是哪一篇，单独成为一篇',
      })
      continue
    }
    gone.add(rest)
    grown.set(end, joinStories(end.story, rest))
    leftOut.push(...headlinesOf(rest.story))
    const message = `按“下转”“上接”接到${quote(titleOf(end.story), 16)}之后`
    guesses.push({ kind: 'join', risk: named ? 2 : 6, lines, message })
  }
  return {
    stories: all.filter(one => !gone.has(one)).map(one => grown.get(one) ?? one.story),
    leftOut,
    guesses,
  }
}

const titleOf = ({ heads, headings }: Story) => heads?.title || (headings[0]?.text ?? '')

function isSameTitle(one: Story, two: Story): boolean {
  const [a, b] = [titleOf(one), titleOf(two)].map(text => text.replace(/[\s\p{P}]/gu, ''))
  return a !== undefined && b !== undefined && a !== '' && b !== '' && (a.includes(b) || b.includes(a))
}

function joinStories(start: Story, { story: rest, goesOn }: TurnedStory): Story {
  const [last, first] = [start.paragraphs.at(-1), rest.paragraphs[0]]
  const ended = last && /[。！？…][”’」』）]*$/u.test(last.block.text)
  const open = last && first && !last.subheading && !first.subheading && (goesOn || !ended)
  const joined: readonly Paragraph[] = open
    ? [
        ...start.paragraphs.slice(0, -1),
        { block: joinBlocks([last.block, first.block]), subheading: false },
        ...rest.paragraphs.slice(1),
      ]
    : [...start.paragraphs, ...rest.paragraphs]
  return {
    ...start,
    paragraphs: joined,
    bylines: [...start.bylines, ...rest.bylines],
    foot: [...start.foot, ...rest.foot],
  }
}

/** The headlines over the rest of an article, which repeat those of its beginning. */
function headlinesOf({ headings }: Story): LeftOut[] {
  return headings.flatMap(({ lines }) => {
    const [from, to] = [lines[0], lines.at(-1)]
    return from === undefined || to === undefined
      ? []
      : [{ lines: { from, to }, reason: '转版标题', text: '' }]
  })
}
