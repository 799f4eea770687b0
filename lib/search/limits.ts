// The measures of the search index, known to the press and to the reader’s device.

export type Limits = {
  /** Entries that a gram may have before it gets a list of its own; about as many texts a search reads to be certain. */
  readonly rare: number
  /** The longest grams told apart: what is longer and still common is boilerplate. */
  readonly deepest: number
  /** Bytes of a subtree that is kept in one piece; the larger branches of a larger one are looked up by their own grams. */
  readonly largest: number
}

/** Slots for the rare grams of a file of the index, of which there are about a hundred. */
export const slotsOfFile = 1 << 18

/** Slots for the rare letters behind a gram that stands in so many entries. */
export const slotsBehind = (entries: number) => entries * 32

export const limits: Limits = { rare: 24, deepest: 32, largest: 1500 }
