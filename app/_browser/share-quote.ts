// The link to a selected passage: what the row of sharing loads when a reader selects text.
import { type End, textFragment } from '#lib/device/text-fragment'
import addStyle from './share-quote.css'
import type { ShareRow } from './share-row'

/** Puts a button over the page while a passage is selected. */
export function offerQuote(panel: ShareRow): void {
  let quoted = ''
  const quote = panel.offer(panel, 'quote', '复制这段的链接', button => panel.copy('link', button, quoted))
  if (!quote) return
  addStyle()
  quote.classList.add('quote-link')
  quote.hidden = true
  // A tap on the button must not take the selection away before it is used.
  quote.addEventListener('pointerdown', event => event.preventDefault())
  const look = () => {
    const now = linkToSelection(panel.given('link'))
    if (now === quoted) return
    quoted = now
    quote.hidden = !quoted
    quote.textContent = quote.dataset.label ?? quote.textContent
    quote.classList.remove('done')
  }
  document.addEventListener('selectionchange', look)
  look()
}

/** The address of the selected passage of the article's text; '' when nothing of it is selected. */
function linkToSelection(address: string): string {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined
  const [first, last] = [range?.startContainer, range?.endContainer].map(paragraphOf)
  if (!range || range.collapsed || !first || !last) return ''
  try {
    const from = endIn(first, range.startContainer, range.startOffset)
    const to = endIn(last, range.endContainer, range.endOffset)
    return `${address}#${first.id}:~:text=${textFragment(from, to, first.closest('article')?.textContent ?? '')}`
  } catch {
    return `${address}#${first.id}`
  }
}

const paragraphOf = (node?: Node) =>
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-body] > [id]')

function endIn(paragraph: HTMLElement, node: Node, offset: number): End {
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return { text: paragraph.textContent ?? '', at: before.toString().length }
}
