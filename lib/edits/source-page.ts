// The source that the items of an issue are proved against, line by line.
import type { Ink } from '../audit/ink'
import { type PageInk, pageInk } from '../audit/page-ink'
import type { LeftOut } from '../format/left-out'

export type SourcePage = {
  /** As they stand in source.txt; the first is line 1. */
  readonly lines: readonly string[]
  /** Their ink, without the words of a line that were left out. */
  readonly ink: readonly (readonly Ink[])[]
  /** The lines that have ink, those left out too. */
  readonly inked: ReadonlySet<number>
  /** How many characters with ink each line has, those left out too. */
  readonly characters: readonly number[]
}

const known = new WeakMap<PageInk, SourcePage>()

/** The source of an issue with what was left out of its lines; the same page again for the same text. */
export function sourcePage(text: string, leftOut: readonly LeftOut[]): SourcePage {
  const lines = text.split('\n')
  const words = leftOut.filter(one => one.text !== '' && one.lines.to <= lines.length)
  const ink = pageInk(text, words)
  const page = known.get(ink) ?? {
    lines,
    ink: ink.lines,
    inked: new Set(ink.all.flatMap((line, index) => (line.length > 0 ? [index + 1] : []))),
    characters: ink.all.map(line => line.length),
  }
  known.set(ink, page)
  return page
}
