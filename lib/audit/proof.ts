// A proof sheet: the source and what was printed of it side by side, with every join, move and doubt as data.
import type { Article, Block, LineRange } from '../model/article'
import { printedFields } from '../model/article-fields'
import type { AuditedItem } from './audit'
import { inkOf } from './ink'
import { pictureTexts } from './printed-texts'
import type { Tile } from './tile'

/** Where the text goes on after a line of the source that it did not follow there. */
export type Join = { readonly from: number; readonly to: number; readonly moved: boolean }

/** A printed text, cut where the source's lines are joined; each part has the line it came from, if it is proved. */
export type ProofText = {
  readonly anchor: string
  readonly field: string
  readonly parts: readonly {
    readonly text: string
    readonly line: number | undefined
    readonly join?: Join
  }[]
}

export type ProofDoubt = {
  readonly anchor: string
  readonly lines: readonly LineRange[]
  readonly message: string
}

export type ProofItem = {
  readonly article: Article
  readonly texts: readonly ProofText[]
  readonly doubts: readonly ProofDoubt[]
}

export type ProofLine = {
  readonly number: number
  readonly text: string
  /** Number of the item that owns the line, and the anchors of the texts that were printed from it. */
  readonly item: number | undefined
  readonly anchors: readonly string[]
  readonly joins: readonly Join[]
  readonly doubts: readonly string[]
}

export type Proof = { readonly lines: readonly ProofLine[]; readonly items: readonly ProofItem[] }

/** The proof of an audited issue; `doubts` are the blocks of its issue.md. */
export function proofOf(audited: readonly AuditedItem[], source: string, doubts: readonly Block[]): Proof {
  const byNumber = doubtsByNumber(doubts)
  const items = audited.map(({ article, tiles }): ProofItem => {
    return { article, texts: textsFor(article, tiles), doubts: byNumber.get(article.number) ?? [] }
  })
  const lines = source.split('\n').map((text, index) => lineOf(index + 1, text, items))
  return { lines, items }
}

function lineOf(number: number, text: string, items: readonly ProofItem[]): ProofLine {
  const holds = ({ from, to }: LineRange) => from <= number && number <= to
  const owner = text.trim() ? items.find(({ article }) => article.lines.some(holds)) : undefined
  const texts = owner?.texts ?? []
  return {
    number,
    text,
    item: owner?.article.number,
    anchors: texts
      .filter(({ parts }) => parts.some(part => part.line === number))
      .map(({ anchor }) => anchor),
    joins: texts
      .flatMap(({ parts }) => parts.flatMap(({ join }) => join ?? []))
      .filter(({ from, to }) => from === number || to === number),
    doubts: text.trim()
      ? items.flatMap(item =>
          item.doubts.filter(doubt => doubt.lines.some(holds)).map(({ anchor }) => anchor),
        )
      : [],
  }
}

function textsFor(article: Article, tiles: readonly Tile[]): ProofText[] {
  const all = [
    ...printedFields.map(field => ({ field, index: 0, text: article[field], label: field as string })),
    ...pictureTexts(article).map((text, index) => ({
      field: 'picture' as const,
      index,
      text,
      label: 'picture' as string,
    })),
    ...article.blocks.map(({ text, kind }, index) => ({
      field: 'body' as const,
      index,
      text,
      label: kind as string,
    })),
  ].filter(({ text }) => text !== '')
  return all.map(({ field, index, text, label }) => {
    const tile = tiles.find(({ printed }) => printed.field === field && printed.index === index)
    const anchor = `a${article.number}-${field === 'body' ? index + 1 : field === 'picture' ? `p${index}` : field}`
    return { anchor, field: label, parts: partsOf(text, tile) }
  })
}

/** Cuts a text where its ink goes over to another line of the source. */
function partsOf(text: string, tile: Tile | undefined): ProofText['parts'] {
  const parts: { text: string; line: number | undefined; join?: Join }[] = []
  const ink = new Map(inkOf(text, 1).map(({ column }, index) => [column, tile?.source[index]?.line]))
  let column = 1
  for (const character of text) {
    const last = parts.at(-1)
    const line = ink.get(column) ?? last?.line
    if (last && (last.line === line || last.line === undefined || line === undefined)) last.text += character
    else {
      const join =
        last?.line !== undefined && line !== undefined
          ? { from: last.line, to: line, moved: line < last.line }
          : undefined
      parts.push({ text: character, line, ...(join && { join }) })
    }
    column += character.length
  }
  return parts
}

/** The doubts as issue.md lists them: under each `## NN title` one paragraph a doubt, its lines first; under 先看 its number before. */
function doubtsByNumber(blocks: readonly Block[]): ReadonlyMap<number, readonly ProofDoubt[]> {
  const found = new Map<number, ProofDoubt[]>()
  let number = 0
  for (const { kind, text } of blocks) {
    if (kind === 'subheading') number = Number(/^\d+/.exec(text)?.[0] ?? 0)
    else {
      const [, own, says = text] = (number === 0 && /^(\d{2,4}) (.+)$/su.exec(text)) || []
      const item = own === undefined ? number : Number(own)
      const list = found.get(item) ?? []
      found.set(item, [...list, readDoubt(says, `d${item}-${list.length + 1}`)])
    }
  }
  return found
}

function readDoubt(text: string, anchor: string): ProofDoubt {
  const [, ranges = '', message = text] = /^第([\d–、]+)行：([\s\S]*)$/u.exec(text) ?? []
  const lines = ranges.split('、').flatMap(range => {
    const [from = 0, to = from] = range.split('–').map(Number)
    return from > 0 ? [{ from, to }] : []
  })
  return { anchor, lines, message }
}
