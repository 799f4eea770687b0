// The harness: what a reader may do to a page, and what shows that a foreign script ran. Used on our pages and on unsafe ones.
import type { BrowserContext, Page } from 'playwright-core'

/** Notes every alert by its number, in all frames; links that lead anywhere else are not followed. */
export async function listen(context: BrowserContext): Promise<Set<number>> {
  const ran = new Set<number>()
  await context.exposeFunction('noteAlert', (what: unknown) => ran.add(Number(what)))
  await context.addInitScript(() => {
    const note: unknown = Reflect.get(window, 'noteAlert')
    const noted = new Set<unknown>()
    const alert = (what: unknown) => {
      if (typeof note === 'function' && !noted.has(what)) note(what)
      noted.add(what)
    }
    for (const name of ['alert', 'confirm', 'prompt', 'msgbox']) Reflect.set(window, name, alert)
    const stay = (event: Event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link && !/^\s*(javascript|data|vbscript):/i.test(link.getAttribute('href') ?? ''))
        event.preventDefault()
    }
    window.addEventListener('click', stay, true)
    // Forms of our own are not sent off either; one whose action is a script would still run it.
    const keep = (event: Event) => {
      const form = event.target
      if (
        form instanceof HTMLFormElement &&
        !/^\s*(javascript|data|vbscript):/i.test(form.getAttribute('action') ?? '')
      )
        event.preventDefault()
    }
    window.addEventListener('submit', keep, true)
    // A print dialog would wait for a person.
    Reflect.set(window, 'print', () => undefined)
  })
  return ran
}

/** Clicks, points at, focuses and types into everything on a page and in its frames. */
export async function act(page: Page): Promise<void> {
  // A frame that an attack sent elsewhere may never answer.
  const patience = new Promise(done => setTimeout(done, 3000))
  await Promise.race([patience, Promise.allSettled(page.frames().map(frame => frame.evaluate(actInFrame)))])
}

function actInFrame(): void {
  const mouse =
    'click dblclick mousedown mouseup mouseover mouseout mousemove mouseenter mouseleave contextmenu'.split(
      ' ',
    )
  const pointer = 'pointerdown pointerup pointerover pointermove pointerenter'.split(' ')
  const other =
    'wheel keydown keyup keypress focus blur focusin focusout input change select copy cut paste touchstart touchend dragstart drop scroll submit reset invalid beforeinput transitionend animationend'.split(
      ' ',
    )
  for (const element of document.querySelectorAll('body *')) {
    for (const type of mouse)
      element.dispatchEvent(new MouseEvent(type, { bubbles: false, cancelable: true }))
    for (const type of pointer)
      element.dispatchEvent(new PointerEvent(type, { bubbles: false, cancelable: true }))
    for (const type of other) element.dispatchEvent(new Event(type, { bubbles: false, cancelable: true }))
    if (element instanceof HTMLElement) {
      element.focus()
      element.click()
    }
    if (element instanceof SVGElement)
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))
  }
}
