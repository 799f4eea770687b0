// Keys of the desk: one table of commands, quiet while somebody types.
import { useLayoutEffect } from 'react'

export type KeyAction = () => unknown

/** Goes to another page of the desk, by what stands after # in its address. */
export const goTo = (hash: string) => () => {
  location.hash = hash
}

/** Letters as they are on the key, with Control (or ⌘) and Shift before them. */
function keyName(event: KeyboardEvent): string {
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const held = [
    ...(event.ctrlKey || event.metaKey ? ['Control'] : []),
    ...(event.shiftKey && plain !== '?' ? ['Shift'] : []),
  ]
  return [...held, plain].join('+')
}

/** Runs the command of a key that is pressed, unless the focus is where the key has a meaning of its own. */
export function useKeys(commands: Readonly<Record<string, KeyAction>>, isOn: boolean): void {
  // As soon as it is shown: a key that comes next means what is seen.
  useLayoutEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      const name = keyName(event)
      const command = Object.hasOwn(commands, name) ? commands[name] : undefined
      if (!command || event.isComposing || event.altKey || isTaken(event.target, name)) return
      event.preventDefault()
      command()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [commands, isOn])
}

/** Whether an element uses a key itself: fields all of them, buttons and links Enter, lists the arrows. */
function isTaken(target: EventTarget | null, name: string): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea')) return true
  if (target.closest('select')) return !name.includes('Control') && name !== 'F6'
  return name === 'Enter' && target.closest('button, a, summary') !== null
}

/** Every key with what it does, for the list that ? opens. */
export const allKeys: readonly (readonly [keys: string, does: string])[] = [
  ['J / K', '下一条、上一条存疑'],
  ['Enter 或 1', '认可现在的读法'],
  ['2–9', '换一种读法'],
  ['↑ / ↓', '选上一段、下一段'],
  ['← / →', '上一篇、下一篇'],
  ['S', '从这一段起另成一篇'],
  ['M', '与另一篇并成一篇'],
  ['B', '接上一段'],
  ['D', '从接缝处另起一段'],
  ['V', '移到别处'],
  ['X', '不刊'],
  ['C', '更正：先选中要改的字，再按'],
  ['N', '给这一期另写一篇'],
  ['A', '给这一篇加图片'],
  ['Delete', '删去这一篇'],
  ['F', '这一篇的地区、分类、姓名、日期、状态'],
  ['I', '这一期的报名、日期、次序、头条、状态'],
  ['P', '预览：读者会看到的那一页'],
  ['G', '签发：会变的页面，发布'],
  ['Ctrl Z / Ctrl Y', '撤销、重做，没有次数限制'],
  ['F6', '换一栏'],
]
