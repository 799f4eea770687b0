// <share-panel>: sends a page on from this device. It makes its buttons; what the browser cannot do is not offered, what it refuses falls
// back to a selected field. What happened is said by the button itself and below its row. The rest of it is loaded on use.

import type { ShareField, ShareFieldName, ShareRow } from './share-row'

class SharePanelElement extends HTMLElement implements ShareRow {
  private readonly output = document.createElement('output')

  connectedCallback() {
    const weChat = /MicroMessenger/i.test(navigator.userAgent)
    const row = this.querySelector('.acts')
    if (weChat) row?.after(inWeChat())
    row?.after(this.output)
    this.all?.classList.add('folded')
    this.offer(row, 'system', '发给别人', () => this.send(), 'share' in navigator && !weChat)
    this.offer(row, 'link', '复制链接', button => this.copy('link', button))
    this.offer(row, 'text', '复制文案', button => this.copy('text', button))
    const picture = this.querySelector('img')
    const behind = picture || !this.isOff('weibo') || (!this.isOff('print') && 'print' in window)
    const more = this.offer(row, 'more', picture ? '二维码等' : '更多', button => this.open(button), !!behind)
    more?.setAttribute('aria-expanded', 'false')
    if (document.querySelector('[data-body]') && !this.isOff('quote')) this.offerQuote()
  }

  /** A link to a selected passage. */
  private offerQuote() {
    const look = () =>
      getSelection()?.isCollapsed === false &&
      import('./share-quote').then(({ offerQuote }) => {
        document.removeEventListener('selectionchange', look)
        offerQuote(this)
      }, ignore)
    document.addEventListener('selectionchange', look)
    look() // what was selected may be what brought this module here
  }

  isOff(way: string): boolean {
    return ` ${this.dataset.off} `.includes(` ${way} `)
  }

  /** Puts a button into a row, where the browser can do it and the site wants it. */
  offer(
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

  get all(): Element | null {
    return this.querySelector('.share-all')
  }

  field(name: ShareFieldName): ShareField | null {
    return this.querySelector<ShareField>(`[name=${name}]`)
  }

  /** The text for a chat, whose last line is the link. A search is passed on with what it looked for, a narrowed list with its choice. */
  given(name: ShareFieldName): string {
    const text = this.dataset.text ?? this.field('text')?.defaultValue ?? ''
    const link = text.slice(text.lastIndexOf('\n') + 1)
    const now =
      this.dataset.query === undefined ? link : new URL(location.pathname + location.search, link).href
    return name === 'link' ? now : text.split(link).join(now)
  }

  /** What the row opens, complete, and the look of what it says. */
  private async complete() {
    const { completeAll } = await import('./share-all')
    completeAll(this)
  }

  private async open(button: HTMLButtonElement) {
    await this.complete().catch(ignore)
    const { all } = this
    if (!all) return this.say('没有取到，请联网后再试')
    const folded = all.classList.toggle('folded')
    button.setAttribute('aria-expanded', String(!folded))
    if (!folded) all.scrollIntoView({ block: 'nearest' })
  }

  private async send() {
    const url = this.given('link')
    const [title = '', text = ''] = this.given('text').split('\n')
    try {
      await navigator.share({ title, text: text && text !== url ? `${title}\n${text}` : title, url })
    } catch (error) {
      // Whoever closes the sheet has seen it.
      if (!(error instanceof Error && error.name === 'AbortError')) this.say('没有发出去，请复制链接')
    }
  }

  /** Copies what is given, or another value of that field; if it cannot, the field stands selected, in view, for the reader to copy. */
  async copy(name: ShareFieldName, button: HTMLButtonElement, value = this.given(name)): Promise<void> {
    // An old or insecure browser has no clipboard, a cautious one refuses it.
    const written = navigator.clipboard?.writeText(value).then(() => true)
    const copied = (await written?.catch(ignore)) || (await this.copySelected(name, button, value))
    if (copied) {
      // A button says what happened until it is used for something else.
      button.dataset.label = button.dataset.label ?? button.textContent ?? ''
      button.textContent = '已复制'
      button.classList.add('done')
    }
    const failed = this.field(name) ? '没能自动复制：文字已选中，请长按选“复制”' : '没能复制，请联网后再试'
    this.say(copied ? '已复制，可以粘贴到微信里' : failed)
  }

  /** The old way, which works where the clipboard is missing or refused. The field has to be seen for it. */
  private async copySelected(
    name: ShareFieldName,
    button: HTMLButtonElement,
    value: string,
  ): Promise<boolean> {
    // Where the field is there, nothing is waited for: some browsers copy only what is done at once.
    if (!this.field(name)) await this.complete().catch(ignore)
    const { all } = this
    const field = this.field(name)
    if (!all || !field) return false
    const folded = all.classList.contains('folded')
    all.classList.remove('folded')
    field.value = value
    field.focus()
    field.select()
    const copied = document.execCommand('copy')
    if (copied && folded) {
      all.classList.add('folded')
      button.focus({ preventScroll: true })
    }
    return copied
  }

  private say(message: string) {
    this.output.textContent = message
    this.complete().catch(ignore)
  }
}

const ignore = () => {}

function inWeChat(): HTMLElement {
  const note = document.createElement('p')
  note.className = 'note'
  note.textContent = '在微信里：点右上角的“···”，发给朋友或分享到朋友圈。'
  return note
}

export { SharePanelElement as Element }
