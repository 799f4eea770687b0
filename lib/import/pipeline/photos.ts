// Photo items: a caption and its credit, set apart by empty lines; what stands around them is the main text.
import { captionMark } from '../language/datelines'
import type { Block } from './blocks'
import type { Item } from './item'
import type { ClassifiedBlock } from './roles'

/** Takes the photo items out; the main text keeps its order, so that a caption between two columns parts nothing. */
export function takePhotos(
  casts: readonly ClassifiedBlock[],
  usual: number,
): {
  readonly photos: readonly Item[]
  readonly mainText: readonly ClassifiedBlock[]
} {
  const taken = new Set<number>()
  const photos: Item[] = []
  casts.forEach((_, at) => {
    if (!closesPhoto(casts, at) || taken.has(at)) return
    const from = startOfPhoto(casts, at, usual, taken)
    if (from === undefined) return
    for (let index = from; index <= at; index++) taken.add(index)
    photos.push(photoOf(casts.slice(from, at + 1)))
  })
  return { photos, mainText: casts.filter((_, at) => !taken.has(at)) }
}

/** A credit closes a photo item, unless it stands right under a heading as the byline of an article (图/文 …). */
function closesPhoto(casts: readonly ClassifiedBlock[], at: number): boolean {
  const cast = casts[at]
  if (cast?.tailCredit) return true
  return cast?.role === 'credit' && casts[at - 1]?.role === 'body'
}

const longestCaption = 4

function startOfPhoto(
  casts: readonly ClassifiedBlock[],
  end: number,
  usual: number,
  taken: ReadonlySet<number>,
): number | undefined {
  const apart = (at: number) => (casts[at]?.block.gap ?? 0) >= (usual === 0 ? 1 : usual + 2)
  for (let at = end; at >= Math.max(0, end - longestCaption - 2) && !taken.has(at); at--) {
    if (apart(at) && at > 0) return headingAbove(casts, at, usual, taken)
  }
  return casts[end]?.both && usual > 0 ? undefined : startBySight(casts, end, taken)
}

/** In a page without empty lines between blocks one may stand between a heading and its caption. */
function headingAbove(
  casts: readonly ClassifiedBlock[],
  at: number,
  usual: number,
  taken: ReadonlySet<number>,
): number {
  const above =
    usual === 0 && casts[at]?.role === 'body' && casts[at - 1]?.role === 'short' && !taken.has(at - 1)
  return above ? at - 1 : at
}

/** Where no empty lines set it apart: up to the heading above the caption, or the one paragraph that is the caption. */
function startBySight(
  casts: readonly ClassifiedBlock[],
  end: number,
  taken: ReadonlySet<number>,
): number | undefined {
  let at = casts[end]?.role === 'credit' ? end - 1 : end
  const first = at
  const usable = (index: number) => index >= 0 && !taken.has(index) && casts[index]?.dateline === false
  if (!usable(at)) return undefined
  if (isMarked(casts, at)) return startOfMarked(casts, at, taken)
  const goesOn = (index: number) => casts[index]?.role === 'body' && !casts[index]?.tailCredit
  while (usable(at - 1) && goesOn(at - 1) && first - at < longestCaption - 1) at--
  if (casts[at - 1]?.role !== 'short' || taken.has(at - 1)) return first
  return casts[at - 2]?.role === 'short' && !taken.has(at - 2) ? at - 2 : at - 1
}

const isMarked = (casts: readonly ClassifiedBlock[], at: number) =>
  captionMark.test(casts[at]?.block.folded ?? '')

/** Captions with marks (▲, 图①): each its own, or several with one credit; the heading of a page of pictures goes with the first. */
function startOfMarked(casts: readonly ClassifiedBlock[], end: number, taken: ReadonlySet<number>): number {
  let at = end
  while (isMarked(casts, at - 1) && !casts[at - 1]?.tailCredit && !taken.has(at - 1)) at--
  const above = casts[at - 1]?.role === 'short' && !taken.has(at - 1)
  const alone = at === 1 || taken.has(at - 2)
  return above && alone ? at - 1 : at
}

function photoOf(casts: readonly ClassifiedBlock[]): Item {
  const firstBody = casts.findIndex(cast => cast.role === 'body')
  const headings = casts.slice(0, Math.max(0, firstBody)).map(cast => cast.block)
  const last = casts.at(-1)
  const bylines = last && last.role === 'credit' ? [last.block] : []
  const body = casts.slice(headings.length, casts.length - bylines.length).map(cast => cast.block)
  return {
    kind: 'photo',
    headings,
    bylines,
    tipLabel: undefined,
    tip: [],
    pieces: body.map((block: Block) => ({ block, subheading: false })),
    inlineCredits: [],
    guesses: [],
    start: Math.min(...casts.flatMap(cast => cast.block.lines)),
  }
}
