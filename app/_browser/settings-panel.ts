// <settings-panel>: size, theme and shortcuts of this device, and care mode by one tap. The page brings the form.
import { kept } from '#lib/device/settings'
import { keep, recall } from './storage'

type Setting = 'size' | 'theme'
const settings: readonly Setting[] = ['size', 'theme']

export class SettingsPanel extends HTMLElement {
  connectedCallback() {
    this.show()
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'radio')
        this.choose(target.name, target.value)
    })
    this.careButton?.addEventListener('click', () => this.choose('size', this.inCare ? 'standard' : 'care'))
    this.addEventListener('keydown', event => event.key === 'Escape' && this.close(true))
    document.addEventListener('click', ({ target }) => {
      if (target instanceof Node && !this.contains(target)) this.close(false)
    })
    // Another tab may have changed them, or the page comes back from the back/forward cache.
    for (const event of ['storage', 'pageshow']) addEventListener(event, () => this.recallAll())
  }

  private get careButton() {
    return this.querySelector<HTMLButtonElement>('[data-care]')
  }

  private get inCare() {
    return document.documentElement.dataset.size === 'care'
  }

  private choose(name: string, value: string) {
    const setting = settings.find(known => known === name)
    if (!setting) return
    keep(kept[setting], value)
    document.documentElement.dataset[setting] = value
    this.show()
  }

  private recallAll() {
    for (const setting of settings) {
      const value = recall(kept[setting])
      if (value) document.documentElement.dataset[setting] = value
    }
    this.show()
  }

  /** Makes the form say what the page looks like. */
  private show() {
    for (const setting of settings) {
      const value = document.documentElement.dataset[setting]
      for (const radio of this.querySelectorAll<HTMLInputElement>(`input[name=${setting}]`)) {
        radio.checked = value ? radio.value === value : radio.defaultChecked
      }
    }
    if (this.careButton) this.careButton.textContent = this.inCare ? '标准版' : '关怀版'
  }

  private close(byKey: boolean) {
    const details = this.querySelector('details')
    if (!details?.open) return
    details.open = false
    if (byKey) details.querySelector('summary')?.focus()
  }
}
