// Edges: where one text ends and the next begins. Within a line of the source only a label or a credit may do so.
import type { Ink } from './ink'
import type { Tile } from './tile'

/**
 * The ink at which a line of the source is broken between two texts without reason. A line may hold a label and its
 * text (编者按：…) or a caption and its credit (…。 本报记者 甲 摄), parted by a mark or a space; no paragraph is broken.
 */
export function brokenLines(tiles: readonly Tile[]): readonly Ink[] {
  return tiles.flatMap((tile, index) => {
    const above = tiles[index - 1]
    const [end, start] = [above?.source.at(-1), tile.source[0]]
    if (!above || !end || !start || end.line !== start.line) return []
    const twoBlocks = above.printed.field === 'body' && tile.printed.field === 'body'
    return twoBlocks || !isParted(end, start) ? [start] : []
  })
}

function isParted(end: Ink, start: Ink): boolean {
  return (
    start.column > end.column + end.character.length || /[\p{P}\p{S}]/u.test(end.character + start.character)
  )
}
