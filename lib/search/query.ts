// What a reader types, as words: all of them must be found, marks or no marks, or each as it stands if it is in quotes.
import { fold, foldWithOrigin, lettersOf, type Row, symbolsOf } from './fold'
import type { Variants } from './variants'

export type Word = {
  /** As typed, for saying it back. */
  readonly text: string
  /** In quotes: marks and spaces count. */
  readonly exact: boolean
  /** Its letters, folded, without marks; never empty. And whether a clause ends before each. */
  readonly letters: readonly string[]
  readonly breaks: readonly boolean[]
  /** What must stand in a row: its letters, or all its symbols if it is exact. */
  readonly row: readonly string[]
}

/**
 * Words between white space; “…” or "…" around words, with white space or nothing outside, keeps them together, marks included.
 * Nothing is cut; a word without a letter is none.
 */
export function parseQuery(query: string, variants?: Variants): readonly Word[] {
  const found = query.matchAll(/(?:“([^“”]+)”|"([^"]+)"|＂([^＂]+)＂)(?=\s|$)|\S+/gu)
  const words = [...found].map(match => {
    const quoted = match[1] ?? match[2] ?? match[3]
    return wordOf((quoted ?? match[0]).trim(), quoted !== undefined, variants)
  })
  const once = new Map(words.map(word => [`${word.exact} ${word.row.join('')}`, word]))
  return [...once.values()].filter(({ letters }) => letters.length > 0)
}

/** A word of a query, folded as texts are; `exact`: its marks count too. */
export function wordOf(text: string, exact: boolean, variants?: Variants): Word {
  const folded = fold(text, variants)
  const { letters, breaks } = lettersOf(folded)
  return { text, exact, letters, breaks, row: exact ? symbolsOf(folded).letters : letters }
}

/** A text in which words are looked for. */
export type Rows = {
  /** Whether a word may be there, quickly: all its letters are, in any order. Numbers are left to the row: they may have commas. */
  readonly mayHave: (word: Word) => boolean
  /** What a word is looked for in. Made once, when a word asks for it: most texts have none of it. */
  readonly rowFor: (word: Word) => Row
}

/** A text, not folded yet. */
export function rowsOf(text: string, variants?: Variants): Rows {
  return rowsOfFolded(fold(text, variants))
}

/** The same, and where each place of its folded text came from. The text must have no white space but single spaces. */
export function rowsWithOrigin(text: string, variants?: Variants) {
  const { text: folded, origin } = foldWithOrigin(text, variants)
  return { rows: rowsOfFolded(folded), origin }
}

function rowsOfFolded(folded: string): Rows {
  const plain = lazy(() => lettersOf(folded))
  const exact = lazy(() => symbolsOf(folded))
  const mayHave = ({ row }: Word) => row.every(letter => letter.length > 2 || folded.includes(letter))
  return { mayHave, rowFor: word => (word.exact ? exact() : plain()) }
}

/** A function that makes its value when it is first asked for. */
function lazy<Value extends object>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}

/**
 * Where a word stands in the row it is looked for in, from a place on; -1 = nowhere. A clause may end within a word where two of its
 * letters at least are on either side, or where it was typed so: 不忘初心牢记使命 is in 不忘初心、牢记使命, 工会 is not in 职工，会议.
 */
export function findWord(word: Word, rows: Rows, from = 0): number {
  const { letters, breaks } = rows.rowFor(word)
  const { row } = word
  const last = letters.length - row.length
  const isHere = (at: number) =>
    row.every((letter, i) => letters[at + i] === letter && (i === 0 || !breaks[at + i] || mayBreak(word, i)))
  for (let at = from; at <= last; at++) if (letters[at] === row[0] && isHere(at)) return at
  return -1
}

const mayBreak = ({ letters, breaks }: Word, at: number) =>
  (at >= 2 && at <= letters.length - 2) || breaks[at] === true

/** Whether a word stands in a text. */
export const hasWord = (rows: Rows, word: Word): boolean => rows.mayHave(word) && findWord(word, rows) >= 0
