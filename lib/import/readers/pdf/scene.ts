// A page, or a frame on it, as it is divided among its articles; what can be seen from a block of text.
import type { Display, TextBlock } from './blocks'
import { isRuledOff } from './blocks'
import type { Box } from './page'
import { overlapX, overlapY, widthOf } from './pieces'
import type { BodyStyle } from './styles'

/** A headline, or a picture whose caption has none. */
export type Owner = Display | PictureBox
export type PictureBox = Box & { readonly picture: true }

/** Columns that begin on one line, from left to right. */
export type ColumnRow = readonly TextBlock[]

export type Scene = {
  readonly body: BodyStyle
  readonly displays: readonly Display[]
  readonly blocks: readonly TextBlock[]
  readonly pictures: readonly PictureBox[]
  readonly rules: readonly Box[]
  /** Frames that are laid out by themselves: text may run around them. */
  readonly frames: readonly Box[]
  /** The picture right above a headline, which may be the headline of its caption. */
  readonly pictured: ReadonlyMap<Display, PictureBox>
  readonly captions: ReadonlyMap<TextBlock, PictureBox>
}

/** The widest gap between two columns of an article, in ems. */
export const widestGutter = 4
/** The same between a headline and the columns beside it; and when no text stands under it and nothing between, for then it has no other text. */
const widestBeside = 9
const widestAlone = 30

export type Sight =
  | { readonly kind: 'display'; readonly display: Display }
  /** `around`: it stands beside the picture right above, around which the text runs. */
  | { readonly kind: 'text'; readonly block: TextBlock; readonly around: boolean }

const boxOf = (sight: Sight): Box => (sight.kind === 'display' ? sight.display : sight.block)

/** What stands nearest above a block, pictures with their captions and text of nobody looked through; undefined above a ruled line and at the top. */
export function nearestAbove(
  block: Box,
  scene: Scene,
  owners: ReadonlyMap<TextBlock, Owner>,
): Sight | undefined {
  const share = (one: Box) => overlapX(one, block) >= Math.min(0.3 * widthOf(block), 0.3 * widthOf(one))
  const above = (one: Box) => one.y1 <= block.y0 + 0.5 * scene.body.size && share(one)
  const displays = scene.displays.filter(one => !one.upright && (above(one) || isLabelOf(block, one, scene)))
  const blocks = scene.blocks.filter(
    one => one !== block && owners.has(one) && !scene.captions.has(one) && above(one),
  )
  const sights: Sight[] = [
    ...displays.map((display): Sight => ({ kind: 'display', display })),
    ...blocks.map((text): Sight => ({ kind: 'text', block: text, around: false })),
  ]
  const lowest = sights.sort((a, b) => boxOf(b).y1 - boxOf(a).y1)[0]
  const caption = captionOver(block, lowest && boxOf(lowest), scene)
  if (caption) return { kind: 'display', display: caption }
  const around = columnAround(block, lowest, scene, owners)
  if (around) return { kind: 'text', block: around, around: true }
  return lowest && !isRuledOff(boxOf(lowest), block, scene.rules) ? lowest : undefined
}

/** The headline of a caption that is shorter than the picture's width: text under the picture may stand beside it. `seen`: what stands above. */
function captionOver(block: Box, seen: Box | undefined, { body, pictured }: Scene): Display | undefined {
  for (const [display, picture] of pictured) {
    const under = block.y0 >= display.y1 - 0.5 * body.size && block.y0 - display.y1 < 3 * body.leading
    const within = block.x0 >= picture.x0 - body.size && block.x1 <= picture.x1 + body.size
    if (under && within && (seen === undefined || seen.y1 <= picture.y0 + body.size)) return display
  }
  return undefined
}

/** The column beside a picture without a caption, right under which a block stands: the text runs around the picture. `seen`: what stands above both. */
function columnAround(
  block: Box,
  seen: Sight | undefined,
  { body, pictures, blocks, captions, pictured }: Scene,
  owners: ReadonlyMap<TextBlock, Owner>,
): TextBlock | undefined {
  const top = seen && boxOf(seen).y1
  const taken = new Set<Owner>([...captions.values(), ...pictured.values()])
  const above = pictures.filter(
    one =>
      !taken.has(one) &&
      overlapX(one, block) >= 0.8 * widthOf(block) &&
      block.y0 - one.y1 > -body.size &&
      block.y0 - one.y1 < 2 * body.leading &&
      (top === undefined || top <= one.y0 + body.size),
  )
  const beside = blocks.flatMap(one => {
    const off = above
      .filter(
        picture =>
          one.y1 > picture.y1 &&
          Math.max(picture.x0 - one.x1, one.x0 - picture.x1) <= widestGutter * body.size,
      )
      .map(picture => Math.abs(one.y0 - picture.y0))
    const least = Math.min(...off)
    return owners.has(one) && least < 2 * body.leading ? [{ one, least }] : []
  })
  const own = beside.find(({ one }) => seen?.kind === 'display' && owners.get(one) === seen.display)
  return (own ?? beside.sort((a, b) => a.least - b.least)[0])?.one
}

/** A single line at the left under a headline in the middle of its columns is a label of that article. */
function isLabelOf(box: Box, display: Display, { body, displays }: Scene): boolean {
  const gap = box.y0 - display.y1
  const single = box.y1 - box.y0 < 1.6 * body.size
  if (!single || gap < -0.5 * body.size || gap > 2 * body.leading || display.x1 <= box.x1) return false
  const between = displays.some(
    one => one !== display && one.x0 >= box.x0 && one.x0 < display.x0 && overlapY(one, display) > 0,
  )
  return !between && display.x0 - box.x1 < 60 * body.size
}

/** Headlines in the gap between two columns that begin on one level with both. */
export function headlinesBetween(left: Box, right: Box, { displays, body }: Scene): readonly Display[] {
  const level = (one: Display, column: Box) => Math.abs(one.y0 - column.y0) < 2 * body.leading
  return displays.filter(
    one => !one.upright && one.x0 >= left.x1 && one.x1 <= right.x0 && level(one, left) && level(one, right),
  )
}

/** The row of columns right under a headline, as far as they follow one another. */
export function columnsUnder(display: Display, { blocks, body }: Scene): readonly TextBlock[] {
  const under = blocks.filter(
    one => one.y0 >= display.y1 - body.size && one.y0 - display.y1 < 3 * body.leading,
  )
  const top = Math.min(...under.filter(one => overlapX(one, display) > 0).map(one => one.y0))
  const level = under.filter(one => Math.abs(one.y0 - top) < 0.5 * body.leading)
  const row = level.filter(one => overlapX(one, display) > 0)
  for (let grown = true; grown; ) {
    const next = level.filter(
      one =>
        !row.includes(one) &&
        row.some(other => Math.max(one.x0 - other.x1, other.x0 - one.x1) <= widestGutter * body.size),
    )
    row.push(...next)
    grown = next.length > 0
  }
  return row
}

/** Upright headlines, and those beside or between the columns, that a row stands next to. */
export function besideRow(row: ColumnRow, scene: Scene): readonly Display[] {
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return []
  const { body, displays } = scene
  const level = (one: Display, block: TextBlock) =>
    overlapY({ ...one, y0: one.y0 - body.leading }, block) >
      Math.min(2 * body.leading, 0.5 * (one.y1 - one.y0), 0.5 * (block.y1 - block.y0)) &&
    one.y0 <= block.y0 + 4 * body.leading
  const between = row.flatMap((block, at) => {
    const left = row[at - 1]
    return left ? headlinesBetween(left, block, scene) : []
  })
  return displays.filter(one => {
    if (between.includes(one)) return true
    const near = (left: Box, right: Box) =>
      right.x0 - left.x1 >= -body.size &&
      right.x0 - left.x1 <= (isAlone(one, left, right, scene) ? widestAlone : widestBeside) * body.size
    const before = near(one, first) && level(one, first)
    const after = near(last, one) && level(one, last)
    return before || (one.upright && after)
  })
}

/** Whether no text stands right under a level headline, and nothing in the gap between it and a column. */
function isAlone(display: Display, left: Box, right: Box, scene: Scene): boolean {
  if (display.upright || columnsUnder(display, scene).length > 0) return false
  const gap = { x0: left.x1, x1: right.x0, y0: display.y0, y1: display.y1 }
  const others: readonly Box[] = [...scene.displays, ...scene.blocks, ...scene.pictures, ...scene.frames]
  return others.every(one => one === display || overlapX(one, gap) <= 0 || overlapY(one, gap) <= 0)
}

/** Headlines right above a row and within its width, which may be that of pictures beside it too, whatever columns stand under them. */
export function headlinesOver(
  row: ColumnRow,
  { x0, x1 }: { readonly x0: number; readonly x1: number },
  { displays, body }: Scene,
): readonly Display[] {
  const top = Math.min(...row.map(one => one.y0))
  return displays.filter(
    one =>
      !one.upright &&
      one.y1 <= top + 0.5 * body.size &&
      top - one.y1 < 3 * body.leading &&
      one.x0 >= x0 - body.size &&
      one.x1 <= x1 + body.size,
  )
}

/** Whether the text of a block begins with a paragraph: an indent, or a line in another font than running text. */
export function beginsParagraph(block: TextBlock, { body }: Scene): boolean {
  const [first, second] = block.lines
  if (!first) return true
  if (first.font !== body.font) return true
  if (!second) return true
  const edge = Math.min(...block.lines.map(line => line.x0))
  return first.x0 - edge > 1.1 * body.size
}

/** Whether the text of a block is broken off: its last line is full and ends no sentence. */
export function breaksOff(block: TextBlock, { body }: Scene): boolean {
  const last = block.lines.at(-1)
  if (!last) return false
  const edge = Math.max(...block.lines.map(line => line.x1))
  return block.lines.length > 1 && last.x1 > edge - 2 * body.size && !/[。！？…][”’」』）]*$/u.test(last.text)
}
