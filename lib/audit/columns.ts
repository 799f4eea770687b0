// Columns that were parted, proved: each line of the text as it was given is the lines of source.txt made of it, in order.
import type { PartedColumns } from '../format/parted-columns'
import type { Problem } from '../model/problem'
import { inkOf, inkText } from './ink'

type Text = { readonly file: string; readonly text: string }

/** Which lines of source.txt each line of the given text became; `next`: the first line after all of them. */
function placesOf(lines: number, parted: readonly PartedColumns[]) {
  const places: number[][] = []
  let next = 1
  for (let line = 1; line <= lines; ) {
    const here = parted.find(one => one.lines.from === line)
    const height = here ? here.lines.to - here.lines.from + 1 : 1
    const start = next
    for (let row = 0; row < height; row++)
      places.push(Array.from({ length: here?.columns ?? 1 }, (_, column) => start + column * height + row))
    next += height * (here?.columns ?? 1)
    line += height
  }
  return { places, next }
}

/** Problems, where a character of the given text is not in source.txt at its place, once, or one there is not of it. */
export function auditColumns(
  given: Text,
  source: Text,
  parted: readonly PartedColumns[],
): readonly Problem[] {
  const [lines, made] = [given.text.split('\n'), source.text.split('\n')]
  const { places, next } = placesOf(lines.length, parted)
  const wrong = (line: number): Problem => ({
    file: source.file,
    line,
    rule: 'columns-differ',
    message: `与分栏前的 ${given.file} 对不上：应照原样，或重新导入`,
  })
  const differing = lines.flatMap((line, at) => {
    const own = places[at] ?? []
    const parts = own.map(number => inkText(inkOf(made[number - 1] ?? '', 1))).join('')
    return parts === inkText(inkOf(line, 1)) ? [] : [wrong(own[0] ?? 1)]
  })
  return next - 1 === made.length ? differing : [...differing, wrong(Math.min(next, made.length))]
}
