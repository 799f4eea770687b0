// Changes: what the print does to the source and may do, as data: characters, spaces, joined and moved lines.
import { isUnified } from '../format/ideographs'
import type { Tile } from './tile'

export type Change =
  /** A mark in half width is full-width again; a radical is the character it stands for. */
  | {
      readonly kind: 'widened' | 'unified'
      readonly line: number
      readonly column: number
      readonly to: string
    }
  /** White space within a line of the source that the print closes. */
  | { readonly kind: 'closed'; readonly line: number; readonly column: number }
  /** A text goes on from one line to another that is not the next; `wrapped`: to the next. */
  | { readonly kind: 'join' | 'wrapped'; readonly line: number; readonly to: number }
  /** The text goes on at a line that stands above the one printed before it. */
  | { readonly kind: 'moved'; readonly line: number; readonly to: number }

/** Everything the tiles of an item change, in the order of the print. */
export function changesOf(tiles: readonly Tile[]): Change[] {
  const body = tiles.filter(({ printed }) => printed.field === 'body')
  return [
    ...tiles.flatMap(lettersIn),
    ...tiles.flatMap(closedIn),
    ...tiles.flatMap(joinsIn),
    ...movesIn(body),
  ]
}

function lettersIn({ printed, source }: Tile): Change[] {
  return printed.ink.flatMap(({ character }, index): Change[] => {
    const from = source[index]
    if (!from || from.character === character) return []
    const kind = isUnified(from.character, character) ? 'unified' : 'widened'
    return [{ kind, line: from.line, column: from.column, to: character }]
  })
}

/** Two characters that stand apart in one line of the source and side by side in print. */
function closedIn({ printed, source }: Tile): Change[] {
  return source.flatMap((ink, index): Change[] => {
    const [before, left, right] = [source[index - 1], printed.ink[index - 1], printed.ink[index]]
    if (!before || !left || !right || before.line !== ink.line) return []
    const apart = ink.column > before.column + before.character.length
    const close = right.column === left.column + left.character.length
    return apart && close ? [{ kind: 'closed', line: ink.line, column: ink.column }] : []
  })
}

function joinsIn({ source }: Tile): Change[] {
  return source.flatMap((ink, index): Change[] => {
    const previous = source[index - 1]
    if (!previous || previous.line === ink.line) return []
    return [{ kind: ink.line === previous.line + 1 ? 'wrapped' : 'join', line: previous.line, to: ink.line }]
  })
}

function movesIn(body: readonly Tile[]): Change[] {
  const lines = body.flatMap(({ source }) => source.map(({ line }) => line))
  return lines.flatMap((line, index): Change[] => {
    const above = lines[index - 1] ?? 0
    return line < above ? [{ kind: 'moved', line, to: above }] : []
  })
}
