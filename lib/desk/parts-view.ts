// The parts of an item as the desk shows them: cut where lines of the source meet, each stretch with words to find it by.
import { inkOf, narrowText } from '../audit/ink'
import type { Part } from '../edits/parts'
import type { PartView, Segment } from './wire'

/** Characters that a quotation has at least, if its stretch has as many; it grows until it stands in one place of its item only. */
const shortestQuote = 8

/** Views of all parts of one item. */
export function viewParts(parts: readonly Part[]): readonly PartView[] {
  const folded = parts.map(({ text }) => narrowText(inkOf(text, 1)))
  return parts.map((part, at) => ({ role: part.role, segments: segmentsOf(part, folded[at] ?? '', folded) }))
}

function segmentsOf({ text, lines }: Part, own: string, all: readonly string[]): readonly Segment[] {
  const ink = inkOf(text, 1)
  const letters = [...own]
  const starts = lines.flatMap((line, at) => (at === 0 || line !== lines[at - 1] ? [at] : []))
  return starts.map((start, index) => {
    const column = (at: number | undefined) => (ink[at ?? -1]?.column ?? text.length + 1) - 1
    const length = quoteLength(letters, start, all)
    return {
      line: lines[start] ?? 0,
      text: text.slice(index === 0 ? 0 : column(start), column(starts[index + 1])),
      quote: text.slice(column(start), column(start + length)).trim(),
    }
  })
}

/** How many characters of a part, from a place on, stand nowhere else in its item; or, of its opening words, open no other part. */
function quoteLength(letters: readonly string[], start: number, all: readonly string[]): number {
  let length = shortestQuote
  const isTwice = () => {
    const quote = letters.slice(start, start + length).join('')
    if (start === 0) return all.filter(text => text.startsWith(quote)).length > 1
    return all.reduce((sum, text) => sum + text.split(quote).length - 1, 0) > 1
  }
  while (start + length < letters.length && isTwice()) length += shortestQuote
  return length
}
