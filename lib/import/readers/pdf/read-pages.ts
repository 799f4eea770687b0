// The pages of a PDF → their text in reading order (source.txt), the items on them, and where every glyph went.

import type { LeftOut } from '../../../format/left-out'
import { shorten } from '../../../model/problem'
import type { Guess } from '../../edition/guess'
import { foldWidth } from '../../language/sentence'
import { normaliseCharacters } from '../../normalise/characters'
import { isSection } from '../../normalise/left-out/running-head'
import type { Block } from '../../pipeline/blocks'
import type { ReadStories } from '../../pipeline/import-page'
import type { Story } from '../../pipeline/stitch'
import { type CleanPage, cleanPage } from './clean'
import { readFacts } from './furniture'
import { headFonts } from './headlines'
import { type ItemLines, sortItem, storyOf } from './items'
import { joinLines } from './join-lines'
import { layOut, type PageLayout } from './layout'
import type { PdfPage, PdfRefusal } from './page'
import { photographGuesses } from './photographs'
import type { Piece, PlacedLine } from './pieces'
import { itemOfTurn, joinTurned, type TurnedStory } from './turns'

export type ReadPdf = ReadStories & {
  /** source.txt: a printed line a line, an empty line between parts. */
  readonly source: string
  readonly placed: readonly PlacedLine[]
  readonly clean: readonly CleanPage[]
}

/** Reads the pages of a PDF. Refused when a page has no text, or text that cannot be known. */
export function readPages(pages: readonly PdfPage[]): ReadPdf | { readonly refused: readonly PdfRefusal[] } {
  const clean = pages.map(cleanPage)
  const refused = pages.flatMap((page, at) => textFault(page, clean[at]) ?? [])
  if (refused.length > 0) return { refused }
  const writer = new Writer()
  const read = pages.map((page, at) => readPdfPage(page, clean[at]?.glyphs ?? [], writer))
  const first = read[0]
  const joined = joinTurned(read.flatMap(one => one.turned))
  return {
    source: writer.text(),
    placed: writer.placed,
    clean,
    stories: joined.stories,
    leftOut: [...read.flatMap(one => one.leftOut), ...joined.leftOut].sort(
      (a, b) => a.lines.from - b.lines.from,
    ),
    facts: {
      ...(first?.facts ?? { date: '', publication: '' }),
      pages: read.flatMap(({ facts }) => facts.pages ?? []),
    },
    inked: new Set(writer.placed.map(({ line }) => line)),
    guesses: [
      ...read.flatMap(one => one.guesses),
      ...joined.guesses,
      ...clean.flatMap(asideGuesses),
      ...photographGuesses(pages, { placed: writer.placed, stories: joined.stories }),
    ],
    faults: [],
  }
}

/** Lines of source.txt as they are written. */
class Writer {
  readonly placed: PlacedLine[] = []
  readonly #lines: string[] = []
  readonly #numbers = new Map<Piece, number>()

  /** Writes lines, and an empty one after them; gives the block that they make. */
  write(page: number, lines: readonly Piece[]): Block {
    for (const piece of lines) {
      this.#lines.push(piece.text)
      this.#numbers.set(piece, this.#lines.length)
      this.placed.push({ line: this.#lines.length, page, piece })
    }
    if (lines.length > 0) this.#lines.push('')
    return this.blockOf(lines)
  }

  /** The block of lines that were written. */
  blockOf(lines: readonly Piece[]): Block {
    const text = normaliseCharacters(joinLines(lines))
    const numbers = lines.map(piece => this.#numbers.get(piece) ?? 0)
    return { text, folded: foldWidth(text), lines: numbers, gap: 1 }
  }

  /** The number of the line that is written next. */
  get next(): number {
    return this.#lines.length + 1
  }

  text(): string {
    return this.#lines.join('\n')
  }
}

type PageRead = Pick<ReadStories, 'leftOut' | 'facts' | 'guesses'> & {
  readonly turned: readonly TurnedStory[]
}

function readPdfPage(page: PdfPage, glyphs: CleanPage['glyphs'], writer: Writer): PageRead {
  const layout = layOut(page, glyphs)
  const from = writer.next
  const leftOut: LeftOut[] = []
  const leave = (lines: readonly Piece[], reason: string) => {
    const { lines: numbers } = writer.write(page.number, lines)
    const [from, to] = [numbers[0], numbers.at(-1)]
    if (from !== undefined && to !== undefined) leftOut.push({ lines: { from, to }, reason, text: '' })
  }
  leave(layout.head, '报眉')
  const boxes = layout.items.map(({ box }) => box)
  const turns = layout.turns.map(turn => ({ turn, item: itemOfTurn(turn, boxes) }))
  const fonts = headFonts(layout.items)
  const turned = layout.items.map((item, at): TurnedStory => {
    const own = turns.filter(one => one.item === at).map(({ turn }) => turn)
    for (const { piece } of own.filter(({ way }) => way === 'from')) leave([piece], '转版')
    const sorted = sortItem(item, layout.body, fonts)
    const story = writeItem(sorted, page.number, writer)
    for (const { piece } of own.filter(({ way }) => way === 'to')) leave([piece], '转版')
    return { story, page: page.number, ways: own.map(({ way }) => way), goesOn: sorted.goesOn }
  })
  for (const { turn, item } of turns) if (item < 0) leave([turn.piece], '转版')
  const stories = turned.map(({ story }) => story)
  leave(layout.foot, '报脚')
  const facts = readFacts(layout.head, layout.foot)
  const { date, publication, page: number, section } = facts
  return {
    turned,
    leftOut,
    facts: {
      ...{ date, publication },
      pages: [{ from, page: number, section: number && isSection(section) ? section : '' }],
    },
    guesses: [...headGuesses(facts, leftOut[0]), ...orphanGuesses(layout, stories)],
  }
}

/** What the running head says, in the lines of the first entry that was left out. */
function headGuesses(
  { date, publication, page, section }: ReturnType<typeof readFacts>,
  head: LeftOut | undefined,
): readonly Guess[] {
  const printed = [page ? `第${page}版` : '', section].filter(Boolean).join(' ')
  if (!printed) return []
  const message = `报眉印有${[date, publication, printed].filter(Boolean).join('、')}`
  return [{ kind: 'form', risk: 1, lines: head ? [head.lines.from] : [], message }]
}

/** Writes an item in reading order. */
function writeItem(item: ItemLines, page: number, writer: Writer): Story {
  const parts: readonly (readonly Piece[])[] = [
    item.kicker,
    item.title,
    item.subtitle,
    item.column,
    ...item.bylines.slice(0, item.kind === 'photo' ? 0 : undefined),
    item.tipLabel,
    item.tip,
    ...item.paragraphs.map(({ lines }) => lines),
    ...(item.kind === 'photo' ? item.bylines : []),
    ...item.foot,
  ]
  for (const part of parts) writer.write(page, part)
  return storyOf(item, lines => writer.blockOf(lines), [])
}

/** Text that no headline was found for. */
function orphanGuesses(layout: PageLayout, stories: readonly Story[]): readonly Guess[] {
  return stories.flatMap((story, at) => {
    const item = layout.items[at]
    if (!item || item.headlines.length > 0 || item.picture) return []
    const lines = story.paragraphs.flatMap(({ block }) => block.lines)
    return [{ kind: 'section', risk: 8, lines, message: '这一块文字上方没有找到标题，单独成为一篇' }]
  })
}

const reasons = {
  double: '重复描画（假粗体）',
  hidden: '看不见的文字',
  outside: '版心以外的文字',
  blank: '空白',
} as const

/** What was set aside on a page, by reason. */
function asideGuesses({ aside }: CleanPage, page: number): readonly Guess[] {
  const kinds = [...new Set(aside.map(({ reason }) => reason))]
  return kinds.flatMap(kind => {
    const text = aside
      .filter(({ reason, glyph }) => reason === kind && glyph.text.trim())
      .map(({ glyph }) => glyph.text)
      .join('')
    if (!text) return []
    const risk = kind === 'double' ? 1 : 6
    return [
      {
        kind: 'left-out',
        risk,
        lines: [],
        message: `第${page + 1}页${reasons[kind]} ${text.length} 字，未收：${shorten(text, 40)}`,
      },
    ]
  })
}

/** A page is refused when it has hardly a character, or characters that have no Unicode value. */
function textFault(page: PdfPage, clean: CleanPage | undefined): PdfRefusal | undefined {
  const [bad] = clean?.unmapped ?? []
  if (bad) {
    const places = (clean?.unmapped ?? [])
      .slice(0, 5)
      .map(({ x0, baseline, font }) => `（${Math.round(x0)}, ${Math.round(baseline)}）${font}`)
    const message = `有 ${clean?.unmapped.length} 个字的字体没有 Unicode 对照，不知道是什么字：${places.join('、')}…，应从排版软件重新导出 PDF（嵌入字体并保留文字），或改用文本`
    return { rule: 'pdf-unmapped', message, page: page.number }
  }
  if ((clean?.glyphs.filter(({ text }) => text.trim()).length ?? 0) >= 20) return undefined
  const scan = page.pictures.length > 0 ? '，像是扫描件' : ''
  const message = `这一页没有文字层${scan}，应先做文字识别（OCR）并校对，再导入得到的文本`
  return { rule: 'pdf-no-text', message, page: page.number }
}
