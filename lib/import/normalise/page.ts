// What a reader hands to the pipeline, whatever it read: blocks with evidence, and what of the page is no article's.
import type { Fault } from '../../format/characters'
import type { LeftOut } from '../../format/left-out'
import type { Guess } from '../edition/guess'
import type { Block } from '../pipeline/blocks'

/** How the lines of a page make paragraphs. */
export type LineForm =
  /** Blank lines between paragraphs, one line each. */
  | 'blocks'
  /** One paragraph a line, without blank lines. */
  | 'paragraphs'
  /** Printed lines of one width, several a paragraph. */
  | 'printed'

/** A page of a newspaper, as its running head names it. */
export type PrintedPage = {
  /** The first line of the source that belongs to it. */
  readonly from: number
  /** 版次 and 版名: 3, 要闻; empty when they are not printed. */
  readonly page: string
  readonly section: string
}

/** What the page itself prints about its issue; empty when it does not. */
export type PageFacts = {
  /** YYYY-MM-DD. */
  readonly date: string
  readonly publication: string
  /** The pages of a source of one or several, in order; left out where a source has none. */
  readonly pages?: readonly PrintedPage[]
}

export type Page = {
  readonly form: LineForm
  readonly blocks: readonly Block[]
  readonly leftOut: readonly LeftOut[]
  readonly facts: PageFacts
  /** Every line of the source with ink, those left out too. */
  readonly inked: ReadonlySet<number>
  /** Guesses about the page as a whole. */
  readonly guesses: readonly Guess[]
  /** Why it cannot be read with certainty; then nothing is written. */
  readonly faults: readonly Fault[]
}
