// Guess: what a stage took for granted, before the item that it concerns has a number.
import type { DoubtKind } from '../../format/doubt'

export type Guess = {
  readonly kind: DoubtKind
  readonly risk: number
  readonly lines: readonly number[]
  /** Chinese. */
  readonly message: string
}

/** A few characters of a text for a message. */
export const quote = (text: string, size = 12) => `“${text.length > size ? `${text.slice(0, size)}…` : text}”`
export const quoteEnd = (text: string, size = 8) => `“${text.length > size ? `…${text.slice(-size)}` : text}”`
