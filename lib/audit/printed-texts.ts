// Printed texts: all that a reader sees of an item: the heading fields, captions and credits of its pictures, and the blocks of the
// HTML really rendered.
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { renderBody } from '../format/markdown'
import type { Article } from '../model/article'
import { type PrintedField, printedFields } from '../model/article-fields'
import { remember } from '../model/remember'
import { type Ink, inkOf } from './ink'

export type PrintedText = {
  readonly field: PrintedField | 'body' | 'picture'
  /** Which block of the body, or which text of the pictures, from 0; 0 for a field. */
  readonly index: number
  readonly ink: readonly Ink[]
}

/**
 * The printed texts of an item: its fields, the captions and credits of its pictures, one after the other, and its body block by
 * block, as a browser reads the HTML.
 */
export function printedTexts(article: Article): {
  readonly fields: readonly PrintedText[]
  readonly pictures: readonly PrintedText[]
  readonly body: readonly PrintedText[]
} {
  const fields = printedFields.map(
    (field): PrintedText => ({ field, index: 0, ink: inkOf(article[field], 1) }),
  )
  const body = renderedTexts(article.body).map((text, index): PrintedText => {
    return { field: 'body', index, ink: inkOf(text, index + 1) }
  })
  const pictures = pictureTexts(article).map(
    (text, index): PrintedText => ({ field: 'picture', index, ink: inkOf(text, 1) }),
  )
  return { fields: fields.filter(inked), pictures: pictures.filter(inked), body: body.filter(inked) }
}

/** The captions and credits of an article's pictures, in their order. */
export const pictureTexts = ({ pictures }: Article): readonly string[] =>
  pictures.flatMap(({ caption, credit }) => [caption, credit]).filter(text => text !== '')

const inked = ({ ink }: PrintedText) => ink.length > 0

type Node = DefaultTreeAdapterTypes.ChildNode

/** Bodies whose texts are remembered: an editor's next decision leaves most of them as they are. */
const manyBodies = 128

/** The text of each element of the rendered body; text outside of elements counts as well, were there any. */
const renderedTexts = remember(
  manyBodies,
  (body: string) => body,
  (body: string): readonly string[] => {
    const nodes = parseFragment(renderBody(body)).childNodes.map(visibleText)
    return nodes.filter(text => text.trim() !== '')
  },
)

function visibleText(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(visibleText).join('') : ''
}
