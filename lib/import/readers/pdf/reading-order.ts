// The blocks of one article in reading order: what stands above the columns, then band by band, column by column.
import type { TextBlock } from './blocks'
import { overlapX, overlapY, type Piece, widthOf } from './pieces'
import type { BodyStyle } from './styles'

/** A line in reading order, with the edges of the column it stands in. */
export type SetLine = { readonly piece: Piece; readonly left: number; readonly right: number }

export type Ordered = {
  /** Above the columns: labels, tips, bylines. */
  readonly head: readonly (readonly SetLine[])[]
  /** Columns, or what spans several of them. */
  readonly columns: readonly (readonly SetLine[])[]
}

/** Orders the blocks of an article. */
export function orderBlocks(blocks: readonly TextBlock[], body: BodyStyle): Ordered {
  const top = topOfColumns(blocks, body)
  const isHead = (block: TextBlock) =>
    block.y1 <= top + 0.6 * body.leading && block.y0 < top - 0.4 * body.leading
  const head = blocks.filter(isHead).sort((a, b) => rank(a, body) - rank(b, body) || a.x0 - b.x0)
  const rest = blocks.filter(block => !isHead(block))
  return {
    head: head.map(block => setColumn([block])),
    columns: bandsOf(rest, body).flatMap(band => columnsOf(band, body).map(setColumn)),
  }
}

/** Lines on one level have one rank. */
const rank = (block: TextBlock, { leading }: BodyStyle) => Math.round((2 * block.y0) / leading)

/** Where the first row of columns begins: two or more that start on one line, else the first with three lines. */
function topOfColumns(blocks: readonly TextBlock[], body: BodyStyle): number {
  const long = blocks.filter(
    block => block.lines.length > 1 && block.lines.some(line => line.font === body.font),
  )
  const level = long.filter(block =>
    long.some(
      other =>
        other !== block && overlapX(other, block) <= 0 && Math.abs(other.y0 - block.y0) < 0.5 * body.leading,
    ),
  )
  const three = long.filter(block => block.lines.length > 2)
  const first = level.length > 0 ? level : three.length > 0 ? three : long.length > 0 ? long : blocks
  return Math.min(...first.map(block => block.y0))
}

/** Cuts at the blocks that span several columns and that nothing stands beside. */
function bandsOf(blocks: readonly TextBlock[], body: BodyStyle): readonly (readonly TextBlock[])[] {
  const sorted = [...blocks].sort((a, b) => a.y0 - b.y0)
  const spans = (wide: TextBlock) => {
    const under = sorted.filter(one => one !== wide && overlapX(one, wide) > 2 * body.size)
    return under.some(one => under.some(other => overlapX(one, other) < -0.3 * body.size))
  }
  const alone = (wide: TextBlock) => sorted.every(one => one === wide || overlapY(one, wide) <= 2)
  const bands: TextBlock[][] = [[]]
  for (const block of sorted) {
    if (spans(block) && alone(block)) bands.push([block], [])
    else bands.at(-1)?.push(block)
  }
  return bands.filter(band => band.length > 0)
}

function columnsOf(band: readonly TextBlock[], body: BodyStyle): readonly (readonly TextBlock[])[] {
  const columns: TextBlock[][] = []
  const byWidth = [...band].sort((a, b) => widthOf(b) - widthOf(a))
  for (const block of byWidth) {
    const column = columns.find(one =>
      one.some(other => overlapX(other, block) > 0.5 * Math.min(widthOf(other), widthOf(block))),
    )
    if (column) column.push(block)
    else columns.push([block])
  }
  for (const column of columns) column.sort((a, b) => rank(a, body) - rank(b, body) || a.x0 - b.x0)
  return columns.sort((a, b) => leftOf(a) - leftOf(b))
}

const leftOf = (column: readonly TextBlock[]) => Math.min(...column.map(block => block.x0))

/** Lines with the edges of their block; a block of one line takes those of its column. */
function setColumn(blocks: readonly TextBlock[]): readonly SetLine[] {
  const left = leftOf(blocks)
  const right = Math.max(...blocks.map(block => block.x1))
  return blocks.flatMap(block => {
    const own = block.lines.length > 2
    return block.lines.map(piece => ({
      piece,
      left: own ? block.x0 : left,
      right: own ? block.x1 : right,
    }))
  })
}
