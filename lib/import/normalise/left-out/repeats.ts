// Text that a page holds twice, as sites with a picture view do: the second time is left out.
import type { LeftOut } from '../../../format/left-out'
import { type Guess, quote } from '../../edition/guess'
import type { Block } from '../../pipeline/blocks'

/** A passage as long as this is never the same by chance. In characters. */
const longestChance = 30

export type Unrepeated = {
  readonly blocks: readonly Block[]
  readonly leftOut: readonly LeftOut[]
  readonly guesses: readonly Guess[]
}

/** Leaves out runs of blocks that stand above already, with the lines around them that are the same in both places. */
export function leaveOutRepeats(blocks: readonly Block[]): Unrepeated {
  const bare = blocks.map(({ folded }) => folded.replace(/\s/gu, ''))
  const repeated = new Set<number>()
  bare.forEach((text, at) => {
    const first = bare.indexOf(text)
    if (text.length < longestChance || first === at || repeated.has(at)) return
    for (const step of [1, -1]) {
      for (let off = 0; bare[at + off] !== undefined && bare[at + off] === bare[first + off]; off += step) {
        if (at + off <= first || first + off >= at || first + off < 0) break
        repeated.add(at + off)
      }
    }
  })
  const out = blocks.filter((_, at) => repeated.has(at))
  if (out.length === 0) return { blocks, leftOut: [], guesses: [] }
  const lines = out.flatMap(block => block.lines)
  const message = `${out.length} 段与前面的文字相同，只收一次：${quote(out[0]?.text ?? '')}`
  return {
    blocks: blocks.filter((_, at) => !repeated.has(at)),
    leftOut: lines.map(line => ({ lines: { from: line, to: line }, reason: '重复', text: '' })),
    guesses: [{ kind: 'left-out', risk: 7, lines, message }],
  }
}
