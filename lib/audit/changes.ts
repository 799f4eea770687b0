// Changes: what the print does to the source and may do, as data: widened marks, joined and moved lines.
import type { Tile } from './tile'

export type Change =
  /** A mark that the dump had folded is full-width again. */
  | { readonly kind: 'widened'; readonly line: number; readonly column: number; readonly to: string }
  /** A piece goes on from one line to another that is not the next; `wrapped`: to the next. */
  | { readonly kind: 'join' | 'wrapped'; readonly line: number; readonly to: number }
  /** The text goes on at a line that stands above the one printed before it. */
  | { readonly kind: 'moved'; readonly line: number; readonly to: number }

/** Everything the tiles of an item change, in the order of the print. */
export function changesOf(tiles: readonly Tile[]): Change[] {
  const body = tiles.filter(({ piece }) => piece.field === 'body')
  return [...tiles.flatMap(widenedIn), ...tiles.flatMap(joinsIn), ...movesIn(body)]
}

function widenedIn({ piece, source }: Tile): Change[] {
  return piece.ink.flatMap(({ character }, index): Change[] => {
    const from = source[index]
    if (!from || from.character === character) return []
    return [{ kind: 'widened', line: from.line, column: from.column, to: character }]
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
