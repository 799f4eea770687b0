// Words that were left out of a line that otherwise belongs to an item: 下转 and 上接, taken out of its ink.
import type { LeftOut } from '../format/left-out'
import { type Ink, inkOf, placesIn } from './ink'

type Fault = { readonly line: number; readonly rule: string; readonly message: string }

/** The lines without the words that entries with a text name; they must stand in their line as often as entries name them. */
export function withoutLeftOut(
  lines: readonly (readonly Ink[])[],
  leftOut: readonly LeftOut[],
): { readonly lines: readonly (readonly Ink[])[]; readonly faults: readonly Fault[] } {
  const left = [...lines]
  const faults: Fault[] = []
  const named = new Map<string, number>()
  const keyOf = ({ lines, text }: LeftOut) => `${lines.from} ${text}`
  for (const one of leftOut) named.set(keyOf(one), (named.get(keyOf(one)) ?? 0) + 1)
  for (const one of leftOut) {
    const { lines: range, text } = one
    if (range.to > lines.length) {
      const message = `leftOut 写到第 ${range.to} 行，源文件只有 ${lines.length} 行`
      faults.push({ line: lines.length, rule: 'line-beyond', message })
      continue
    }
    if (!text) continue
    const ink = left[range.from - 1] ?? []
    const places = placesIn(ink, text)
    const [at] = places
    const wanted = named.get(keyOf(one)) ?? 1
    named.set(keyOf(one), wanted - 1)
    if (at === undefined || places.length !== wanted) {
      const found = at === undefined ? '找不到' : `有 ${places.length} 处`
      const message = `leftOut 里的“${text}”在这一行里${found}，应只有${wanted > 1 ? ` ${wanted} ` : '一'}处`
      faults.push({ line: range.from, rule: 'left-out-missing', message })
    } else left[range.from - 1] = [...ink.slice(0, at), ...ink.slice(at + inkOf(text, 1).length)]
  }
  return { lines: left, faults }
}
