// The form behind 设置: size, theme, and the keys with the way to turn them off. No page carries it; its style comes with it.
import { sizes, themes } from '#lib/device/settings'
import addStyle from './settings-form.css'

export type Setting = 'size' | 'theme'

/** What the form asks of its host. It takes no code from the main module: that would be a second file. */
export type SettingsHost = {
  readonly place: HTMLDetailsElement
  /** What the page looks like; undefined stands for the first of a setting's values. */
  readonly chosen: (setting: Setting) => string | undefined
  readonly choose: (setting: Setting, value: string) => void
  readonly keys: boolean
  readonly allowKeys: (allowed: boolean) => void
}

export type Form = {
  /** Makes the form say what the page looks like. */
  readonly show: () => void
  readonly showKeys: () => void
}

/** Puts the form into its place. */
export function makeForm(host: SettingsHost): Form {
  addStyle()
  const panel = made('div', 'settings-panel')
  const keys = keysOf(host)
  const care = made('a', '', '关怀版链接')
  care.setAttribute('href', '?mode=care')
  const note = made('p', 'note', '只存在这台设备上。', care, '可发给家人，打开就是大字。')
  panel.append(choice(host, 'size', '字号', sizes), choice(host, 'theme', '底色', themes), keys, note)
  const show = () => {
    for (const radio of panel.querySelectorAll<HTMLInputElement>('[type=radio]'))
      radio.checked =
        radio.value === (host.chosen(radio.name === 'size' ? 'size' : 'theme') ?? radio.dataset.first)
  }
  show()
  host.place.append(panel)
  closeOutside(host.place)
  const showKeys = () => {
    keys.scrollIntoView({ block: 'nearest' })
    keys.querySelector('input')?.focus()
  }
  return { show, showKeys }
}

/** Closes at Escape, and at a tap elsewhere. */
function closeOutside(details: HTMLDetailsElement): void {
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || !details.open) return
    details.open = false
    details.querySelector('summary')?.focus()
  })
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !details.parentElement?.contains(target)) details.open = false
  })
}

type Options = readonly { readonly value: string; readonly label: string }[]

function choice(host: SettingsHost, setting: Setting, legend: string, options: Options): HTMLElement {
  const fieldset = made('fieldset', 'choice', made('legend', '', legend))
  for (const { value, label } of options) {
    const radio = input('radio', setting)
    radio.value = value
    radio.dataset.first = options[0]?.value ?? ''
    radio.addEventListener('change', () => host.choose(setting, value))
    fieldset.append(made('label', '', radio, label))
  }
  return fieldset
}

/** The list that ? shows. A single key must be possible to turn off (WCAG 2.1.4). */
function keysOf(host: SettingsHost): HTMLElement {
  const box = input('checkbox', 'keys')
  box.checked = host.keys
  box.addEventListener('change', () => host.allowKeys(box.checked))
  const key = (names: readonly string[], does: string) =>
    made('span', '', ...names.map(name => made('kbd', '', name)), ` ${does}`)
  const list = [
    key(['j', '→'], '下一篇'),
    ' ',
    key(['k', '←'], '上一篇'),
    ' ',
    key(['/'], '搜索'),
    ' ',
    key(['?'], '这张表'),
  ]
  return made('div', 'keyboard', made('label', 'switch', box, ' 键盘快捷键'), made('p', 'note keys', ...list))
}

function input(type: string, name: string): HTMLInputElement {
  const field = document.createElement('input')
  field.type = type
  field.name = name
  return field
}

function made(name: string, className: string, ...inside: readonly (Node | string)[]): HTMLElement {
  const element = document.createElement(name)
  if (className) element.className = className
  element.append(...inside)
  return element
}
