// The list of what was left out, as issue.md shows it to an editor.
import { leftOutHeading, showLines } from '../../format/doubt'
import type { LeftOut } from '../../format/left-out'
import type { BodyBlock } from '../../model/article'

/** Characters of a line that the list shows. */
const shown = 60

/** A heading and one paragraph an entry: its lines, the rule and the words; nothing when all of the page was read. */
export function leftOutBlocks(leftOut: readonly LeftOut[], source: string): readonly BodyBlock[] {
  if (leftOut.length === 0) return []
  const lines = source.split('\n')
  return [
    { kind: 'subheading', text: leftOutHeading },
    ...leftOut.map(({ lines: range, reason, text }): BodyBlock => {
      const words =
        text ||
        lines
          .slice(range.from - 1, range.to)
          .map(clean)
          .filter(Boolean)
          .join(' / ')
      return { kind: 'paragraph', text: `${showLines([range])}：${reason}：${words}` }
    }),
  ]
}

/** A line of the source without what Markdown files may not hold. */
function clean(line: string): string {
  const plain = line
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return plain.length > shown ? `${plain.slice(0, shown)}…` : plain
}
