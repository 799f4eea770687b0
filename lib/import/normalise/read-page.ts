// The first stage: the text of a page to blocks, in normal form; see page.ts for what a reader hands on.
import { blockOf } from '../pipeline/blocks'
import { isHardWrapped, unwrapLines } from '../pipeline/unwrap'
import { readLines } from './lines'
import type { Page } from './page'

/** Reads a decoded text dump (any line ends). */
export function readPage(text: string): Page {
  const lines = readLines(text)
  const printed = isHardWrapped(lines)
  return {
    form: printed ? 'printed' : 'blocks',
    blocks: printed ? unwrapLines(lines) : lines.map(blockOf),
    leftOut: [],
    facts: { date: '', publication: '' },
    inked: new Set(lines.map(({ number }) => number)),
    guesses: [],
  }
}
