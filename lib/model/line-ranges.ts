// Lines of a source as ranges, and ranges as lines.
import type { LineRange } from './article'

/** Numbers in the order given as ranges: those that rise by one stand in one. */
export function rangesIn(numbers: readonly number[]): readonly LineRange[] {
  const ranges: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && number === last.to + 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return ranges
}

/** The numbers of a range, both ends included. */
export const numbersIn = ({ from, to }: LineRange): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at)
