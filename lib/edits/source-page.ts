// The source that the items of an issue are proved against, line by line.
import { type Ink, inkOf } from '../audit/ink'
import { leaveOut } from '../audit/leave-out'
import type { LeftOut } from '../format/left-out'

export type SourcePage = {
  /** As they stand in source.txt; the first is line 1. */
  readonly lines: readonly string[]
  /** Their ink, without the words of a line that were left out. */
  readonly ink: readonly (readonly Ink[])[]
  /** The lines that have ink, those left out too. */
  readonly inked: ReadonlySet<number>
}

/** The source of an issue with what was left out of its lines. */
export function sourcePage(text: string, leftOut: readonly LeftOut[]): SourcePage {
  const lines = text.split('\n')
  const all = lines.map((line, index) => inkOf(line, index + 1))
  const words = leftOut.filter(one => one.text !== '' && one.lines.to <= lines.length)
  return {
    lines,
    ink: leaveOut(all, words).lines,
    inked: new Set(all.flatMap((ink, index) => (ink.length > 0 ? [index + 1] : []))),
  }
}
