// Lays invented articles out as a page dump: folded, cut into columns, hard-wrapped, captions between the columns.
import type { Invented } from './invented'

export type Level = 'easy' | 'medium' | 'hard' | 'raw'

/** Numbers from 0 up to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** U+FF01–FF5E and the ideographic space to ASCII. */
export const fold = (text: string) =>
  text
    .replace(/[\uFF01-\uFF5E]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')

/** Lines as a newspaper breaks them: nothing closing at a line's start, nothing opening at its end, numbers whole. */
export function breakLines(text: string, column: number, indent: number): string[] {
  const units =
    text.match(/[“‘（《]*(?:[A-Za-z\d][\w.,:/%+@&=?#~-]*|[^“‘（《])[，。、；：？！”’）》…—]*/gu) ?? []
  const lines: string[] = []
  let line = ''
  for (const unit of units) {
    const room = column - (lines.length === 0 ? indent : 0)
    const hanging = unit.replace(/[，。、；：？！”’）》]$/u, '')
    if (line && wide(line) + wide(hanging) > room) {
      lines.push(line)
      line = ''
    }
    line += unit
  }
  return line ? [...lines, line] : lines
}

function wide(text: string): number {
  return [...text].reduce((sum, mark) => sum + (/[ -~]/.test(mark) ? 0.5 : 1), 0)
}

const plain = (paragraph: string) => paragraph.replace(/^## /, '')
const label = (item: Invented) => item.tipLabel ?? ''

/** The lines above the text, in a printed order. */
export function headOf(item: Invented, pick: () => number, below = false): string[] {
  const titles = below ? [item.title, item.kicker, item.subtitle] : [item.kicker, item.title, item.subtitle]
  const lines = titles.filter(line => line !== undefined && line !== '').map(String)
  const head = item.column ? (pick() < 0.4 ? [item.column, ...lines] : [...lines, item.column]) : lines
  const tip = item.tip
    ? label(item).endsWith('：')
      ? [label(item) + item.tip]
      : [label(item), item.tip]
    : []
  const byline = item.byline && !item.foot ? [item.byline] : []
  return pick() < 0.5 ? [...head, ...byline, ...tip] : [...head, ...tip, ...byline]
}

/** The text in columns: pieces of paragraphs, and where each column ends among them. */
export function columnsOf(
  item: Invented,
  columns: number,
  column: number,
): { pieces: string[]; ends: number[] } {
  const set = item.paragraphs.map(one => (one.startsWith('## ') ? [plain(one)] : breakLines(one, column, 2)))
  const height = Math.ceil(set.flat().length / columns)
  const pieces: string[] = []
  const ends: number[] = []
  let line = 0
  for (const paragraph of set) {
    let piece = ''
    for (const one of paragraph) {
      piece += one
      line++
      if (line % height === 0) {
        pieces.push(piece)
        ends.push(pieces.length)
        piece = ''
      }
    }
    if (piece) pieces.push(piece)
  }
  return { pieces, ends }
}

type Set = {
  readonly head: readonly string[]
  readonly pieces: readonly string[]
  readonly ends: readonly number[]
  readonly foot: readonly string[]
  readonly item: Invented
}

function setArticle(item: Invented, level: Level, pick: () => number, below: boolean): Set {
  const size = item.paragraphs.join('').length
  const cut = level === 'easy' ? pick() < 0.4 : size > 250
  const columns = cut ? 2 + Math.floor(pick() * 4) : 1
  const column = 17 + Math.floor(pick() * 5)
  const text = item.credit
    ? [...item.paragraphs.slice(0, -1), (item.paragraphs.at(-1) ?? '') + item.credit]
    : item.paragraphs
  const { pieces, ends } =
    columns > 1
      ? columnsOf({ ...item, paragraphs: text }, columns, column)
      : { pieces: text.map(plain), ends: [] }
  return {
    item,
    head: headOf(item, pick, below),
    pieces,
    ends,
    foot: item.byline && item.foot ? [item.byline] : [],
  }
}

export type Page = { readonly text: string; readonly items: readonly Invented[] }

/** A page of the articles and photos; the order of `items` is that in which they begin on it. */
export function layPage(
  articles: readonly Invented[],
  photos: readonly Invented[],
  level: Level,
  seed: number,
): Page {
  const pick = random(seed)
  if (level === 'raw') return layRaw([...articles, ...photos], pick)
  const sets = articles.map((item, at) =>
    setArticle(
      item,
      level,
      pick,
      level === 'hard' && at % 3 === 2 && !item.subtitle && item.kicker !== undefined,
    ),
  )
  const order: Invented[] = []
  const blocks: string[] = []
  const put = (...texts: readonly string[]) => blocks.push(...texts)
  const waiting = [...photos]
  const caption = () => {
    const photo = waiting.shift()
    if (!photo) return
    order.push(photo)
    const credit = photo.credit ?? ''
    const inline = pick() < 0.4
    const text = photo.paragraphs.map(plain)
    const body = inline ? [...text.slice(0, -1), `${text.at(-1)} ${credit}`] : [...text, credit]
    const [first = '', ...rest] = photo.title ? [photo.title, ...body] : body
    put(`\n\n${first}`, ...rest)
  }
  let late: readonly string[] = []
  sets.forEach((set, at) => {
    order.push(set.item)
    const last = set.ends.filter(end => end < set.pieces.length).at(-1)
    const first = set.ends[0]
    const turned =
      level === 'hard' &&
      at % 4 === 1 &&
      first !== undefined &&
      set.item.byline !== undefined &&
      !set.item.foot
    const orphan =
      level === 'hard' &&
      at % 4 === 2 &&
      last !== undefined &&
      at + 1 < sets.length &&
      openEnd(set.pieces[last - 1] ?? '')
    if (turned) {
      const middle = set.ends[Math.floor(set.ends.length / 2)] ?? first
      put(
        ...set.head.filter(line => line !== set.item.byline),
        ...set.pieces.slice(middle),
        set.item.byline ?? '',
        ...set.pieces.slice(0, middle),
      )
    } else if (orphan) put(...set.head, ...set.pieces.slice(0, last))
    else if (
      level === 'hard' &&
      at % 4 === 3 &&
      first !== undefined &&
      first < set.pieces.length &&
      openEnd(set.pieces[first - 1] ?? '')
    ) {
      put(...set.head, ...set.pieces.slice(0, first))
      caption()
      put(...set.pieces.slice(first), ...set.foot)
    } else put(...set.head, ...set.pieces, ...set.foot)
    put(...late)
    late = orphan ? [...set.pieces.slice(last), ...set.foot] : []
    if (pick() < 0.4) caption()
  })
  while (waiting.length > 0) caption()
  return { text: fold(`\n\n${blocks.join('\n\n')}\n`), items: order }
}

const openEnd = (text: string) => !/[。！？…；：][”’）]*$|[”）]$/u.test(text)

function layRaw(items: readonly Invented[], pick: () => number): Page {
  const lines: string[] = []
  items.forEach((item, at) => {
    const column = 24 + Math.floor(pick() * 8)
    const wrap = (text: string, indent: number) => breakLines(text, column, indent)
    const tip = (line: string) => line === item.tip || line.startsWith(label(item) || '\0')
    const head = headOf(item, pick).flatMap(line => (tip(line) ? wrap(line, 2) : breakLines(line, 16, 0)))
    const text =
      item.credit && !item.photo
        ? [...item.paragraphs.slice(0, -1), (item.paragraphs.at(-1) ?? '') + item.credit]
        : item.paragraphs
    const body = text.flatMap(one => (one.startsWith('## ') ? [plain(one)] : wrap(one, 2)))
    if (at > 0 && pick() < 0.8) lines.push('')
    lines.push(
      ...head,
      ...body,
      ...(item.photo && item.credit ? [item.credit] : []),
      ...(item.foot && item.byline ? [item.byline] : []),
    )
  })
  return { text: fold(`${lines.map(line => line.trimEnd()).join('\n')}\n`), items }
}
