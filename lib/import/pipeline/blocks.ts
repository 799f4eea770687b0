// Lines and blocks: what the printed lines make together, with where they stand in the source.
import { looksLikeName } from '../language/names'
import { foldWidth } from '../language/sentence'

/** What a reader, or the form of the page, knows of a block before its words are looked at. */
type Hint =
  /** Running text however short: a verse, an entry of a list or a roll. Never joined to its neighbours. */
  'line' | 'heading' | 'subheading' | 'caption'

export type Block = {
  /** As in the source, without white space at the ends. */
  readonly text: string
  /** The same, width-folded: what the rules look at. */
  readonly folded: string
  /** Lines of the source, 1-based, in order. */
  readonly lines: readonly number[]
  /** Empty lines before it. */
  readonly gap: number
  /** On a page where first lines of paragraphs are set in: whether it is. */
  readonly setIn?: boolean
  readonly hint?: Hint
}

/** A line with ink: its characters are in normal form, `number` is that of source.txt. */
export type Line = {
  readonly text: string
  readonly number: number
  /** Empty lines before it. */
  readonly gap: number
  /** White space before the text, in ems. */
  readonly indent: number
  /** On a page where first lines of paragraphs are set in: whether it is. */
  readonly setIn?: boolean
  /** Which page of the file, from 0: a form feed ends one. */
  readonly page: number
  /** Stray spaces were closed in it: it is narrower than in print. */
  readonly closed?: boolean
  /** Further lines of the source that it was put together from, in order. */
  readonly also?: readonly number[]
  readonly hint?: Hint
}

/** One block a line. */
export function blockOf(line: Line): Block {
  const { text, number, also = [], gap, setIn, hint } = line
  return {
    ...{ text, folded: foldWidth(text), lines: [number, ...also], gap },
    ...(setIn !== undefined && { setIn }),
    ...(hint && { hint }),
  }
}

/** One block of several, in that order. A space that fell at a line end comes back between Latin words. */
export function joinBlocks(blocks: readonly Block[]): Block {
  const text = blocks.reduce((left, { text: right }) => joinText(left, right), '')
  const { gap = 0, hint } = blocks[0] ?? {}
  return {
    text,
    folded: foldWidth(text),
    lines: blocks.flatMap(block => block.lines),
    gap,
    ...(hint && { hint }),
  }
}

/** （记者乔立言 + 通讯员武青禾）, （记者刘建林 + 李彦斌）, （凌波 + 招翠兰）: the space between two people fell at a line end. */
function partsNames(left: string, right: string): boolean {
  const [first, other] = [
    /[(（](\p{Script=Han}{2,3})$/u.exec(left)?.[1],
    /^(\p{Script=Han}{2,3})[)）]$/u.exec(right)?.[1],
  ]
  if (first !== undefined && other !== undefined)
    return looksLikeName(first) && first.length + other.length > 4
  const named = /(?:记者|通讯员)(\p{Script=Han}{2,3})$/u.exec(left)?.[1]
  if (named === undefined) return false
  const second = /^(\p{Script=Han}{2,3})[)）]/u.exec(right)?.[1]
  const role = /^(?:本报)?(?:记者|通讯员|实习生)\p{Script=Han}/u.test(right)
  return role || (second !== undefined && looksLikeName(named) && looksLikeName(second))
}

/** `SmartDock 3` + `Pro` → `SmartDock 3 Pro`; Chinese joins without a space. */
export function joinText(left: string, right: string): string {
  const token = /[\w.%-]*[A-Za-z][\w.%-]*$|[A-Za-z][\w.-]* \d+$/.test(left)
  const next = /^[A-Za-z]|^\([A-Za-z]/.test(right) || (/[A-Za-z]$/.test(left) && /^\d+ [A-Za-z]/.test(right))
  return (token && next) || partsNames(left, right) ? `${left} ${right}` : left + right
}
