// An item as plain text: what remains when its headings, tip or byline cannot be put together from the source.
import type { Block } from './blocks'
import { type Fields, readingBlocks } from './fields'
import type { Story } from './stitch'

/** The fields of the item with every line as text in its order; the title stays if one line is the title. */
export function plainFields(story: Story, fields: Fields, widen: (text: string) => string): Fields {
  const blocks = readingBlocks(story)
  const title = fields.title ? story.headings.find(block => widen(block.text) === fields.title) : undefined
  const rest = blocks.filter(block => block !== title)
  const lines = blocks.flatMap((block: Block) => block.lines)
  const message = '标题、提示或署名拼不回原文，各行已按原样作正文，请对照原文手工归位'
  return {
    ...fields,
    title: title ? fields.title : '',
    kicker: '',
    subtitle: '',
    column: '',
    tipLabel: '',
    tip: '',
    byline: '',
    signature: '',
    paragraphs: rest.map(block => ({ text: widen(block.text), subheading: false })),
    lines,
    guesses: [{ kind: 'sense', risk: 9, lines, message }, ...fields.guesses],
  }
}
