// The last proof: every character of every source.txt stands in the pages of out/, once and in order, as browsers read them.
import { readFileSync } from 'node:fs'
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { correct } from '#lib/audit/correct'
import { inkOf } from '#lib/audit/ink'
import type { PrintedText } from '#lib/audit/printed-texts'
import { tile } from '#lib/audit/tile'
import { readContent } from '#lib/format/content-folder'
import { readSource } from '#lib/format/source-folder'
import { printedFields } from '#lib/model/article-fields'
import { settings } from '#lib/model/settings'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : [])
const textOf = (node: Node): string => ('value' in node ? node.value : childrenOf(node).map(textOf).join(''))
const has = (element: Element, name: string) => element.attrs.some(attribute => attribute.name === name)

const nodesOf = (node: Node): readonly Node[] => [node, ...childrenOf(node).flatMap(nodesOf)]

function elementsOf(node: Node): Element[] {
  return [...('tagName' in node ? [node] : []), ...childrenOf(node).flatMap(elementsOf)]
}

/** What a reader gets of an article's page: the texts of all nodes of <article>, and the blocks of its body. */
function pageOf(id: string) {
  const page = parse(readFileSync(`out/articles/${id}/index.html`, 'utf8')).childNodes.flatMap(elementsOf)
  const article = page.find(({ tagName }) => tagName === 'article')
  const all = article ? elementsOf(article) : []
  const body = all.find(element => has(element, 'data-body'))
  const blocks = body ? body.childNodes.flatMap(node => ('tagName' in node ? [textOf(node)] : [])) : []
  return {
    texts: new Set(article ? nodesOf(article).map(textOf) : []),
    blocks,
    bodyText: body ? textOf(body) : '',
  }
}

const printed = (field: PrintedText['field'], text: string, index = 0): PrintedText => ({
  field,
  index,
  ink: inkOf(text, 1),
})

const dir = settings.contentDir
const { articles } = readContent(dir)

describe('the pages of out/', () => {
  it.each(articles.map(article => ({ id: article.id, article })))('$id is its source', ({ id, article }) => {
    const { texts, blocks, bodyText } = pageOf(id)
    const fields = printedFields.filter(field => article[field] !== '')
    for (const field of fields) expect(texts).toContain(article[field])
    expect(blocks.join('')).toBe(bodyText.replaceAll('\n', ''))
    const source = readSource(dir, article.issue)
    if (!source || Array.isArray(source)) throw new Error(`${article.issue} has no source`)
    const lines = source.text.split('\n')
    const owned = article.lines.flatMap(({ from, to }) =>
      lines.slice(from - 1, to).flatMap((line, index) => inkOf(line, from + index)),
    )
    const { ink } = correct(owned, article.corrections)
    const tiles = tile(
      ink,
      fields.map(field => printed(field, article[field])),
      blocks.map((block, index) => printed('body', block, index)),
    )
    expect(tiles?.length).toBe(fields.length + blocks.length)
  })
})
