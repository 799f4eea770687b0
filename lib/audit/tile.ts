// Tiling: a source text proved to be exactly the texts of an item, each whole, each once, the body in its order.
import { type Ink, isSame } from './ink'
import type { PrintedText } from './printed-texts'

/** A text and the ink of the source that it was printed from. */
export type Tile = { readonly printed: PrintedText; readonly source: readonly Ink[] }

type State = { readonly at: number; readonly next: number; readonly shown: number; readonly used: number }

/**
 * Lays the texts over the source without a gap: the body's in their order, those of the pictures in theirs, the fields wherever they
 * stand between.
 * Returns the tiles in the order of the source, or undefined when there is no way. How far the source is covered
 * follows from which texts are laid, so every set of them is looked at once: linear in the text.
 */
export function tile(
  source: readonly Ink[],
  fields: readonly PrintedText[],
  body: readonly PrintedText[],
  pictures: readonly PrintedText[] = [],
): readonly Tile[] | undefined {
  const seen = new Set<number>()
  const laid: Tile[] = []
  const lay = (printed: PrintedText | undefined, state: State, then: (at: number) => State): boolean => {
    if (!printed || !fits(source, state.at, printed)) return false
    const end = state.at + printed.ink.length
    laid.push({ printed, source: source.slice(state.at, end) })
    if (search(then(end))) return true
    laid.pop()
    return false
  }
  const search = (state: State): boolean => {
    const { next, shown, used } = state
    if (state.at === source.length)
      return next === body.length && shown === pictures.length && used === 2 ** fields.length - 1
    const key = (next * (pictures.length + 1) + shown) * 2 ** fields.length + used
    if (seen.has(key)) return false
    seen.add(key)
    return (
      fields.some(
        (printed, bit) =>
          (used & (1 << bit)) === 0 && lay(printed, state, at => ({ ...state, at, used: used | (1 << bit) })),
      ) ||
      lay(pictures[shown], state, at => ({ ...state, at, shown: shown + 1 })) ||
      lay(body[next], state, at => ({ ...state, at, next: next + 1 }))
    )
  }
  return search({ at: 0, next: 0, shown: 0, used: 0 }) ? laid : undefined
}

function fits(source: readonly Ink[], at: number, { ink }: PrintedText): boolean {
  return (
    at + ink.length <= source.length &&
    ink.every(({ character }, offset) => isSame(source[at + offset]?.character ?? '', character))
  )
}
