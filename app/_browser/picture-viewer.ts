// Pictures in large: a link to one opens it over the page, in a dialog that Escape closes. Loaded by pages that have pictures;
// where it does not run the link leads to the picture itself. Who saves data gets the small pictures.

type Connection = { readonly saveData?: boolean; readonly effectiveType?: string }

/** Not yet in TypeScript's DOM: Network Information. */
const connection = (navigator as Navigator & { readonly connection?: Connection }).connection

/** Pictures that are still to be loaded come in their small size where data is dear or slow. */
function sendSmall() {
  if (!connection?.saveData && !/^(?:slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '')) return
  for (const picture of document.querySelectorAll('.pic-open picture')) {
    const small = picture.querySelector('source[media]')?.getAttribute('srcset')
    const image = picture.querySelector('img')
    if (!small || !image || image.complete) continue
    for (const source of picture.querySelectorAll('source')) source.srcset = small
  }
}

let viewer: HTMLDialogElement | undefined
let openedBy: HTMLElement | undefined

function makeViewer(): HTMLDialogElement {
  const dialog = document.createElement('dialog')
  dialog.className = 'pic-viewer'
  const close = document.createElement('button')
  close.className = 'pic-close'
  close.type = 'button'
  close.textContent = '关闭'
  close.addEventListener('click', () => dialog.close())
  dialog.append(close, document.createElement('img'), document.createElement('p'))
  // A tap beside the picture closes, one on it does not: there two fingers enlarge further.
  dialog.addEventListener('click', event => event.target === dialog && dialog.close())
  dialog.addEventListener('close', () => {
    document.documentElement.classList.remove('pic-open-page')
    openedBy?.focus()
  })
  document.body.append(dialog)
  return dialog
}

function open(link: HTMLAnchorElement) {
  const shown = link.querySelector('img')
  if (!shown) return
  viewer ??= makeViewer()
  openedBy = link
  const [image, text] = [viewer.querySelector('img'), viewer.querySelector('p')]
  const figure = link.closest('figure')
  const caption = figure?.querySelector(':scope > .pic-caption')?.textContent ?? ''
  if (image && text) {
    image.src = link.href
    image.alt = shown.alt
    text.textContent = caption
    text.hidden = caption === ''
  }
  viewer.setAttribute('aria-label', caption || shown.alt)
  document.documentElement.classList.add('pic-open-page')
  viewer.showModal()
}

if ('HTMLDialogElement' in window && 'showModal' in HTMLDialogElement.prototype) {
  document.addEventListener('click', event => {
    // Who asks for a tab of its own gets it.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.pic-open') : null
    if (!link) return
    event.preventDefault()
    open(link)
  })
}
sendSmall()

export {}
