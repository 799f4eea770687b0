// What “the same text” means in search: NFKC and lower case on both sides, and a number is one letter.

/** A character with what composes with it: combining marks, Hangul vowels and finals, half-width kana sound marks. */
const chunk = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f]*/gu

/**
 * The text as it is compared: Unicode NFKC, lower case, white space of any kind and length as one space, none at the ends.
 * Σ is σ wherever it stands: lower case by context would make a word differ from the same letters within a word.
 */
export function fold(text: string): string {
  return lower(text).replace(/\s+/gu, ' ').trim()
}

const lower = (text: string) => text.normalize('NFKC').replace(/[Σς]/gu, 'σ').toLowerCase()

export type Folded = {
  readonly text: string
  /** For each place in the folded text, and for its end, the place in the original that it came from. */
  readonly origin: readonly number[]
}

/** Folds a text that has no white space but single spaces within, remembering where everything came from. */
export function foldWithOrigin(original: string): Folded {
  const origin: number[] = []
  let text = ''
  for (const match of original.matchAll(chunk)) {
    const folded = lower(match[0]).replace(/\s+/gu, ' ')
    for (let i = 0; i < folded.length; i++) origin.push(match.index)
    text += folded
  }
  return { text, origin: [...origin, original.length] }
}

const symbol = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[\s\S]/gu

/**
 * The letters of a folded text. A number as printed (7.9, 85.79, 60,000, 2024) is one letter, so that a search for 7.9万
 * does not find 17.9万; everything else is one Unicode character a letter.
 */
export function symbolsOf(folded: string): string[] {
  return folded.match(symbol) ?? []
}
