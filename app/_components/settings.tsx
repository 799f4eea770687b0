// The reader's settings in the masthead: care mode by one tap; size, theme and keys behind 设置. Its code: _browser/settings-panel.
import { sizes, themes } from '#lib/device/settings'
import { ownSettings } from '#lib/model/owner'

/** Invisible until its code runs: without JavaScript there is nothing to set, and the page is as readable. */
export function Settings() {
  return (
    <settings-panel>
      <button type="button" className="tool" data-care="">
        关怀版
      </button>
      <details className="settings">
        <summary className="tool">设置</summary>
        <div className="settings-panel">
          <Choice legend="字号" name="size" options={sizes} first={ownSettings.size || sizes[0].value} />
          <Choice legend="底色" name="theme" options={themes} first={ownSettings.theme || themes[0].value} />
          <Keys />
          <p className="note">
            只存在这台设备上。
            <a href="?mode=care">关怀版链接</a>
            可发给家人，打开就是大字。
          </p>
        </div>
      </details>
    </settings-panel>
  )
}

type Option = { readonly value: string; readonly label: string }

type ChoiceProps = {
  readonly legend: string
  readonly name: string
  readonly options: readonly Option[]
  /** What a page begins with. */
  readonly first: string
}

function Choice({ legend, name, options, first }: ChoiceProps) {
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map(({ value, label }) => (
        <label key={value}>
          <input type="radio" name={name} value={value} defaultChecked={value === first} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function Key({ names, children }: { names: readonly string[]; children: string }) {
  return (
    <span>
      {names.map(name => (
        <kbd key={name}>{name}</kbd>
      ))}{' '}
      {children}
    </span>
  )
}

/** The list that ? shows. A single key must be possible to turn off (WCAG 2.1.4). */
function Keys() {
  return (
    <keyboard-keys>
      <label className="switch">
        <input type="checkbox" defaultChecked /> 键盘快捷键
      </label>
      <p className="note keys">
        <Key names={['j', '→']}>下一篇</Key> <Key names={['k', '←']}>上一篇</Key>{' '}
        <Key names={['/']}>搜索</Key> <Key names={['?']}>这张表</Key>
      </p>
    </keyboard-keys>
  )
}
