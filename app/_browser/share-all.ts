// What the row of sharing opens: made where the page has none of it, completed by what only code can do.
import { weiboAddress } from '#lib/text/weibo'
import addFields from './share-all.css'
import addStyle from './share-panel.css'
import type { ShareField, ShareFieldName, ShareRow } from './share-row'

/** Completes it, once, and shows what is passed on now. */
export function completeAll(panel: ShareRow): void {
  addStyle()
  const all = panel.all ?? makeAll(panel)
  if (!panel.querySelector('[data-do=print]'))
    panel.offer(all.querySelector('.acts'), 'print', '打印', () => print(), 'print' in window)
  const { activeElement } = document
  for (const name of ['link', 'text'] as const) {
    const field = panel.field(name)
    if (field && field !== activeElement) field.value = panel.given(name) // the one in use may be the reader's to copy
  }
  all.querySelector('a')?.setAttribute('href', weiboAddress(panel.given('link'), saidOf(panel)))
}

/** What an article brings along, without its QR code. */
function makeAll(panel: ShareRow): HTMLElement {
  addFields()
  const acts = made('p', 'acts')
  if (!panel.isOff('weibo')) {
    const weibo = made('a', 'tool')
    weibo.textContent = '发微博'
    weibo.setAttribute('target', '_blank')
    weibo.setAttribute('rel', 'noopener noreferrer')
    acts.append(weibo)
  }
  const all = made('div', 'share-all folded')
  all.append(
    fieldOf('input', 'link', `${panel.dataset.what ?? ''}链接`, panel),
    fieldOf('textarea', 'text', '微信文案', panel),
    acts,
  )
  panel.append(all)
  return all
}

/** What Weibo is told: the first line of the text, of a list its name alone. */
function saidOf(panel: ShareRow): string {
  const [title = ''] = panel.given('text').split('\n')
  const name = panel.dataset.text && /^【(.*?)】/u.exec(title)?.[1]
  return name || title
}

function fieldOf(
  kind: 'input' | 'textarea',
  name: ShareFieldName,
  label: string,
  panel: ShareRow,
): ShareField {
  const field = document.createElement(kind)
  field.name = name
  field.setAttribute('aria-label', label)
  field.readOnly = true
  field.defaultValue = panel.given(name)
  return field
}

function made(name: string, className: string): HTMLElement {
  const element = document.createElement(name)
  element.className = className
  return element
}
