// Stage 1, dump → blocks: the printed lines, or what hard-wrapped lines make together, with where they stand.
import { fold } from '../language/sentence'

export type Block = {
  /** As in the source, without white space at the ends. */
  readonly text: string
  /** The same, width-folded: what the rules look at. */
  readonly folded: string
  /** Lines of the source, 1-based, in order. */
  readonly lines: readonly number[]
  /** Empty lines before it. */
  readonly gap: number
}

export type Line = { readonly text: string; readonly number: number; readonly gap: number }

/** The lines of a page that are not empty. */
export function readLines(page: string): readonly Line[] {
  const lines: Line[] = []
  let gap = 0
  page.split(/\r\n|[\n\r]/).forEach((raw, index) => {
    const text = raw.trim()
    if (text) lines.push({ text, number: index + 1, gap })
    gap = text ? 0 : gap + 1
  })
  return lines
}

/** One block a line. */
export function blockOf(line: Line): Block {
  return { text: line.text, folded: fold(line.text), lines: [line.number], gap: line.gap }
}

/** One block of several, in that order. A space that fell at a line end comes back between Latin words. */
export function joinBlocks(blocks: readonly Block[]): Block {
  const text = blocks.reduce((left, { text: right }) => joinText(left, right), '')
  return { text, folded: fold(text), lines: blocks.flatMap(block => block.lines), gap: blocks[0]?.gap ?? 0 }
}

/** `SmartDock 3` + `Pro` → `SmartDock 3 Pro`; Chinese joins without a space. */
export function joinText(left: string, right: string): string {
  const token = /[\w.%-]*[A-Za-z][\w.%-]*$|[A-Za-z][\w.-]* \d+$/.test(left)
  const next = /^[A-Za-z]|^\([A-Za-z]/.test(right) || (/[A-Za-z]$/.test(left) && /^\d+ [A-Za-z]/.test(right))
  return token && next ? `${left} ${right}` : left + right
}
