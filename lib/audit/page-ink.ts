// The ink of a page, line by line; remembered, since an editor's next decision is about the same page.
import type { LeftOut } from '../format/left-out'
import { remember } from '../model/remember'
import { type Ink, inkOf } from './ink'
import { withoutLeftOut } from './leave-out'

export type PageInk = ReturnType<typeof withoutLeftOut> & {
  /** Of all lines, with the words that were left out of them. */
  readonly all: readonly (readonly Ink[])[]
}

/** Pages that are remembered: those of an issue before and after its last few decisions. */
const manyPages = 8

/** The ink of the lines of a text, and what is left of it without the words that were left out. Nobody may change it. */
export const pageInk = remember(
  manyPages,
  (text: string, leftOut: readonly LeftOut[]) => `${JSON.stringify(leftOut)}\0${text}`,
  (text: string, leftOut: readonly LeftOut[]): PageInk => {
    const all = text.split('\n').map((line, index) => inkOf(line, index + 1))
    return { all, ...withoutLeftOut(all, leftOut) }
  },
)
