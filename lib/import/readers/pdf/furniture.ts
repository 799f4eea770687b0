// Running heads and feet: what the page prints about itself, by place and wording; it gives facts of the issue.
import { isNoticeToBuyers } from '../../normalise/left-out/line-rules'
import type { Box } from './page'
import { overlapX, type Piece, widthOf } from './pieces'
import type { BodyStyle } from './styles'

export type Furniture = {
  readonly head: readonly Piece[]
  readonly foot: readonly Piece[]
  /** What remains. */
  readonly rest: readonly Piece[]
}

/** Words of running heads: a date with its year, a weekday, the number of the page. */
const headWords =
  /\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[○〇零一二三四五六七八九]{4}年|星期[一二三四五六日天]|第\s*[\d一二三四五六七八九十]+\s*版|^[A-Z]?\d{1,3}\s*版?$|(?:^|\s)[A-D]?\d{1,2}版/u
/** Words of imprints and of the lines that name who made the page. */
const footWords =
  /责任编辑|责编|本版编辑|编辑[:：]|版式|美编|美术编辑|校对|电话|热线|邮箱|E-?mail|邮编|邮政编码|地址|零售价|定价|印刷|广告|国内统一|刊号|邮发代号|发行|网址|投稿/iu

/** Of the page's height: heads and feet stand within this much of the text's edges. */
const zone = 0.12
/** A ruled line as long as this share of the text's width parts head or foot from the page. */
const longRule = 0.55

/** Takes the running head and foot off a page. */
export function takeFurniture(pieces: readonly Piece[], rules: readonly Box[], body: BodyStyle): Furniture {
  if (pieces.length === 0) return { head: [], foot: [], rest: [] }
  const head = headOf(pieces, rules, body)
  const left = pieces.filter(piece => !head.includes(piece))
  const foot = footOf(left, rules, body)
  return { head, foot, rest: left.filter(piece => !foot.includes(piece)) }
}

function edges(pieces: readonly Piece[]): Box {
  return {
    x0: Math.min(...pieces.map(one => one.x0)),
    x1: Math.max(...pieces.map(one => one.x1)),
    y0: Math.min(...pieces.map(one => one.y0)),
    y1: Math.max(...pieces.map(one => one.y1)),
  }
}

function longRules(rules: readonly Box[], text: Box): readonly Box[] {
  return rules.filter(
    rule => widthOf(rule) > rule.y1 - rule.y0 && overlapX(rule, text) > longRule * widthOf(text),
  )
}

function headOf(pieces: readonly Piece[], rules: readonly Box[], body: BodyStyle): readonly Piece[] {
  const text = edges(pieces)
  const limit = text.y0 + zone * (text.y1 - text.y0)
  const rule = longRules(rules, text)
    .filter(one => one.y0 < limit && one.y0 > text.y0)
    .sort((a, b) => b.y0 - a.y0)[0]
  const above = rule ? pieces.filter(piece => piece.y1 <= rule.y1 + 1) : []
  if (above.some(piece => headWords.test(piece.text))) return above
  const first = rowAt(pieces, Math.min(...pieces.map(one => one.baseline)), body)
  const words = first.filter(piece => headWords.test(piece.text))
  return words.length > 0 && first.every(piece => piece.text.length <= 40) ? first : []
}

function footOf(pieces: readonly Piece[], rules: readonly Box[], body: BodyStyle): readonly Piece[] {
  if (pieces.length === 0) return []
  const text = edges(pieces)
  const limit = text.y1 - zone * (text.y1 - text.y0)
  const rule = longRules(rules, text)
    .filter(one => one.y1 > limit && one.y1 < text.y1)
    .sort((a, b) => a.y0 - b.y0)[0]
  const below = rule ? pieces.filter(piece => piece.y0 >= rule.y0 - 1) : []
  if (below.some(piece => footWords.test(piece.text) || headWords.test(piece.text))) return below
  const last = rowAt(pieces, Math.max(...pieces.map(one => one.baseline)), body)
  const isFoot = ({ text }: Piece) =>
    isNoticeToBuyers(text.trim()) || ((footWords.test(text) || headWords.test(text)) && !/。/u.test(text))
  return last.every(isFoot) ? last : []
}

const rowAt = (pieces: readonly Piece[], baseline: number, { leading }: BodyStyle) =>
  pieces.filter(piece => Math.abs(piece.baseline - baseline) < 0.5 * leading)

export type PrintedFacts = {
  /** YYYY-MM-DD; empty when none is printed, as are the others. */
  readonly date: string
  readonly publication: string
  readonly page: string
  readonly section: string
}

const paper = /(?:报|报纸|周刊|周报|月刊|时报|导报|工运|工会|新闻|快讯|简报|杂志|刊)$/u

/** What a running head proves of the issue. The paper is the line in the largest type, or one that ends like a paper's name. */
export function readFacts(head: readonly Piece[], foot: readonly Piece[]): PrintedFacts {
  const parts = [...head, ...foot.filter(piece => !footWords.test(piece.text))].flatMap(piece =>
    piece.text.split(/\s{1,}|[|｜·]/u).map(text => ({ text: text.trim(), size: piece.size, x: piece.x0 })),
  )
  const all = parts.map(({ text }) => text).join(' ')
  const date = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u.exec(all)
  const page = parts.map(({ text }) => /^(?:第)?([A-Z]?\d{1,3})版?$/u.exec(text)?.[1]).find(Boolean) ?? ''
  const words = parts.filter(({ text }) => /^\p{Script=Han}{2,12}$/u.test(text) && !headWords.test(text))
  const largest = Math.max(...words.map(({ size }) => size), 0)
  const named = words.filter(({ text }) => paper.test(text))
  const standing = words.filter(({ size }) => size === largest)
  const title = (standing.length === 1 ? standing[0] : undefined) ?? named.at(-1)
  const section = words.find(one => one !== title)
  return {
    date: date ? [date[1], date[2]?.padStart(2, '0'), date[3]?.padStart(2, '0')].join('-') : '',
    publication: title?.text ?? '',
    page: page.replace(/^0+(?=\d)/, ''),
    section: section?.text ?? '',
  }
}
