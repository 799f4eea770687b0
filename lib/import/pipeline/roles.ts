// Stage 2, blocks → roles: what each block can be by its own shape; what only its neighbours can tell is left to items.

import { readByline } from '../language/bylines'
import { readDateline, readTail } from '../language/datelines'
import { width } from '../language/measure'
import { looksLikeName } from '../language/names'
import { endsSentence, looseMarks, startsListEntry } from '../language/sentence'
import type { Block } from './blocks'

export type Role =
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
  readonly role: Role
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

export function classifyBlocks(blocks: readonly Block[]): readonly ClassifiedBlock[] {
  return blocks.map(block => ({
    block,
    role: roleOf(block),
    dateline: block.hint !== 'line' && readDateline(block.text) !== undefined,
    tailCredit: readTail(block.text)?.byline.photo ?? false,
    both: readByline(block.text)?.people.some(one => one.wrote && one.took) ?? false,
  }))
}

function roleOf({ folded, hint }: Block): Role {
  if (hint === 'line') return 'body'
  if (hint === 'heading' || hint === 'subheading') return 'short'
  if (tipLabel.test(folded)) return 'tip-label'
  if (tipInline.test(folded)) return 'tip'
  const byline = readByline(folded)
  if (byline) return byline.photo ? 'credit' : folded.startsWith('(') ? 'signature' : 'byline'
  if (isUnknownName(folded)) return 'byline'
  return looksLikeHeading(folded) ? 'short' : 'body'
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** A line that is a name (宋砚) and no word of the language (高温). */
function isUnknownName(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && looksLikeName(text) && [...words.segment(text)].length > 1
}

/** Short, no full stop, no list entry, every quotation mark closed, not broken off after a comma. */
export function looksLikeHeading(text: string): boolean {
  if (width(text) > widestHeading || startsListEntry(text) || readDateline(text)) return false
  if (/[。；;]/u.test(text) || /[,，、(（]$/u.test(text)) return false
  if (/[:：]$/u.test(text) && (width(text) > 14 || /[,，]/u.test(text))) return false
  if (endsSentence(text) && !/[？！?!…]$/u.test(text)) return false
  const { open, close } = looseMarks(text)
  return open.length === 0 && close.length === 0 && (text.match(/[,，]/gu) ?? []).length <= 2
}
