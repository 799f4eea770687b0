// <settings-panel>: care mode by one tap, and what stands behind 设置, a form that loads when the reader reaches for it.
import { kept } from '#lib/device/kept'
import type { Form, Setting } from './settings-form'
import { keep, recall } from './storage'

const settings: readonly Setting[] = ['size', 'theme']
/** What the page looks like. */
const look = document.documentElement.dataset

export class SettingsPanelElement extends HTMLElement {
  private form: Promise<Form> | undefined

  connectedCallback() {
    this.show()
    this.careButton?.addEventListener('click', () => this.choose('size', this.inCare ? 'standard' : 'care'))
    for (const event of ['pointerenter', 'focusin', 'toggle'])
      this.details?.addEventListener(event, () => this.useForm())
    // Another tab may have changed them, or the page comes back from the back/forward cache.
    for (const event of ['storage', 'pageshow']) addEventListener(event, () => this.recallAll())
  }

  /** Opens the form at its list of keys. */
  showKeys() {
    if (this.details) this.details.open = true
    this.useForm(form => form.showKeys())
  }

  private get details() {
    return this.querySelector('details')
  }

  private get careButton() {
    return this.querySelector<HTMLButtonElement>('[data-care]')
  }

  private get inCare() {
    return look.size === 'care'
  }

  /** Loads the form once, and again where that failed; it says what the page looks like unless it is used otherwise. */
  private useForm(use = (form: Form) => form.show()) {
    this.form ??= import('./settings-form').then(({ makeForm }) =>
      makeForm({
        place: this.details ?? document.createElement('details'),
        chosen: setting => look[setting],
        choose: (setting, value) => this.choose(setting, value),
        keys: recall(kept.keys) === '',
        allowKeys: allowed => keep(kept.keys, allowed ? '' : 'off'),
      }),
    )
    this.form.then(use, () => {
      this.form = undefined
    })
  }

  private choose(setting: Setting, value: string) {
    keep(kept[setting], value)
    look[setting] = value
    this.show()
  }

  private recallAll() {
    for (const setting of settings) {
      const value = recall(kept[setting])
      if (value) look[setting] = value
    }
    this.show()
  }

  /** Makes button and form say what the page looks like. */
  private show() {
    if (this.careButton) this.careButton.textContent = this.inCare ? '标准版' : '关怀版'
    if (this.form) this.useForm()
  }
}
