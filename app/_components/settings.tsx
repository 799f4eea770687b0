// What a reader can set, in the masthead: care mode by one tap; size, theme and keys behind 设置. Its code: _browser/settings-panel.

/** Invisible until its code runs: without JavaScript there is nothing to set, and the page is as readable. */
export function ReaderSettings() {
  return (
    <settings-panel>
      <button type="button" className="tool" data-care="">
        关怀版
      </button>
      <details className="settings">
        <summary className="tool">设置</summary>
      </details>
    </settings-panel>
  )
}
