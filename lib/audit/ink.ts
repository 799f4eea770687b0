// Ink: the characters of a text that leave a mark on paper, each with its place; white space leaves none.
import { isUnified, unify } from '../format/ideographs'

export type Ink = {
  readonly character: string
  /** Line and column, both from 1; in print the line is the number of the block, 1 for a field. */
  readonly line: number
  readonly column: number
}

/** White space, and what has no width: sources drop and gain it at will. */
const blank = /^[\s\u00ad\u200b-\u200d\u2060\ufeff]$/u
/** Between the ideographic space and the byte order mark none of these stand: most characters of a page do. */
const isBlank = (character: string) =>
  (character < '\u3001' || character >= '\ufeff') && blank.test(character)

/** The ink of one line of text. */
export function inkOf(text: string, line: number): Ink[] {
  const ink: Ink[] = []
  let column = 1
  for (const character of text) {
    if (!isBlank(character)) ink.push({ character, line, column })
    column += character.length
  }
  return ink
}

/** The characters of ink as one text. */
export const inkText = (ink: readonly Ink[]) => ink.map(({ character }) => character).join('')

/** Marks that sources have in half width, and the importer widens again. */
const widened: ReadonlyMap<string, string> = new Map(
  [',，', ':：', ';；', '?？', '!！', '(（', ')）'].map(([source = '', print = '']) => [source, print]),
)

const narrowed = new Map([...widened].map(([source, print]) => [print, source]))

/** The text of ink with its marks in half width, to look for one text in another. */
export function narrowText(ink: readonly Ink[]): string {
  return ink.map(({ character }) => narrowed.get(character) ?? unify(character) ?? character).join('')
}

/** Whether the print is the source's character: as it was, widened, or the ideograph that a radical stands for. */
export function isSame(source: string, print: string): boolean {
  return source === print || widened.get(source) === print || isUnified(source, print)
}

/** Where a text begins in the ink of others, white space apart. */
export function placesIn(ink: readonly Ink[], text: string): readonly number[] {
  const wanted = inkOf(text, 1)
  const places: number[] = []
  for (let at = 0; wanted.length > 0 && at + wanted.length <= ink.length; at += 1)
    if (wanted.every(({ character }, offset) => isSame(ink[at + offset]?.character ?? '', character)))
      places.push(at)
  return places
}
