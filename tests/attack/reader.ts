// The harness: what a reader may do to a page, and what shows that a foreign script ran. Used on our pages and on unsafe ones.
// It waits for what is done and painted, never for a time: on a slow machine it tries the same.
import type { BrowserContext, Page } from 'playwright-core'

/** What the console says of an alert, before its number; the console needs nothing put into each frame. */
const ranAs = 'the attack ran: '

/** Notes every alert by its number, in all frames; links that lead anywhere else are not followed. */
export async function listen(context: BrowserContext): Promise<Set<number>> {
  const ran = new Set<number>()
  context.on('console', message => {
    const said = message.text()
    if (said.startsWith(ranAs)) ran.add(Number(said.slice(ranAs.length)))
  })
  await context.addInitScript(noteAlerts, ranAs)
  await context.addInitScript(learnToAct)
  return ran
}

function noteAlerts(ranAs: string): void {
  const { debug } = console
  const noted = new Set<unknown>()
  const alert = (what: unknown) => {
    if (!noted.has(what)) debug(`${ranAs}${what}`)
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
}

/** Gives every frame, before anything of it is parsed, the function that clicks, points at, focuses and types into everything on it. */
function learnToAct(): void {
  const mouse =
    'click dblclick mousedown mouseup mouseover mouseout mousemove mouseenter mouseleave contextmenu'.split(
      ' ',
    )
  const pointer = 'pointerdown pointerup pointerover pointermove pointerenter'.split(' ')
  const other =
    'wheel keydown keyup keypress focus blur focusin focusout input change select copy cut paste touchstart touchend dragstart drop scroll submit reset invalid beforeinput transitionend animationend'.split(
      ' ',
    )
  const actHere = () => {
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
  Reflect.set(window, 'actHere', actHere)
  // Said before the first attack of the frame can run, so that the page knows that this one began.
  if (document.URL === 'about:srcdoc') window.frameElement?.setAttribute('data-began', '')
}

/** What became of the frames right below a page, by their place on it. */
export type Tried = {
  /** Whole, and everything on them was tried. */
  readonly acted: readonly number[]
  /** Began, and what they hold then led them to another place, which is an outcome too. */
  readonly left: readonly number[]
  /** Never began: nothing is known of them. */
  readonly silent: readonly number[]
}

/**
 * Acts on everything of a page and of the frames on it, as soon as each is whole, and resolves when what that set off has run:
 * two frames painted. What the console said until then was heard before.
 */
export function act(page: Page): Promise<Tried> {
  return page.evaluate(async () => {
    const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))
    const call = (owner: object, name: string): unknown => {
      const todo: unknown = Reflect.get(owner, name)
      if (typeof todo !== 'function') throw new Error(`no ${name}: listen() comes first`)
      return todo()
    }
    const frames = [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-attack]')]
    /** The window of a frame, if it still shows what it was made with. */
    const ours = (frame: HTMLIFrameElement) =>
      frame.contentDocument?.URL === 'about:srcdoc' ? frame.contentWindow : null
    while (frames.some(frame => ours(frame)?.document.readyState === 'loading')) await painted()
    await painted() // what runs by itself when painted, before anything is touched
    call(window, 'actHere')
    const acted = new Set<HTMLIFrameElement>()
    for (const frame of frames) {
      const here = ours(frame)
      if (!here) continue
      call(here, 'actHere')
      acted.add(frame)
    }
    await painted()
    const places = (is: (frame: HTMLIFrameElement) => boolean) =>
      frames.flatMap((frame, at) => (is(frame) ? [at] : []))
    const began = (frame: HTMLIFrameElement) => frame.hasAttribute('data-began')
    return {
      acted: places(frame => acted.has(frame)),
      left: places(frame => began(frame) && !acted.has(frame)),
      silent: places(frame => !began(frame)),
    }
  })
}
