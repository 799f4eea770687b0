// A line of the source that somebody points at: its part is looked at, and the doubt about it; one that stands in no item may be taken back.
import type { IssueView, LineView } from '../wire'
import { type Bench, shownItem } from './bench'

/** The part of an item that has a line: its place among the parts of the item; undefined when no part has it. */
export function placeOfLine({ items }: IssueView, line: LineView) {
  const item = items.find(({ name }) => name === line.item)
  const at = item?.parts.findIndex(({ segments }) => segments.some(one => one.line === line.number)) ?? -1
  const part = item?.parts[at]
  return part && { at, role: part.role }
}

/** Looks at a line's part, and at the doubt that is about it; asks whether a line that was left out is to be taken back. */
export function lookAtLine(bench: Bench, line: LineView): void {
  const { view, look, question, looking } = bench
  if (line.item === '') {
    question({ ask: 'take-back', line, into: shownItem(bench)?.name ?? '' })
    return
  }
  const doubt = view.doubts.findIndex(({ lines, routine }) => !routine && lines.includes(line.number))
  look({
    item: line.item,
    part: placeOfLine(view, line)?.at ?? -1,
    pane: 'print',
    doubt: doubt >= 0 ? doubt : looking.doubt,
  })
}
