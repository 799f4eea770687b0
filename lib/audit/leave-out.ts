// Words that were left out of a line that otherwise belongs to an item: 下转 and 上接, taken out of its ink.
import type { LeftOut } from '../format/left-out'
import { type Ink, inkOf, isSame } from './ink'

type Fault = { readonly line: number; readonly rule: string; readonly message: string }

/** The lines without the words that entries with a text name; each must stand in its line exactly once. */
export function leaveOut(
  lines: readonly (readonly Ink[])[],
  leftOut: readonly LeftOut[],
): { readonly lines: readonly (readonly Ink[])[]; readonly faults: readonly Fault[] } {
  const left = [...lines]
  const faults: Fault[] = []
  for (const { lines: range, text } of leftOut) {
    if (range.to > lines.length) {
      const message = `leftOut 写到第 ${range.to} 行，源文件只有 ${lines.length} 行`
      faults.push({ line: lines.length, rule: 'line-beyond', message })
      continue
    }
    if (!text) continue
    const ink = left[range.from - 1] ?? []
    const [at, ...more] = placesOf(ink, text)
    if (at === undefined || more.length > 0) {
      const found = at === undefined ? '找不到' : `有 ${more.length + 1} 处`
      const message = `leftOut 里的“${text}”在这一行里${found}，应只有一处`
      faults.push({ line: range.from, rule: 'left-out-missing', message })
    } else left[range.from - 1] = [...ink.slice(0, at), ...ink.slice(at + inkOf(text, 1).length)]
  }
  return { lines: left, faults }
}

function placesOf(ink: readonly Ink[], text: string): number[] {
  const wanted = inkOf(text, 1)
  const fits = (at: number) =>
    wanted.every(({ character }, offset) => isSame(ink[at + offset]?.character ?? '', character))
  return ink.flatMap((_, at) => (wanted.length > 0 && fits(at) ? [at] : []))
}
