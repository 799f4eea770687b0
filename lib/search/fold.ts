// What “the same text” means in search: Unicode NFKC, lower case, simplified characters; and a number is one letter.
import { sharedVariants, simplify, type Variants } from './variants'

/** A character with what composes with it: combining marks, Hangul vowels and finals, half-width kana sound marks. */
const chunk = /[\s\S][\p{M}\u1160-\u11ff\uff9e\uff9f]*/gu

/**
 * The text as it is compared: NFKC, lower case, simplified, white space of any kind and length as one space, none at the ends.
 * Σ is σ wherever it stands: lower case by context would make a word differ from the same letters within a word.
 */
export function fold(text: string, variants: Variants = sharedVariants): string {
  return lower(text, variants).replace(/\s+/gu, ' ').trim()
}

const lower = (text: string, variants: Variants) =>
  simplify(text.normalize('NFKC').replace(/[Σς]/gu, 'σ').toLowerCase(), variants)

type Folded = {
  readonly text: string
  /** For each place in the folded text, and for its end, the place in the original that it came from. */
  readonly origin: readonly number[]
}

/** Folds a text that has no white space but single spaces within, remembering where everything came from. */
export function foldWithOrigin(original: string, variants: Variants = sharedVariants): Folded {
  const origin: number[] = []
  let text = ''
  for (const match of original.matchAll(chunk)) {
    const folded = lower(match[0], variants).replace(/\s+/gu, ' ')
    for (let i = 0; i < folded.length; i++) origin.push(match.index)
    text += folded
  }
  return { text, origin: [...origin, original.length] }
}

/** A number as printed, 7.9, 85.79, 60,000, 2024; or a character. */
const symbol = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?|[\s\S]/gu

/** Letters in a row. */
export type Row = {
  readonly letters: readonly string[]
  /** Whether a clause ends between a letter and the one before it. */
  readonly breaks: readonly boolean[]
  /** Where each letter begins and ends in the folded text. */
  readonly from: readonly number[]
  readonly to: readonly number[]
}

/** Marks within a phrase: quotation and title marks, hyphens, middle dots, spaces. All other marks end a clause. */
const withinPhrase = /[\s"'“”‘’„‟‹›«»「」『』《》〈〉﹁﹂·‧・•\-‐‑_]/u
const mark = /[\p{P}\p{Sm}\p{Sk}\s]/u
/** What readers count as part of a number. */
const kept = /[%‰]/u

type Kind = 'letter' | 'within' | 'break'

const kinds = new Map<string, Kind>()

function kindOf(text: string): Kind {
  if (text.length > 2) return 'letter' // a number
  const known = kinds.get(text)
  if (known) return known
  const isMark = mark.test(text) && !kept.test(text)
  const kind = !isMark ? 'letter' : withinPhrase.test(text) ? 'within' : 'break'
  kinds.set(text, kind)
  return kind
}

/**
 * The letters of a folded text, without marks and spaces. A number as printed is one letter, so that a search for 7.9万 does not
 * find 17.9万; everything else is one Unicode character a letter. 60,000 is 60000.
 */
export function lettersOf(folded: string): Row {
  const row = { letters: [] as string[], breaks: [] as boolean[], from: [] as number[], to: [] as number[] }
  let at = 0
  let isBroken = false
  for (const text of folded.match(symbol) ?? []) {
    const kind = kindOf(text)
    if (kind === 'letter') {
      row.breaks.push(isBroken && row.letters.length > 0)
      row.letters.push(text.length > 4 && text.includes(',') ? text.split(',').join('') : text)
      row.from.push(at)
      row.to.push(at + text.length)
      isBroken = false
    } else if (kind === 'break') isBroken = true
    at += text.length
  }
  return row
}

/** All that stands in a folded text, marks and single spaces too. */
export function symbolsOf(folded: string): Row {
  const letters = folded.match(symbol) ?? []
  const from: number[] = []
  let at = 0
  for (const letter of letters) {
    from.push(at)
    at += letter.length
  }
  return { letters, breaks: letters.map(() => false), from, to: [...from.slice(1), at] }
}
