// The one module of every page: names the custom elements. Modules below it do nothing on their own when loaded, so that
// one that fails leaves the others working.
import { KeyboardKeys } from './keyboard-keys'
import { keepOffline } from './offline'
import { ReadAloud } from './read-aloud'
import { ReadMarks } from './read-marks'
import { ReadingPlace } from './reading-place'
import { SettingsPanel } from './settings-panel'
import { SharePanel } from './share-panel'

const elements: Readonly<Record<string, CustomElementConstructor>> = {
  'settings-panel': SettingsPanel,
  'keyboard-keys': KeyboardKeys,
  'read-aloud': ReadAloud,
  'reading-place': ReadingPlace,
  'read-marks': ReadMarks,
  'share-panel': SharePanel,
}

for (const [name, element] of Object.entries(elements)) {
  try {
    customElements.define(name, element)
  } catch {
    // An extension of the browser may have taken the name; the next element does not care.
  }
}

/** Elements of one page alone, larger than the rest together: loaded where they stand. */
const ofOnePage: Readonly<Record<string, () => Promise<CustomElementConstructor>>> = {
  'index-filter': async () => (await import('./index-filter')).IndexFilter,
  'search-page': async () => (await import('./search-page')).SearchPage,
}

for (const [name, load] of Object.entries(ofOnePage)) {
  const element = document.querySelector<HTMLElement>(name)
  if (!element) continue
  const define = () => void load().then(part => customElements.define(name, part))
  // With data-load="use" only when the reader touches it, or comes with something to look for.
  const waits = element.dataset.load === 'use' && !location.search
  if (waits && !element.contains(document.activeElement))
    element.addEventListener('focusin', define, { once: true })
  else define()
}

keepOffline()
