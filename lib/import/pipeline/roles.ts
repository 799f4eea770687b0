// Stage 2, blocks → roles: what each block can be by its own shape; what only its neighbours can tell is left to items.

import { readByline } from '../language/bylines'
import { readDateline, readTail } from '../language/datelines'
import { width } from '../language/measure'
import { looksLikeName } from '../language/names'
import { isNumbered, numberStyle, withoutNumber } from '../language/numbering'
import { endsSentence, looseMarks, startsListEntry } from '../language/sentence'
import { type Block, joinBlocks } from './blocks'

type BlockRole =
  /** Running text. */
  | 'body'
  /** A short line without a full stop: heading, sub-heading, or the first words of a paragraph cut by a column. */
  | 'short'
  | 'byline'
  /** Photo credit on a line of its own. */
  | 'credit'
  /** Bracketed line of the same sort: （株洲市总工会供稿 2024-11-08）. */
  | 'signature'
  | 'tip-label'
  /** Label and text on one line: 编者按：…… */
  | 'tip'

export type ClassifiedBlock = {
  readonly block: Block
  readonly role: BlockRole
  readonly dateline: boolean
  /** A photo credit at the end of the paragraph. */
  readonly tailCredit: boolean
  /** A credit that names who wrote and took at once (文/图): it may be the byline of an article. */
  readonly both: boolean
}

/** Labels of the boxes that stand between headings and text. */
const labels =
  '阅读提示|核心阅读|核心提示|编者按|编者的话|编前语|编前|编者语|内容提要|内容摘要|内容提示|导读|导语|提要|摘要|按语|开栏的话|开篇的话|开栏语|记者按|主持人语|主持人的话|本期导读|阅读导引|阅读导航|新闻提示|新闻导读|要点提示|引言|前言|背景提示|题记'
const tipLabel = new RegExp(`^[【\\[■◆●]?\\s*(?:${labels})\\s*[】\\]]?[:：]?$`, 'u')
const tipInline = new RegExp(`^[【\\[■◆●]?\\s*(?:${labels})\\s*(?:[】\\]][:：]?|[:：])\\s*(?=.{8})`, 'u')

/** A line that is nothing but such a label. */
export const isTipLabel = (text: string) => tipLabel.test(text)

/** The label at the start of a tip set on one line, as printed; '' when there is none. */
export function inlineLabel(text: string): string {
  return tipInline.exec(text)?.[0] ?? ''
}

/** The widest heading in ems; longer lines without a full stop are cut paragraphs. */
const widestHeading = 40

/** What each block can be by its shape; a headline of one character a line becomes one block first. */
export function classifyBlocks(printed: readonly Block[]): readonly ClassifiedBlock[] {
  const blocks = joinUpright(printed).map(setSalutationApart)
  return blocks.map((block, at) => ({
    block,
    role: roleOf(block, blocks[at + 1]),
    dateline: readDateline(block.text) !== undefined,
    tailCredit: readTail(block.text)?.byline.photo ?? false,
    both: readByline(block.text)?.people.some(one => one.wrote && one.took) ?? false,
  }))
}

/** Fewer single characters one under the other are no headline. */
const shortestUpright = 4

/** A headline set from top to bottom: its characters stand on lines of their own. */
function joinUpright(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (let at = 0; at < blocks.length; ) {
    let end = at
    while (blocks[end] && /^[\p{Script=Han}“”\d]$/u.test(blocks[end]?.folded ?? '')) end++
    const block = blocks[at]
    if (block) joined.push(end - at >= shortestUpright ? joinBlocks(blocks.slice(at, end)) : block)
    at = end - at >= shortestUpright ? end : at + 1
  }
  return joined
}

function roleOf({ folded, setIn, hint }: Block, next: Block | undefined): BlockRole {
  if (hint === 'line') return 'body'
  if (tipLabel.test(folded)) return 'tip-label'
  if (tipInline.test(folded)) return 'tip'
  const byline = readByline(folded)
  if (byline) return byline.photo ? 'credit' : folded.startsWith('(') ? 'signature' : 'byline'
  if (isUnknownName(folded)) return 'byline'
  if (isNumberedHeading(folded, next)) return 'short'
  const printed = hint === 'heading' || hint === 'subheading' || (setIn === false && isLongHeading(folded))
  return printed || looksLikeHeading(folded) ? 'short' : 'body'
}

/** 同志们： is a line of text by itself. */
const setSalutationApart = (block: Block): Block =>
  salutation.test(block.folded) ? { ...block, hint: 'line' } : block

/** The first line of a speech or a letter. */
const salutation =
  /^(?:(?:尊敬的|亲爱的|敬爱的).{1,20}|(?:各位|全体|全市|全省|全国)?.{0,8}(?:同志们?|朋友们|职工们|代表们|工友们|来宾|领导|编辑|女士们|先生们).{0,10})[::]$/u

/** 一、…, （一）…, 1.… on a line of its own, with text or a heading of another level below: no entry of a list. */
function isNumberedHeading(text: string, next: Block | undefined): boolean {
  const style = numberStyle(text)
  if (!isNumbered(text) || !next || numberStyle(next.folded) === style) return false
  return looksLikeHeading(withoutNumber(text))
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A line that is a name (宋砚) and no word of the language (高温). */
function isUnknownName(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && looksLikeName(text) && [...words.segment(text)].length > 1
}

/** In ems: where paragraphs are set in, a line of this width that is not, and is no sentence, is a heading. */
const widestLong = 60
const isLongHeading = (text: string) =>
  width(text) <= widestLong && !/[。；;：:，,、]$|。/u.test(text) && readDateline(text) === undefined

/** Short, no full stop, no list entry, every quotation mark closed, not broken off after a comma. */
export function looksLikeHeading(text: string): boolean {
  if (width(text) > widestHeading || (startsListEntry(text) && !text.startsWith('——')) || readDateline(text))
    return false
  if (/[。；;]/u.test(text) || /[,，、(（]$/u.test(text)) return false
  if (/[:：]$/u.test(text) && (width(text) > 14 || /[,，]/u.test(text))) return false
  if (endsSentence(text) && !/[？！?!…]$/u.test(text)) return false
  const { open, close } = looseMarks(text)
  return open.length === 0 && close.length === 0 && (text.match(/[,，]/gu) ?? []).length <= 2
}
