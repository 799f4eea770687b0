// What is read aloud of a page, sentence by sentence, and how the sentence is marked and kept in view.
import { sentences } from '#lib/device/sentences'

export type ReadableSentence = { readonly range: Range; readonly block: Element; readonly text: string }

const mark = 'reading'

/** Every sentence of what is to be read, headline first; of a tip that is folded, none. */
export function readableSentences(root: ParentNode): ReadableSentence[] {
  return [...root.querySelectorAll('hgroup > *, .tip > *, [data-body] > *')].flatMap(block => {
    if (block.getClientRects().length === 0) return []
    const text = block.textContent ?? ''
    return sentences(text)
      .map(({ start, end }) => ({
        block,
        text: text.slice(start, end).trim(),
        range: rangeOf(block, start, end),
      }))
      .filter(sentence => /[\p{L}\p{N}]/u.test(sentence.text))
  })
}

/** The range of two offsets within the text of an element. */
function rangeOf(block: Element, start: number, end: number): Range {
  const range = document.createRange()
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let before = 0
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const after = before + (node.nodeValue?.length ?? 0)
    if (start >= before && start < after) range.setStart(node, start - before)
    if (end > before && end <= after) range.setEnd(node, end - before)
    before = after
  }
  return range
}

/**
 * Marks the sentence, or its whole block where the browser has no highlights (before Chrome 105, Firefox 140), and brings it into
 * view if the page `follows` the voice. Returns whether the page follows from here on: a sentence that is in view is followed again.
 */
export function show(
  sentence: ReadableSentence,
  all: readonly ReadableSentence[],
  follows: boolean,
): boolean {
  unmark(all)
  if ('highlights' in CSS) CSS.highlights.set(mark, new Highlight(sentence.range))
  else sentence.block.toggleAttribute('data-reading', true)
  const { top, bottom } = sentence.range.getBoundingClientRect()
  const floor = document.querySelector('.aloud')?.getBoundingClientRect().top ?? innerHeight
  if (top >= 0 && bottom <= floor) return true
  if (!follows) return false
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
  scrollBy({ top: top - innerHeight / 4, behavior: calm ? 'auto' : 'smooth' })
  return true
}

export function unmark(all: readonly ReadableSentence[]): void {
  if ('highlights' in CSS) CSS.highlights.delete(mark)
  for (const { block } of all) block.removeAttribute('data-reading')
}
