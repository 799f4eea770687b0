// A page → its items: running head and foot apart, frames by themselves, every block with its headline or picture.
import { isByline } from '../is-byline'
import { type Display, makeBlocks, makeDisplays, type TextBlock } from './blocks'
import { makeFrames, pictureBoxes } from './frames'
import { type Furniture, takeFurniture } from './furniture'
import type { Box, Glyph, PdfPage } from './page'
import { boundsOf, byPlace, centreX, makePieces, overlapX, overlapY, type Piece } from './pieces'
import { type Ordered, orderBlocks } from './reading-order'
import type { Owner, PictureBox, Scene } from './scene'
import { type BodyStyle, bodyStyle, isDisplay, joinSpaced, joinUpright } from './styles'
import { captionsOf, ownBlocks } from './territories'
import { partTurnLines, type Turn } from './turns'

/** An article or a caption with all that belongs to it, in reading order. */
export type LaidOut = Ordered & {
  readonly box: Box
  readonly headlines: readonly Piece[]
  /** The picture whose caption it is. */
  readonly picture: Box | undefined
  /** Pictures among its text. */
  readonly pictures: readonly Box[]
  readonly boxed: boolean
}

export type PageLayout = Omit<Furniture, 'rest'> & {
  readonly turns: readonly Turn[]
  readonly items: readonly LaidOut[]
  readonly body: BodyStyle
}

/** Lays out one page. `glyphs` are those that count. */
export function layOut(page: PdfPage, glyphs: readonly Glyph[]): PageLayout {
  const raw = makePieces(glyphs)
  const body = bodyStyle(raw)
  const pieces = joinUpright(joinSpaced(raw, body), body)
  const { turns, rest: left } = partTurnLines(pieces)
  const { head, foot, rest } = takeFurniture(left, page.rules, body)
  const pictures = pictureBoxes(page, pieces, body).map((box): PictureBox => ({ ...box, picture: true }))
  const [root, ...boxes] = makeFrames(page, rest, body)
  const whole = boxes.filter(frame => frame.pieces.some(piece => isDisplay(piece, body)))
  const loose = boxes.filter(frame => !whole.includes(frame)).flatMap(frame => frame.pieces)
  const within = (box: Box, frame: Box | undefined) =>
    frame !== undefined && overlapX(box, frame) > 0 && overlapY(box, frame) > 0
  const free = pictures.filter(picture => !whole.some(frame => within(picture, frame.box)))
  const items = [
    ...layOutFrame(
      [...(root?.pieces ?? []), ...loose],
      free,
      page.rules,
      body,
      false,
      whole.flatMap(frame => frame.box ?? []),
    ),
    ...whole.flatMap(frame =>
      layOutFrame(
        frame.pieces,
        pictures.filter(picture => within(picture, frame.box)),
        page.rules,
        body,
        true,
      ),
    ),
  ]
  return { head, foot, turns, body, items: inPageOrder(items, body) }
}

/** From top to bottom; items that begin on about one level from left to right. */
function inPageOrder(items: readonly LaidOut[], { leading }: BodyStyle): readonly LaidOut[] {
  const level = (item: LaidOut) => Math.round(item.box.y0 / (4 * leading))
  return [...items].sort((a, b) => level(a) - level(b) || a.box.x0 - b.box.x0)
}

function layOutFrame(
  pieces: readonly Piece[],
  pictures: readonly PictureBox[],
  rules: readonly Box[],
  body: BodyStyle,
  boxed: boolean,
  frames: readonly Box[] = [],
): readonly LaidOut[] {
  const large = headlinesOf(pieces, body)
  const small = pieces.filter(piece => !large.includes(piece))
  const displays = makeDisplays(large, pictures, rules)
  const blocks = makeBlocks(small, body, [...displays, ...pictures], rules).flatMap(peelByline)
  const captions = captionsOf(displays, blocks, pictures, body)
  const scene: Scene = { body, displays, blocks, pictures, rules, frames, ...captions }
  return gather(scene, ownBlocks(scene), boxed)
}

/** A byline above the text of a column is a block by itself: it may stand in the middle of its article. */
function peelByline(block: TextBlock): readonly TextBlock[] {
  const [first, ...rest] = block.lines
  if (
    !first ||
    rest.length === 0 ||
    !isByline(first.text) ||
    first.x1 > block.x1 - 1.5 * first.size ||
    first.x0 - block.x0 < 0.5 * first.size
  )
    return [block]
  return [[first], rest].map(lines => ({ ...boundsOf(lines), lines }))
}

/** Display lines, less larger lines amid a column (sub-headings), and the small lines right above a headline in its middle. */
function headlinesOf(pieces: readonly Piece[], body: BodyStyle): readonly Piece[] {
  const display = pieces.filter(piece => isDisplay(piece, body))
  const large = display.filter(piece => piece.upright || !isAmidColumn(piece, pieces, body))
  const kickers = pieces.filter(
    piece =>
      !large.includes(piece) &&
      piece.font !== body.font &&
      !/[。；]$/u.test(piece.text) &&
      large.some(
        one =>
          !one.upright &&
          one.y0 >= piece.y1 - 2 &&
          one.y0 - piece.y1 < 0.8 * one.size &&
          Math.abs(centreX(one) - centreX(piece)) < 1.5 * body.size,
      ),
  )
  return [...large, ...kickers]
}

function isAmidColumn(line: Piece, pieces: readonly Piece[], body: BodyStyle): boolean {
  if (line.size > 1.5 * body.size) return false
  const near = (one: Piece) =>
    one !== line &&
    !isDisplay(one, body) &&
    one.font === body.font &&
    line.x0 >= one.x0 - 2.6 * body.size &&
    line.x1 <= one.x1 + 2 * body.size
  const above = pieces.some(
    one => near(one) && line.y0 >= one.y1 - 2 && line.y0 - one.y1 < 1.2 * body.leading,
  )
  const below = pieces.some(
    one => near(one) && one.y0 >= line.y1 - 2 && one.y0 - line.y1 < 1.2 * body.leading,
  )
  return above && below
}

type Group = { owner: Owner | undefined; displays: Display[]; blocks: TextBlock[] }

/** Blocks and headlines by article; headlines without text go to the nearest, text without a headline stands alone. */
function gather(scene: Scene, owners: ReadonlyMap<TextBlock, Owner>, boxed: boolean): readonly LaidOut[] {
  const groups: Group[] = []
  const groupOf = (owner: Owner) => groups.find(group => group.owner === owner)
  for (const [block, owner] of owners) {
    const group = groupOf(owner)
    if (group) group.blocks.push(block)
    else groups.push({ owner, displays: 'picture' in owner ? [] : [owner], blocks: [block] })
  }
  for (const display of scene.displays) {
    if (groupOf(display)) continue
    const group = nearestGroup(display, groups, scene.body)
    if (group) group.displays.push(display)
    else groups.push({ owner: display, displays: [display], blocks: [] })
  }
  for (const block of scene.blocks) {
    if (owners.has(block)) continue
    const group =
      (block.lines.length === 1 ? labelled(block, groups, scene.body) : undefined) ??
      groups.find(one => one.owner === undefined && isBeside(one.blocks, block, scene.body))
    if (group) group.blocks.push(block)
    else groups.push({ owner: undefined, displays: [], blocks: [block] })
  }
  return withPictures(groups, scene, boxed)
}

/** A single line that no headline was seen for: the article around it, or right under it. */
function labelled(line: TextBlock, groups: readonly Group[], { leading }: BodyStyle): Group | undefined {
  const near = groups
    .filter(group => group.owner && group.blocks.length > 0)
    .map(group => ({ group, box: boundsOf([...group.displays, ...group.blocks]) }))
    .map(({ group, box }) => ({ group, box, gap: Math.max(line.y0 - box.y1, box.y0 - line.y1, 0) }))
    .filter(({ box, gap }) => overlapX(box, line) > 0 && gap < 3 * leading)
  return near.sort((a, b) => a.gap - b.gap)[0]?.group
}

const isBeside = (blocks: readonly TextBlock[], block: TextBlock, { size, leading }: BodyStyle) =>
  blocks.some(
    one =>
      (overlapY(one, block) > 0 && Math.max(one.x0, block.x0) - Math.min(one.x1, block.x1) < 4 * size) ||
      (overlapX(one, block) > 0 && Math.max(one.y0, block.y0) - Math.min(one.y1, block.y1) < 2 * leading),
  )

/** An upright headline belongs to the text beside it, another to the headline or the text under it. */
function nearestGroup(display: Display, groups: readonly Group[], body: BodyStyle): Group | undefined {
  const boxes = groups.map(group => ({ group, box: boundsOf([...group.displays, ...group.blocks]) }))
  const reach = 5 * body.size
  const distance = (box: Box) =>
    display.upright
      ? Math.max(display.x0, box.x0) - Math.min(display.x1, box.x1)
      : Math.max(display.y0, box.y0) - Math.min(display.y1, box.y1)
  const near = boxes.filter(({ box }) =>
    display.upright
      ? overlapY(display, box) > 0 && distance(box) < reach
      : overlapX(display, box) > 0 && box.y1 > display.y1 && distance(box) < 4 * body.leading,
  )
  const right = (box: Box) => (display.upright && box.x0 < display.x0 ? reach : 0)
  return near.sort((a, b) => distance(a.box) + right(a.box) - distance(b.box) - right(b.box))[0]?.group
}

function withPictures(groups: readonly Group[], scene: Scene, boxed: boolean): readonly LaidOut[] {
  const own = groups.map(group => ({ group, picture: pictureOf(group, scene) }))
  const taken = new Set(own.map(({ picture }) => picture))
  return own.map(({ group, picture }) => {
    const parts = [...group.displays, ...group.blocks]
    const box = boundsOf(picture ? [...parts, picture] : parts)
    return {
      box,
      headlines: headlinesInOrder(group.displays),
      picture,
      pictures: scene.pictures.filter(
        one => !taken.has(one) && overlapX(one, box) > 0 && overlapY(one, box) > 0,
      ),
      boxed,
      ...orderBlocks(group.blocks, scene.body),
    }
  })
}

function pictureOf({ owner, displays }: Group, scene: Scene): PictureBox | undefined {
  if (owner && 'picture' in owner) return owner
  return displays.map(display => scene.pictured.get(display)).find(one => one !== undefined)
}

const headlinesInOrder = (displays: readonly Display[]) =>
  [...displays]
    .sort((a, b) => Number(a.upright) - Number(b.upright) || a.y0 - b.y0)
    .flatMap(display => (display.upright ? display.lines : [...display.lines].sort(byPlace)))
