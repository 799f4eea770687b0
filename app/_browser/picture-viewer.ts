// Pages with pictures: a tap on one opens it in large over the page. What does so is loaded then; until it is there, and where it
// does not run, the link leads to the picture itself. Who saves data gets the small pictures.

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

if ('HTMLDialogElement' in window) {
  document.addEventListener('click', event => {
    // Who asks for a tab of its own gets it.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.pic-open') : null
    if (!link) return
    event.preventDefault()
    import('./picture-dialog').then(
      ({ openPicture }) => openPicture(link),
      () => location.assign(link.href),
    )
  })
}
sendSmall()

export {}
