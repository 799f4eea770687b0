// What a result shows of its text: the place of the hit, with the hit marked as it is printed.
import { findWord, rowsOf, rowsWithOrigin, type Word } from './query'
import type { TextRecord } from './text-record'
import { type Variants, variantsOf } from './variants'

export type ExcerptSegment = { readonly text: string; readonly marked: boolean }
type Range = { readonly from: number; readonly to: number }

/** Characters shown before the first hit of an excerpt, and in all. */
const before = 18
const width = 72
/** Excerpts of one article: one for each word that no earlier one shows. */
const most = 3

/** A whole text in segments, every hit of every word marked. The text must have no white space but single spaces. */
export function markHits(
  text: string,
  words: readonly Word[],
  variants?: Variants,
): readonly ExcerptSegment[] {
  return cut(text, rangesOf(text, words, variants), 0, text.length)
}

/**
 * Excerpts of an article: the hits of the words that its title and kicker do not show, in the order of the text; if there
 * is none, how its text begins.
 */
export function excerptsOf(
  record: TextRecord,
  words: readonly Word[],
): readonly (readonly ExcerptSegment[])[] {
  const variants = variantsOf(record.variants)
  const heads = [record.title, record.kicker, ...record.names]
  const hidden = words.filter(word => heads.every(head => rangesOf(head, [word], variants).length === 0))
  const excerpts: (readonly ExcerptSegment[])[] = []
  let wanted = hidden.length > 0 ? hidden : words
  for (const field of record.rest) {
    for (const word of wanted) {
      const [hit] = rangesOf(field, [word], variants)
      if (!hit || excerpts.length === most || !wanted.includes(word)) continue
      const window = windowAround(field, hit)
      excerpts.push(cut(field, rangesOf(field, words, variants), window.from, window.to))
      const shown = field.slice(window.from, window.to)
      wanted = wanted.filter(other => other !== word && rangesOf(shown, [other], variants).length === 0)
    }
    if (hidden.length === 0 && excerpts.length > 0) break
  }
  return excerpts.length > 0 ? excerpts : [opening(record, words, variants)]
}

function opening(
  { rest }: TextRecord,
  words: readonly Word[],
  variants: Variants,
): readonly ExcerptSegment[] {
  const text = rest.find(field => field.length > 40) ?? rest[0] ?? ''
  return cut(text, rangesOf(text, words, variants), 0, whole(text, width))
}

/** Where the words stand in the original text; overlapping and touching hits are one. */
function rangesOf(text: string, words: readonly Word[], variants?: Variants): readonly Range[] {
  const { mayHave } = rowsOf(text, variants)
  const likely = words.filter(mayHave)
  if (likely.length === 0) return []
  const { rows, origin } = rowsWithOrigin(text, variants)
  const found = likely.flatMap(word => {
    const ranges: Range[] = []
    const { from, to } = rows.rowFor(word)
    const { length } = word.row
    for (let at = findWord(word, rows); at >= 0; at = findWord(word, rows, at + length)) {
      const [start = 0, end = 0] = [from[at], to[at + length - 1]]
      ranges.push({ from: origin[start] ?? 0, to: endOf(origin, end) })
    }
    return ranges
  })
  return joined(found.sort((a, b) => a.from - b.from))
}

/** Where the original character ends that the folded text before `end` came from: ㎡ is two letters when folded. */
function endOf(origin: readonly number[], end: number): number {
  let next = end
  while (next + 1 < origin.length && origin[next] === origin[end - 1]) next++
  return origin[next] ?? 0
}

function joined(sorted: readonly Range[]): readonly Range[] {
  const ranges: Range[] = []
  for (const range of sorted) {
    const last = ranges[ranges.length - 1]
    if (last && range.from <= last.to)
      ranges[ranges.length - 1] = { from: last.from, to: Math.max(last.to, range.to) }
    else ranges.push(range)
  }
  return ranges
}

function windowAround(text: string, hit: Range): Range {
  const from = hit.from <= before + 4 ? 0 : whole(text, hit.from - before)
  return { from, to: whole(text, Math.max(from + width, hit.to)) }
}

/** The nearest place at or before `at` that does not cut a character in two. */
function whole(text: string, at: number): number {
  const low = text.charCodeAt(at)
  return at < text.length && low >= 0xdc00 && low <= 0xdfff ? at - 1 : Math.min(at, text.length)
}

/** The part from … to of a text in segments, with … where something was left out. */
function cut(text: string, ranges: readonly Range[], from: number, to: number): readonly ExcerptSegment[] {
  const segments: ExcerptSegment[] = []
  const add = (start: number, end: number, marked: boolean) => {
    const part = text.slice(Math.max(start, from), Math.min(end, to))
    if (part) segments.push({ text: part, marked })
  }
  let at = from
  for (const range of ranges) {
    add(at, range.from, false)
    add(range.from, range.to, true)
    at = Math.max(at, range.to)
  }
  add(at, to, false)
  const dots = { text: '…', marked: false }
  return [...(from > 0 ? [dots] : []), ...segments, ...(to < text.length ? [dots] : [])]
}
