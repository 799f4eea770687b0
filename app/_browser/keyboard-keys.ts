// Keys: j/k or arrows for neighbours, / for search, ? for their list, which stands in the settings, where they can be turned off.
import { kept } from '#lib/device/kept'
import { recall } from './storage'

/** Listens for the keys; `showList` is what ? does. */
export function listenToKeys(showList: () => void): void {
  document.addEventListener('keydown', event => {
    const wanted = !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey
    // A single key must be possible to turn off (WCAG 2.1.4).
    if (wanted && !typing(event.target) && recall(kept.keys) === '' && press(event.key, showList))
      event.preventDefault()
  })
}

/** Does what a key stands for; false if it stands for nothing here. */
function press(key: string, showList: () => void): boolean {
  if (key === 'j' || key === 'ArrowRight') return go('next', key)
  if (key === 'k' || key === 'ArrowLeft') return go('prev', key)
  if (key === '/') return search()
  if (key === '?') showList()
  return key === '?'
}

function typing(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null
  )
}

/** On an article: to the neighbour. In a list: j and k move from headline to headline. */
function go(rel: 'next' | 'prev', key: string): boolean {
  const link = document.querySelector<HTMLAnchorElement>(`a[rel~=${rel}]`)
  if (link) link.click()
  else if (key.length > 1 || !moveFocus(rel === 'next' ? 1 : -1)) return false
  return true
}

function moveFocus(step: number): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-article] .title a')]
  const at = links.findIndex(link => link.matches(':focus'))
  const next = links[at < 0 ? (step > 0 ? 0 : links.length - 1) : at + step]
  next?.focus()
  return next !== undefined
}

function search(): boolean {
  // On a phone the box in the masthead waits until it is asked for.
  document.documentElement.classList.add('seeking')
  const box = document.querySelector<HTMLElement>('input[type=search]')
  const link = document.querySelector<HTMLAnchorElement>('a[rel~=search]')
  if (box && box.getClientRects().length > 0) box.focus()
  else link?.click()
  return (box ?? link) !== null
}
