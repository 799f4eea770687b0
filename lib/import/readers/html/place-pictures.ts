// Beside which line of the source each picture of a web page or a Word file stands.
import { captionOpening, readTail } from '../../language/datelines'

/**
 * Where a picture comes from, as the page says it, and the line of the source that it belongs to. `caption`: the paragraph under it that is
 * surely its caption, with the credit.
 */
export type PlacedPicture = { readonly src: string; readonly line: number; readonly caption?: string }

/** A block of text and what stands before it; `line` is 0 for a block that belongs to no article. */
export type Beside = {
  readonly text: string
  readonly line: number
  readonly isHeading: boolean
  readonly pictures: readonly string[]
  /** Marked as the caption of a picture by the page itself. */
  readonly isMarked?: boolean
}

/**
 * The pictures with their lines: a caption that follows, else the text before that is no caption, else the text after. One that stands
 * between no two blocks of articles is no picture of theirs: a sign, a button. `last`: pictures after the last block.
 */
export function placePictures(
  blocks: readonly Beside[],
  last: readonly string[] = [],
): readonly PlacedPicture[] {
  const first = blocks.findIndex(({ line }) => line > 0)
  const end = blocks.findLastIndex(({ line }) => line > 0)
  const between = blocks.slice(0, end + 1).flatMap((block, at) => {
    if (at < first || (at === first && !isCaption(block))) return []
    const above = blocks.slice(0, at).filter(({ line }) => line > 0)
    const before = above.findLast(one => !isCaption(one)) ?? above.at(-1)
    const owner = isCaption(block) ? block : (before ?? block)
    const caption = block.pictures.length === 1 && isCaption(block) ? { caption: block.text } : {}
    return block.pictures.map(src => ({ src, line: owner.line, ...caption }))
  })
  // Behind the last line of an article stands what goes with it only where nothing else follows.
  const text = blocks.findLast(one => one.line > 0 && !isCaption(one)) ?? blocks[end]
  const closing = end === blocks.length - 1 ? (text?.line ?? 0) : 0
  return [...between, ...(closing > 0 ? last.map(src => ({ src, line: closing })) : [])].filter(
    ({ line }) => line > 0,
  )
}

/** By a credit at its end, by the words that open it, or by a tag. */
const isCaption = ({ line, text, isHeading, isMarked }: Beside) =>
  line > 0 &&
  !isHeading &&
  (isMarked || captionOpening.test(text.trim()) || readTail(text)?.byline.photo === true)
