// The parts of an item in reading order, each with the source line of every character; and the item made of them again.
import { correct } from '../audit/correct'
import { type Ink, inkOf, narrowText } from '../audit/ink'
import { pictureTexts, printedTexts } from '../audit/printed-texts'
import { tile } from '../audit/tile'
import { printBody } from '../format/markdown'
import type { Role } from '../format/operation'
import { joinText } from '../import/pipeline/blocks'
import { rangesOf } from '../import/pipeline/import-page'
import type { Article, BodyBlock, Correction } from '../model/article'
import { printedFields } from '../model/article-fields'
import type { SourcePage } from './source-page'

export type Part = {
  readonly role: Role
  readonly text: string
  /** For each character with ink, the line of the source that it stands in, from 1. */
  readonly lines: readonly number[]
  /** The corrections of words in it. */
  readonly corrections: readonly Correction[]
}

/**
 * The parts of an article in the order of its source, by the audit's own tiling. Undefined when the article is not
 * proved: then nothing can be done with it line by line.
 */
export function partsOf(article: Article, page: SourcePage): readonly Part[] | undefined {
  const ofPage = known.get(page) ?? new WeakMap<Article, Tiled>()
  known.set(page, ofPage)
  const { parts } = ofPage.get(article) ?? { parts: findParts(article, page) }
  ofPage.set(article, { parts })
  return parts
}

type Tiled = { readonly parts: readonly Part[] | undefined }

/** The parts that were found, as long as somebody has the page and the article. */
const known = new WeakMap<SourcePage, WeakMap<Article, Tiled>>()

function findParts(article: Article, { ink }: SourcePage): readonly Part[] | undefined {
  const owned = article.lines.flatMap(({ from, to }) => ink.slice(from - 1, to).flat())
  const corrected = correct(owned, article.corrections)
  const { fields, pictures, body } = printedTexts(article)
  const tiles = corrected.faults.length === 0 ? tile(corrected.ink, fields, body, pictures) : undefined
  const parts = tiles?.map(({ printed, source }): Part => {
    const lines = source.map(({ line }) => line)
    const rest = { lines, corrections: [] }
    if (printed.field === 'picture')
      return { role: 'picture', text: pictureTexts(article)[printed.index] ?? '', ...rest }
    if (printed.field !== 'body') return { role: printed.field, text: article[printed.field], ...rest }
    const block = article.blocks[printed.index]
    return { role: block?.kind ?? 'paragraph', text: block?.text ?? '', ...rest }
  })
  const hasCorrections = article.corrections.length > 0
  return parts && hasCorrections ? withCorrections(parts, article.corrections, owned) : parts
}

/** Each correction with the part that prints its words from the line that they are corrected in. */
function withCorrections(
  parts: readonly Part[],
  corrections: readonly Correction[],
  owned: readonly Ink[],
): readonly Part[] {
  const text = narrowText(owned)
  const homes = corrections.map(({ source, print }) => {
    const at = [...text.slice(0, text.indexOf(narrowText(inkOf(source, 1))))].length
    const line = owned[at]?.line ?? 0
    return parts.findIndex(part => part.lines.includes(line) && part.text.includes(print))
  })
  return parts.map((part, index) => ({
    ...part,
    corrections: corrections.filter((_, at) => homes[at] === index),
  }))
}

/** The number of characters with ink in a text. */
export const inkLength = (text: string): number => inkOf(text, 1).length

/** A part cut in two before its ink character `at`; undefined when that is inside a line of the source. */
export const cutPart = (part: Part, at: number): readonly [Part, Part] | undefined =>
  part.lines[at] === part.lines[at - 1] ? undefined : splitPart(part, at)

/** The same, inside a line too: for a caption and its credit, which may share one. Undefined at its start and its end. */
export function splitPart(part: Part, at: number): readonly [Part, Part] | undefined {
  const column = inkOf(part.text, 1)[at]?.column
  if (at <= 0 || column === undefined) return undefined
  const [left, right] = [part.text.slice(0, column - 1).trim(), part.text.slice(column - 1).trim()]
  const isLeft = ({ print }: Correction) => left.includes(print)
  return [
    { ...part, text: left, lines: part.lines.slice(0, at), corrections: part.corrections.filter(isLeft) },
    {
      ...part,
      text: right,
      lines: part.lines.slice(at),
      corrections: part.corrections.filter(one => !isLeft(one)),
    },
  ]
}

/** Two parts as one, with the role of the first. */
export const joinParts = (left: Part, right: Part): Part => ({
  role: left.role,
  text: joinText(left.text, right.text),
  lines: [...left.lines, ...right.lines],
  corrections: [...left.corrections, ...right.corrections],
})

const isBody = (role: Role): role is 'paragraph' | 'subheading' =>
  role === 'paragraph' || role === 'subheading'

/** The article with its text, headings and lines as the parts say. Parts of one heading role are joined. */
export function withParts(article: Article, parts: readonly Part[], inked: ReadonlySet<number>): Article {
  const textOf = (role: Role) =>
    parts.filter(part => part.role === role).reduce((text, part) => joinText(text, part.text), '')
  const blocks = parts.flatMap(({ role, text }): BodyBlock[] => (isBody(role) ? [{ kind: role, text }] : []))
  return {
    ...article,
    ...Object.fromEntries(printedFields.map(name => [name, textOf(name)])),
    lines: rangesOf(
      parts.flatMap(({ lines }) => lines.filter((line, at) => line !== lines[at - 1])),
      inked,
    ),
    corrections: inOrder(
      parts.flatMap(part => part.corrections),
      article.corrections,
    ),
    blocks,
    body: printBody(blocks),
  }
}

/** Corrections in the order that they had, new ones behind. */
function inOrder(all: readonly Correction[], before: readonly Correction[]): readonly Correction[] {
  return [...before.filter(one => all.includes(one)), ...all.filter(one => !before.includes(one))]
}
