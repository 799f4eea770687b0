// What stage 3 makes of a page: its articles and photo items as printed.
import type { Guess } from '../edition/guess'
import type { Block } from './blocks'

/** A piece of running text: one block, which may be only a part of its paragraph. */
export type RunningBlock = { readonly block: Block; readonly subheading: boolean }

export type Item = {
  readonly kind: 'article' | 'photo'
  readonly headings: readonly Block[]
  readonly bylines: readonly Block[]
  readonly tipLabel: Block | undefined
  readonly tip: readonly Block[]
  /** As printed; bylines found amid the text are in `inlineCredits` with the number of pieces before them. */
  readonly pieces: readonly RunningBlock[]
  readonly inlineCredits: readonly { readonly block: Block; readonly after: number }[]
  readonly guesses: readonly Guess[]
  /** Where it begins on the page, to keep the order of the page. */
  readonly start: number
}
