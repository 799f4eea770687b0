// The one module of every page: names the custom elements. Modules below it do nothing on their own when loaded, so that
// one that fails leaves the others working.
import { listenToKeys } from './keyboard-keys'
import { keepOffline } from './offline'
import { ReadAloudElement } from './read-aloud'
import { ReadMarksElement } from './read-marks'
import { ReadingPlaceElement } from './reading-place'
import { SettingsPanelElement } from './settings-panel'

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'settings-panel': SettingsPanelElement,
  'read-aloud': ReadAloudElement,
  'reading-place': ReadingPlaceElement,
  'read-marks': ReadMarksElement,
}

type Part = { readonly Element: CustomElementConstructor }

/** Larger elements: loaded where they stand. */
const ofOnePage: Readonly<Record<string, () => Promise<Part>>> = {
  'index-filter': () => import('./index-filter'),
  'search-page': () => import('./search-page'),
  'share-panel': () => import('./share-panel'),
}

/** What the elements need, asked before any of them touches the page: a browser that lacks it keeps plain links (Chrome 80 has it). */
const able = 'customElements' in window && 'IntersectionObserver' in window && 'allSettled' in Promise

function define(name: string, element: CustomElementConstructor) {
  try {
    customElements.define(name, element)
  } catch {
    // An extension of the browser may have taken the name; the next element does not care.
  }
}

function defineWhereItStands(name: string, load: () => Promise<Part>) {
  const element = document.querySelector<HTMLElement>(name)
  if (!element) return
  const start = () => void load().then(part => define(name, part.Element))
  // "use": when the reader touches it, or comes with something to look for. "near": when it comes near, or text is selected.
  const { load: when } = element.dataset
  if (when === 'near') {
    const near = new IntersectionObserver(seen => seen.some(entry => entry.isIntersecting) && start(), {
      rootMargin: '300px',
    })
    near.observe(element)
    document.addEventListener('selectionchange', () => getSelection()?.isCollapsed || start(), { once: true })
  } else if (when === 'use' && !location.search && !element.contains(document.activeElement))
    element.addEventListener('focusin', start, { once: true })
  else start()
}

/** The way to the share row leaves no #share in the address: what is forwarded from a menu of the browser is the page. */
function leaveNoHash() {
  const strip = () => {
    if (location.hash === '#share') history.replaceState(null, '', location.pathname + location.search)
  }
  strip()
  addEventListener('hashchange', strip)
  addEventListener('click', event => {
    if (!(event.target instanceof Element && event.target.closest('[href="#share"]'))) return
    event.preventDefault()
    const heading = document.getElementById('share')
    heading?.focus({ preventScroll: true })
    heading?.scrollIntoView()
  })
}

if (able) {
  for (const [name, element] of Object.entries(elements)) define(name, element)
  for (const [name, load] of Object.entries(ofOnePage)) defineWhereItStands(name, load)
  listenToKeys(() => document.querySelector<SettingsPanelElement>('settings-panel')?.showKeys?.())
  leaveNoHash()
  keepOffline()
}
