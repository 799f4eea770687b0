// What a reader types, as words: all of them must be found, each as it stands.
import { fold, symbolsOf } from './fold'

export type Word = {
  /** As typed, for saying it back. */
  readonly text: string
  /** Its letters, folded; never empty. */
  readonly letters: readonly string[]
}

/** Words between white space; “…” or "…" around words, with white space or nothing outside, keeps them together. Nothing is cut. */
export function parseQuery(query: string): readonly Word[] {
  const found = query.matchAll(/(?:“([^“”]+)”|"([^"]+)"|＂([^＂]+)＂)(?=\s|$)|\S+/gu)
  const words = [...found].map(match => wordOf((match[1] ?? match[2] ?? match[3] ?? match[0]).trim()))
  const once = new Map(words.map(word => [word.letters.join(''), word]))
  once.delete('')
  return [...once.values()]
}

const wordOf = (text: string): Word => ({ text, letters: symbolsOf(fold(text)) })

/** Where the word stands in a row of letters, from a place on; -1 = nowhere. */
export function placeOf(word: readonly string[], row: readonly string[], from = 0): number {
  const [first] = word
  for (let at = from; at + word.length <= row.length; at++) {
    if (row[at] === first && word.every((letter, i) => row[at + i] === letter)) return at
  }
  return -1
}

/** Whether a text, not folded yet, has the word. */
export function hasWord(text: string, word: Word): boolean {
  return placeOf(word.letters, symbolsOf(fold(text))) >= 0
}
