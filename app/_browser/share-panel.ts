// <share-panel>: sends the article on from this device. The page brings fields and buttons; what the browser cannot do stays
// hidden, what it refuses falls back to a selected field.
import { type End, textFragment } from '#lib/device/text-fragment'

export class SharePanel extends HTMLElement {
  private quoted = ''

  connectedCallback() {
    this.offer('system', () => this.send(), 'share' in navigator)
    for (const name of ['link', 'text']) this.offer(name, () => this.copy(this.field(name)))
    this.offer('print', () => print(), 'print' in window)
    const quote = this.offer('quote', () => this.copyQuote(quote), false)
    const label = quote?.textContent ?? ''
    // A tap on the button must not take the selection away before it is used.
    quote?.addEventListener('pointerdown', event => event.preventDefault())
    document.addEventListener('selectionchange', () => {
      const quoted = linkToSelection(this.field('link')?.defaultValue) // its value may be the quote before
      if (!quote || quoted === this.quoted) return
      this.quoted = quoted
      quote.hidden = !quoted
      quote.textContent = label
    })
  }

  private offer(name: string, act: () => void, can = true) {
    const button = this.querySelector<HTMLButtonElement>(`[data-do=${name}]`)
    button?.addEventListener('click', act)
    if (button) button.hidden = !can
    return button
  }

  private field(name: string) {
    return this.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)
  }

  private async send() {
    const [title = '', text = '', url = ''] = (this.field('text')?.value ?? '').split('\n')
    try {
      await navigator.share({ title, text: `${title}\n${text}`, url })
    } catch (error) {
      // Whoever closes the sheet has seen it.
      if (!(error instanceof Error && error.name === 'AbortError')) this.say('没有发出去，请复制链接')
    }
  }

  /** Resolves to whether it was copied; if not, the field stands selected for the reader to copy. */
  private async copy(field: HTMLInputElement | HTMLTextAreaElement | null): Promise<boolean> {
    if (!field) return false
    // An old or insecure browser has no clipboard, a cautious one refuses it.
    const written = navigator.clipboard?.writeText(field.value).then(() => true)
    const copied = (await written?.catch(() => false)) || copySelected(field)
    this.say(copied ? '已复制' : '已选中，请用“复制”')
    return copied
  }

  /** The field shows the quote's link for as long as it has to be copied by hand; that it was copied is said where it was asked for. */
  private async copyQuote(button?: HTMLButtonElement | null) {
    const field = this.field('link')
    if (!field) return
    const link = field.value
    field.value = this.quoted
    if (!(await this.copy(field))) return
    field.value = link
    if (button) button.textContent = '已复制'
  }

  private say(message: string) {
    const output = this.querySelector('output')
    if (output) output.textContent = message
  }
}

/** The old way, which works where the clipboard is missing or refused. */
function copySelected(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  field.focus()
  field.select()
  return document.execCommand('copy')
}

/** The address of the selected passage of the article's text; '' when nothing of it is selected. */
function linkToSelection(address = ''): string {
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
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('.body > [id]')

function endIn(paragraph: HTMLElement, node: Node, offset: number): End {
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return { text: paragraph.textContent ?? '', at: before.toString().length }
}
