// A picture as large as the screen, in a dialog: Escape, its button and a tap beside the picture close it, and focus returns.
import addStyle from './picture-dialog.css'

let viewer: HTMLDialogElement | undefined
let openedBy: HTMLElement | undefined

/** Opens the picture that a link leads to, with the caption of its figure. */
export function openPicture(link: HTMLAnchorElement): void {
  viewer ??= makeViewer()
  openedBy = link
  const [image, text] = [viewer.querySelector('img'), viewer.querySelector('p')]
  const caption = link.closest('figure')?.querySelector(':scope > .pic-caption')?.textContent ?? ''
  const alt = link.querySelector('img')?.alt ?? ''
  if (image && text) {
    image.src = link.href
    image.alt = alt
    text.textContent = caption
    text.hidden = caption === ''
  }
  viewer.setAttribute('aria-label', caption || alt)
  document.documentElement.classList.add('pic-open-page')
  viewer.showModal()
}

function makeViewer(): HTMLDialogElement {
  addStyle()
  const dialog = document.createElement('dialog')
  dialog.className = 'pic-viewer'
  const close = document.createElement('button')
  close.className = 'pic-close'
  close.type = 'button'
  close.textContent = '关闭'
  close.addEventListener('click', () => dialog.close())
  dialog.append(close, document.createElement('img'), document.createElement('p'))
  // On the picture two fingers enlarge further.
  dialog.addEventListener('click', event => event.target === dialog && dialog.close())
  dialog.addEventListener('close', () => {
    document.documentElement.classList.remove('pic-open-page')
    openedBy?.focus()
  })
  document.body.append(dialog)
  return dialog
}
