// <share-panel>: sends a page on from this device. The page brings fields and buttons; what the browser cannot do stays hidden,
// what it refuses falls back to a selected field. What happened is said by the button itself and below its row.
import { type End, textFragment } from '#lib/device/text-fragment'

type Field = HTMLInputElement | HTMLTextAreaElement

export class SharePanel extends HTMLElement {
  private quoted = ''

  connectedCallback() {
    const weChat = /MicroMessenger/i.test(navigator.userAgent)
    // A search is passed on with what it looked for, a narrowed list with its choice.
    if (this.dataset.query !== undefined) this.addEventListener('click', () => this.takeAddress(), true)
    this.offer('system', () => this.send(), 'share' in navigator && !weChat)
    for (const name of ['link', 'text']) this.offer(name, button => this.copy(this.field(name), button), true)
    this.offer('more', button => this.open(button), true)
    this.offer('print', () => print(), 'print' in window)
    this.querySelector('[data-wechat]')?.toggleAttribute('hidden', !weChat)
    this.all?.classList.add('folded')
    this.offerQuote()
  }

  private offerQuote() {
    const quote = this.offer('quote', button => this.copyQuote(button), false)
    // A tap on the button must not take the selection away before it is used.
    quote?.addEventListener('pointerdown', event => event.preventDefault())
    const look = () => {
      const quoted = linkToSelection(this.field('link')?.defaultValue) // its value may be the quote before
      if (!quote || quoted === this.quoted) return
      this.quoted = quoted
      quote.hidden = !quoted
      unsay(quote)
    }
    document.addEventListener('selectionchange', look)
    look() // what was selected may be what brought this module here
  }

  private offer(name: string, act: (button: HTMLButtonElement) => void, can: boolean) {
    const button = this.querySelector<HTMLButtonElement>(`[data-do=${name}]`)
    button?.addEventListener('click', () => act(button))
    if (button) button.hidden = !can
    return button
  }

  private get all() {
    return this.querySelector('.share-all')
  }

  private field(name: string) {
    return this.querySelector<Field>(`[name=${name}]`)
  }

  private takeAddress() {
    const link = this.field('link')?.defaultValue ?? ''
    const now = link && new URL(location.pathname + location.search, link).href
    for (const field of [this.field('link'), this.field('text')])
      if (field) field.value = field.defaultValue.split(link).join(now)
  }

  private open(button: HTMLButtonElement) {
    const folded = this.all?.classList.toggle('folded') ?? true
    button.setAttribute('aria-expanded', String(!folded))
    if (!folded) this.all?.scrollIntoView({ block: 'nearest' })
  }

  private async send() {
    const [title = '', text = ''] = (this.field('text')?.value ?? '').split('\n')
    const url = this.field('link')?.value ?? ''
    try {
      await navigator.share({ title, text: text && text !== url ? `${title}\n${text}` : title, url })
    } catch (error) {
      // Whoever closes the sheet has seen it.
      if (!(error instanceof Error && error.name === 'AbortError')) this.say('没有发出去，请复制链接')
    }
  }

  /** Resolves to whether it was copied; if not, the field stands selected, in view, for the reader to copy. */
  private async copy(field: Field | null, button: HTMLButtonElement): Promise<boolean> {
    if (!field) return false
    // An old or insecure browser has no clipboard, a cautious one refuses it.
    const written = navigator.clipboard?.writeText(field.value).then(() => true)
    const copied = (await written?.catch(() => false)) || this.copySelected(field, button)
    if (copied) say(button, '已复制')
    this.say(copied ? '已复制，可以粘贴到微信里' : '没能自动复制：文字已选中，请长按选“复制”')
    return copied
  }

  /** The old way, which works where the clipboard is missing or refused. The field has to be seen for it. */
  private copySelected(field: Field, button: HTMLButtonElement): boolean {
    const folded = this.all?.classList.contains('folded') === true
    this.all?.classList.remove('folded')
    field.focus()
    field.select()
    const copied = document.execCommand('copy')
    if (copied && folded) {
      this.all?.classList.add('folded')
      button.focus({ preventScroll: true })
    }
    return copied
  }

  /** The field shows the quote's link for as long as it has to be copied by hand. */
  private async copyQuote(button: HTMLButtonElement) {
    const field = this.field('link')
    if (!field) return
    const link = field.value
    field.value = this.quoted
    if (await this.copy(field, button)) field.value = link
  }

  private say(message: string) {
    const output = this.querySelector('output')
    if (output) output.textContent = message
  }
}

/** A button says what happened until it is used for something else. */
function say(button: HTMLButtonElement, message: string) {
  button.dataset.label = button.dataset.label ?? button.textContent ?? ''
  button.textContent = message
  button.classList.add('done')
}

function unsay(button: HTMLButtonElement) {
  button.textContent = button.dataset.label ?? button.textContent
  button.classList.remove('done')
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
