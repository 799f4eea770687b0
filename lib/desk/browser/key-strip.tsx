// The keys at the foot of an issue that are needed most.

export function KeyStrip({ all }: { readonly all: () => void }) {
  return (
    <footer className="keys">
      <span>
        <kbd>J</kbd>
        <kbd>K</kbd> 下一条、上一条
      </span>
      <span>
        <kbd>Enter</kbd> 认可
      </span>
      <span>
        <kbd>1–9</kbd> 换一种读法
      </span>
      <span>
        <kbd>↑</kbd>
        <kbd>↓</kbd> 选一段
      </span>
      <span>
        <kbd>S</kbd> 拆
      </span>
      <span>
        <kbd>B</kbd> 接
      </span>
      <span>
        <kbd>X</kbd> 不刊
      </span>
      <span>
        <kbd>C</kbd> 更正
      </span>
      <button type="button" className="plain" onClick={all}>
        <kbd>?</kbd> 全部按键
      </button>
    </footer>
  )
}
