// The lines of a page that have ink, in normal form, each with its number in the source.
import { width } from '../language/measure'
import type { Line } from '../pipeline/blocks'
import { normaliseCharacters } from './characters'
import { closeSpaces } from './spaces'

/** Reads the lines of a decoded page; form feeds end a page of it. */
export function readLines(text: string): readonly Line[] {
  const printed = normaliseCharacters(text).split(/\r\n|[\n\r]/)
  const rows = closeSpaces(printed)
  const lines: Line[] = []
  let [gap, page] = [0, 0]
  rows.forEach((row, index) => {
    page += row.split('\f').length - 1
    const raw = row.replaceAll('\f', '')
    const text = raw.trim()
    const leading = raw.slice(0, raw.length - raw.trimStart().length)
    const closed = row.trim().length < (printed[index] ?? '').trim().length
    if (text)
      lines.push({
        text: tabs(text),
        number: index + 1,
        gap,
        indent: indentOf(leading),
        page,
        ...(closed && { closed }),
        ...(text.includes('\t') && { hint: 'line' }),
      })
    gap = text ? 0 : gap + 1
  })
  return lines
}

const indentOf = (leading: string) => width(leading.replaceAll('\t', '    '))

/** Cells that tabs part become words that a space parts. */
const tabs = (text: string) => text.replace(/\s*\t\s*/gu, ' ')
