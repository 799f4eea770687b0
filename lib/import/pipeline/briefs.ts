// Briefs: short reports under one heading, each with a mark before it or its writer behind it. They are one item, as
// printed: no brief has a title of its own that a list could show (decisions/0070).
import type { Byline } from '../language/bylines'
import { readTail } from '../language/datelines'
import type { Paragraph, Story } from './stitch'

const fewest = 3
const mark = /^(?:[●■◆◇▲★☆※○◎▶]|【[^】]{2,24}】|·)/u

/** The writer behind a brief. */
const signatureOf = ({ block }: Paragraph): Byline | undefined => {
  const tail = readTail(block.text)
  return tail && !tail.byline.photo ? tail.byline : undefined
}

/** Whether the item is a row of briefs: three and more paragraphs, all marked, or all but one signed. */
export function isBriefs({ kind, paragraphs }: Pick<Story, 'kind' | 'paragraphs'>): boolean {
  if (kind === 'photo' || paragraphs.length < fewest || paragraphs.some(one => one.subheading)) return false
  const signed = paragraphs.filter(one => signatureOf(one) !== undefined).length
  const marked = paragraphs.filter(one => mark.test(one.block.folded)).length
  return signed >= paragraphs.length - 1 || (marked === paragraphs.length && signed > 0)
}

/** Who signed the briefs, in order. */
export const briefSignatures = (paragraphs: readonly Paragraph[]): readonly Byline[] =>
  paragraphs.flatMap(one => signatureOf(one) ?? [])
