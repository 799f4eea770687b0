// <share-panel>: sends a page on from this device. It makes its buttons, and the fields where the page has none; what the browser cannot
// do is not offered, what it refuses falls back to a selected field. What happened is said by the button itself and below its row.
import { type End, textFragment } from '#lib/device/text-fragment'
import { weiboAddress } from '#lib/text/weibo'
import addFields from './share-all.css'
import addStyle from './share-panel.css'

type Field = HTMLInputElement | HTMLTextAreaElement

export class SharePanel extends HTMLElement {
  private quoted = ''
  private readonly output = document.createElement('output')

  connectedCallback() {
    addStyle()
    addFields()
    const weChat = /MicroMessenger/i.test(navigator.userAgent)
    const row = this.querySelector('.acts')
    row?.after(this.output, ...(weChat ? [made('p', 'note', weChatSays)] : []))
    const all = this.querySelector('.share-all') ?? this.makeAll()
    all.classList.add('folded')
    all.querySelector('a')?.setAttribute('href', weiboAddress(this.field('link')?.value ?? '', this.saidOf()))
    // A search is passed on with what it looked for, a narrowed list with its choice.
    if (this.dataset.query !== undefined) this.addEventListener('click', () => this.takeAddress(), true)
    this.offer(row, 'system', '发给别人', () => this.send(), 'share' in navigator && !weChat)
    this.offer(row, 'link', '复制链接', button => this.copy(this.field('link'), button))
    this.offer(row, 'text', '复制文案', button => this.copy(this.field('text'), button))
    this.offer(all.querySelector('.acts'), 'print', '打印', () => print(), 'print' in window)
    const behind = all.querySelector('img, .acts > *') !== null
    const label = all.querySelector('img') ? '二维码等' : '更多'
    this.offer(row, 'more', label, button => this.open(button), behind)?.setAttribute(
      'aria-expanded',
      'false',
    )
    this.offerQuote()
  }

  /** What an article brings along, without its QR code. */
  private makeAll(): HTMLElement {
    const { what = '', text = '' } = this.dataset
    const link = lineOf(text, -1)
    const fields = [
      fieldOf('input', 'link', `${what}链接`, link),
      fieldOf('textarea', 'text', '微信文案', text),
    ]
    const acts = made('p', 'acts')
    if (!this.isOff('weibo')) {
      const weibo = made('a', 'tool', '发微博')
      weibo.setAttribute('target', '_blank')
      weibo.setAttribute('rel', 'noopener noreferrer')
      acts.append(weibo)
    }
    const all = made('div', 'share-all', ...fields, acts)
    this.append(all)
    return all
  }

  /** What Weibo is told: the first line of the text, of a list its name alone. */
  private saidOf(): string {
    const text = this.field('text')?.value ?? ''
    const name = this.dataset.text && /^【(.*?)】/u.exec(text)?.[1]
    return name || lineOf(text, 0)
  }

  private isOff(way: string): boolean {
    return ` ${this.dataset.off ?? ''} `.includes(` ${way} `)
  }

  private offerQuote() {
    const quote = this.offer(this, 'quote', '复制这段的链接', button => this.copyQuote(button))
    if (!quote) return
    quote.classList.add('quote-link')
    quote.hidden = true
    // A tap on the button must not take the selection away before it is used.
    quote.addEventListener('pointerdown', event => event.preventDefault())
    const look = () => {
      const quoted = linkToSelection(this.field('link')?.defaultValue) // its value may be the quote before
      if (quoted === this.quoted) return
      this.quoted = quoted
      quote.hidden = !quoted
      unsay(quote)
    }
    document.addEventListener('selectionchange', look)
    look() // what was selected may be what brought this module here
  }

  /** Puts a button into a row, where the browser can do it and the site wants it. */
  private offer(
    row: Element | null,
    name: string,
    label: string,
    act: (button: HTMLButtonElement) => void,
    can = true,
  ): HTMLButtonElement | undefined {
    if (!can || this.isOff(name)) return undefined
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'tool'
    button.dataset.do = name
    button.textContent = label
    button.addEventListener('click', () => act(button))
    row?.append(button)
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
    this.output.textContent = message
  }
}

const weChatSays = '在微信里：点右上角的“···”，发给朋友或分享到朋友圈。'

/** A line of a text, the last one for -1. */
const lineOf = (text: string, at: number) => text.split('\n').slice(at)[0] ?? ''

function fieldOf(kind: 'input' | 'textarea', name: string, label: string, value: string): Field {
  const field = document.createElement(kind)
  field.name = name
  field.setAttribute('aria-label', label)
  field.readOnly = true
  field.defaultValue = value
  return field
}

function made(name: string, className: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  element.append(...inside)
  return element
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
  (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>('[data-body] > [id]')

function endIn(paragraph: HTMLElement, node: Node, offset: number): End {
  const before = document.createRange()
  before.setStart(paragraph, 0)
  before.setEnd(node, offset)
  return { text: paragraph.textContent ?? '', at: before.toString().length }
}
