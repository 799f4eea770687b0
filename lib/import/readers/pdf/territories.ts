// Which text belongs to which headline or picture: rows of columns are divided among the headlines above and beside them.

import { readByline } from '../../language/bylines'
import { readTail } from '../../language/datelines'
import { isByline } from '../is-byline'
import type { Display, TextBlock } from './blocks'
import { divideRow } from './divide-row'
import { joinLines } from './join-lines'
import type { Box } from './page'
import { boundsOf, centreX, overlapX, overlapY, type Piece, widthOf } from './pieces'
import {
  beginsParagraph,
  breaksOff,
  type ColumnRow,
  columnsUnder,
  headlinesBetween,
  type Owner,
  type PictureBox,
  type Scene,
  widestGutter,
} from './scene'
import type { BodyStyle } from './styles'

/** The owner of every block; blocks without one are not in the result. */
export function ownBlocks(scene: Scene): ReadonlyMap<TextBlock, Owner> {
  const owners = new Map<TextBlock, Owner>()
  for (const row of makeRows(scene)) {
    const [first] = row
    const caption = first && scene.captions.get(first)
    if (first && caption) owners.set(first, caption)
    else for (const [block, owner] of divideRow(row, scene, owners)) owners.set(block, owner)
  }
  takeOrphans(scene, owners)
  return owners
}

/** Tops that may be compared: the first line, and the first in the font of running text. */
function topsOf(block: TextBlock, { font }: BodyStyle): readonly number[] {
  const body = block.lines.find(line => line.font === font)
  return [...new Set([block.lines[0]?.baseline ?? 0, body?.baseline ?? 0])]
}

/** Rows from top to bottom. A caption, or what stands alone, is a row of one. */
function makeRows(scene: Scene): readonly ColumnRow[] {
  const { body, blocks, captions } = scene
  const rows: TextBlock[][] = []
  for (const block of [...blocks].sort((a, b) => a.x0 - b.x0)) {
    const row =
      captions.has(block) || isLabel(block, body)
        ? undefined
        : rows.find(one =>
            one.some(left => !captions.has(left) && !isLabel(left, body) && areBeside(left, block, scene)),
          )
    if (row && !row.some(one => overlapX(one, block) > body.size)) row.push(block)
    else rows.push([block])
  }
  const top = (row: readonly TextBlock[]) => Math.min(...row.map(block => block.y0))
  return rows.sort((a, b) => top(a) - top(b))
}

/** A line by itself in another font than running text, or a byline. */
const isLabel = ({ lines: [first, second] }: TextBlock, body: BodyStyle) =>
  first !== undefined && !second && (first.font !== body.font || isByline(first.text))

function areBeside(left: TextBlock, right: TextBlock, scene: Scene): boolean {
  const { body, displays } = scene
  const gap = right.x0 - left.x1
  // A line or two at the top of a column may be much shorter than it.
  const short = left.lines.length < 3 ? Math.max(0, widthOf(right) - widthOf(left)) : 0
  if (gap < -1.5 * body.size || (gap - short > widestGutter * body.size && !isBridged(left, right, scene)))
    return false
  const aligned = topsOf(left, body).some(a =>
    topsOf(right, body).some(b => Math.abs(a - b) < 0.3 * body.leading),
  )
  const between = displays.some(
    one =>
      one.upright &&
      overlapY(one, right) > 0 &&
      one.x0 >= left.x0 &&
      one.x1 <= right.x1 &&
      one.x0 >= left.x1 - body.size,
  )
  return aligned && !between
}

/** Whether a frame, a picture or a headline over columns fills the gap between two columns: the text runs around it. */
function isBridged(left: TextBlock, right: TextBlock, scene: Scene): boolean {
  const { body, frames, pictures } = scene
  const reach = widestGutter * body.size
  const headed = headlinesBetween(left, right, scene).map(one => boundsOf(columnsUnder(one, scene)))
  return [...frames, ...pictures, ...headed.map(box => ({ ...box, y0: left.y0 }))].some(
    one =>
      one.x0 - left.x1 > -body.size &&
      one.x0 - left.x1 < reach &&
      right.x0 - one.x1 > -body.size &&
      right.x0 - one.x1 < reach &&
      Math.abs(one.y0 - left.y0) < 3 * body.leading,
  )
}

/** Blocks without an owner join the neighbour whose text they continue, or that continues theirs. */
function takeOrphans(scene: Scene, owners: Map<TextBlock, Owner>): void {
  const { blocks, body, captions } = scene
  for (let round = 0; round < 4; round++) {
    for (const block of blocks) {
      if (owners.has(block)) continue
      const near = blocks
        .filter(one => owners.has(one) && !captions.has(one) && !isPicture(owners.get(one)))
        .filter(one => overlapY(one, block) > body.leading && gutter(one, block) <= widestGutter * body.size)
        .sort((a, b) => linkScore(b, block, scene) - linkScore(a, block, scene))[0]
      const owner = near && linkScore(near, block, scene) > 0 ? owners.get(near) : undefined
      if (owner) owners.set(block, owner)
    }
  }
}

const isPicture = (owner: Owner | undefined) => owner !== undefined && 'picture' in owner
const gutter = (a: Box, b: Box) => Math.max(a.x0, b.x0) - Math.min(a.x1, b.x1)

function linkScore(owned: TextBlock, orphan: TextBlock, scene: Scene): number {
  const [left, right] = owned.x0 < orphan.x0 ? [owned, orphan] : [orphan, owned]
  const flows = breaksOff(left, scene) && !beginsParagraph(right, scene)
  const torn = breaksOff(left, scene) !== !beginsParagraph(right, scene)
  const level = Math.abs(left.y0 - right.y0) < scene.body.leading ? 0.5 : 0
  return (flows ? 2 : torn ? -1 : 0.2) + level
}

/** Headlines right under a picture, and blocks that are captions of one. */
export function captionsOf(
  displays: readonly Display[],
  blocks: readonly TextBlock[],
  pictures: readonly PictureBox[],
  body: BodyStyle,
): Pick<Scene, 'pictured' | 'captions'> {
  const pictured = new Map<Display, PictureBox>()
  const captions = new Map<TextBlock, PictureBox>()
  const under = (box: Box, picture: PictureBox, most: number) =>
    box.y0 >= picture.y1 - body.size &&
    box.y0 - picture.y1 <= most &&
    centreX(box) > picture.x0 &&
    centreX(box) < picture.x1 &&
    overlapX(box, picture) >= 0.9 * widthOf(box)
  for (const picture of pictures) {
    const display = displays.find(one => !one.upright && under(one, picture, 2 * one.size))
    if (display) pictured.set(display, picture)
    const block = blocks.find(
      one =>
        under(one, picture, 2.2 * body.leading) &&
        !(display && display.y0 < one.y0) &&
        !isWriter(one) &&
        (isCredited(one) || creditUnder(one, picture, blocks, body) || !sameStyle(one.lines, body)),
    )
    if (!block) continue
    captions.set(block, picture)
    const credit = creditUnder(block, picture, blocks, body)
    if (credit) captions.set(credit, picture)
  }
  return { pictured, captions }
}

/** Whether a photo credit stands at the end of a block. */
function isCredited({ lines }: TextBlock): boolean {
  const last = lines.at(-1)?.text ?? ''
  return readTail(joinLines(lines))?.byline.photo === true || readByline(last)?.photo === true
}

/** The photo credit on a line of its own right under a block, within the width of its picture. */
function creditUnder(
  block: TextBlock,
  picture: PictureBox,
  blocks: readonly TextBlock[],
  body: BodyStyle,
): TextBlock | undefined {
  return blocks.find(
    one =>
      one !== block &&
      overlapX(one, picture) >= 0.9 * widthOf(one) &&
      one.y0 >= block.y1 - 2 &&
      one.y0 - block.y1 < 2 * body.leading &&
      readByline(joinLines(one.lines))?.photo === true,
  )
}

/** A byline alone, not of who took the picture: the text of an article ends under its picture. */
function isWriter({ lines }: TextBlock): boolean {
  const text = lines.map(line => line.text).join('')
  return isByline(text) && !readByline(text)?.photo
}

function sameStyle(lines: readonly Piece[], body: BodyStyle): boolean {
  return lines.some(line => line.font === body.font && Math.abs(line.size - body.size) <= 0.06 * body.size)
}
