// Lines with headings of several ranks → articles: one at each heading of the highest rank. For Word files and Markdown.
import { type Guess, quote } from '../edition/guess'
import { foldWidth } from '../language/sentence'
import { normaliseCharacters } from '../normalise/characters'
import type { Block } from '../pipeline/blocks'
import type { Story } from '../pipeline/stitch'
import { isByline } from './is-byline'

/** A paragraph or a heading of a document. */
export type RankedLine = {
  readonly text: string
  /** 1 for the highest rank of headings, 0 for text. */
  readonly level: number
  /** The document says that it is the subtitle of the title above it. */
  readonly deck?: boolean
  readonly subheading: boolean
  /** A row of a table or of a list: never joined to its neighbours. */
  readonly row: boolean
  /** Lines of the source. */
  readonly lines: readonly number[]
}

/** One block of several lines. */
export function rankedBlock(lines: readonly RankedLine[], hint?: Block['hint']): Block {
  const text = normaliseCharacters(lines.map(line => line.text).join(' '))
  return {
    text,
    folded: foldWidth(text),
    lines: lines.flatMap(({ lines }) => lines),
    gap: 1,
    ...(hint && { hint }),
  }
}

/** An article at each heading of the rank `top`. What stands before the first, and headings right above a later one, are kickers. */
export function storiesByHeadings(lines: readonly RankedLine[], top: number): readonly Story[] {
  const starts = lines.flatMap((line, at) => (line.level === top && lines[at - 1]?.level !== top ? [at] : []))
  const cuts = starts.map((start, at) => (at === 0 ? 0 : kickerAbove(lines, start)))
  return cuts.map((from, at) => storyOf(lines.slice(from, cuts[at + 1]), top))
}

/** Where a story begins: at its title, or at the lower heading right above it that heads no text. */
function kickerAbove(lines: readonly RankedLine[], start: number): number {
  const above = lines[start - 1]
  return above && above.level > 0 ? start - 1 : start
}

function storyOf(lines: readonly RankedLine[], top: number): Story {
  const at = lines.findIndex(({ level }) => level === top)
  const kicker = lines.slice(0, at)
  const rest = lines.slice(at)
  const first = rest.findIndex(({ level }) => level !== top)
  const [title, after] = first < 0 ? [rest, []] : [rest.slice(0, first), rest.slice(first)]
  const deck = isDeck(after) ? after.slice(0, 1) : []
  const text = after.slice(deck.length)
  const start = text.findIndex(({ text: words }) => !isByline(words))
  const bylines = start < 0 ? [] : text.slice(0, start)
  const end = text.findLastIndex(({ text: words }) => !isByline(words))
  const words = (list: readonly RankedLine[]) => (list.length > 0 ? rankedBlock(list).text : '')
  return {
    kind: 'article',
    headings: [kicker, title, deck].filter(list => list.length > 0).map(list => rankedBlock(list)),
    heads: { kicker: words(kicker), title: words(title), subtitle: words(deck), column: '', guesses: [] },
    bylines: bylines.map(line => rankedBlock([line])),
    tipLabel: undefined,
    tip: [],
    paragraphs: text.slice(Math.max(0, start), end + 1).map(line => ({
      block: rankedBlock([line], line.row ? 'line' : undefined),
      subheading: line.level > 0 || line.subheading,
    })),
    foot: text.slice(end + 1).map(line => rankedBlock([line])),
    guesses: [...kickerGuesses(kicker), ...deckGuesses(deck)],
    start: 0,
  }
}

/** Whether the first line below a title is its subtitle: named so, or the only heading of its rank, with text right below. */
function isDeck([line, next, ...rest]: readonly RankedLine[]): boolean {
  if (!line || line.level === 0 || isByline(line.text)) return false
  return line.deck === true || (next?.level === 0 && !rest.some(({ level }) => level === line.level))
}

/** Text above a title that is no heading may be anything: a note of the crawler, an author. */
function kickerGuesses(lines: readonly RankedLine[]): readonly Guess[] {
  const [line] = lines.filter(({ level }) => level === 0)
  if (!line) return []
  const message = `题上的${quote(line.text)}按引题读：它不是标题，也可能是别的文字`
  return [{ kind: 'headings', risk: 4, lines: lines.flatMap(one => one.lines), message }]
}

function deckGuesses([line]: readonly RankedLine[]): readonly Guess[] {
  if (!line || line.deck) return []
  const message = `题下的${quote(line.text)}按副题读：其后再没有这一级的标题；如果是小标题，请改`
  return [{ kind: 'headings', risk: 5, lines: line.lines, message }]
}
