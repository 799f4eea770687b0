// Marks of Markdown, and labels of archives, before the words of a line: they are left out, the words stay.
import type { LeftOut } from '../../../format/left-out'
import type { Line } from '../../pipeline/blocks'

const marks = /^(?:#{1,6}(?=\s+\S)|(?:标题|题名|篇名|主题|正文)\s*[:：](?=\s*\S))\s*/u

/** The lines without such marks, and what went. */
export function takeMarkup(all: readonly Line[]): {
  readonly lines: readonly Line[]
  readonly leftOut: readonly LeftOut[]
} {
  const leftOut: LeftOut[] = []
  const lines = all.map(line => {
    const mark = marks.exec(line.text)?.[0] ?? ''
    const text = line.text.slice(mark.length)
    if (!mark || text.includes(mark.trim().slice(0, 1))) return line
    leftOut.push({ lines: { from: line.number, to: line.number }, reason: '标记', text: mark.trim() })
    return { ...line, text }
  })
  return { lines, leftOut }
}
