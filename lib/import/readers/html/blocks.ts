// The visible text of a web page as blocks in the order of the document, each with the elements that it stands in.
import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** A paragraph, a heading, an entry of a list, a cell: what a browser starts on a new line. */
export type HtmlBlock = {
  readonly text: string
  /** Names of the elements around it, from the outermost, with their classes and ids: `div.content#ozoom`. */
  readonly path: readonly string[]
  /** Which of the elements around it, by their number in the document: blocks of one element share it. */
  readonly within: readonly number[]
  /** 1 to 6 in a heading. */
  readonly level: number
  /** Characters of it that are links. */
  readonly linked: number
  /** Set in bold from end to end. */
  readonly bold: boolean
  /** A picture stands between the block before and this one. */
  readonly afterPicture: boolean
  /** The pictures between the block before and this one. */
  readonly pictures: readonly HtmlPicture[]
  /** Comments open around it: <!--enpcontent--> … <!--/enpcontent-->. */
  readonly marks: readonly string[]
}

/** A picture: where it comes from, and the elements around it by their number. */
export type HtmlPicture = { readonly src: string; readonly within: readonly number[] }

export type HtmlPage = {
  readonly blocks: readonly HtmlBlock[]
  readonly title: string
  /** Texts of comments, in which 方正 systems keep the fields of an article. */
  readonly comments: readonly string[]
  readonly pictures: number
  /** Those after the last block. */
  readonly last: readonly HtmlPicture[]
  /** Nested deeper than any saved page. */
  readonly deep: boolean
}

const unseen = new Set(
  'script style noscript template head title iframe object svg math select option textarea button input video audio canvas'.split(
    ' ',
  ),
)
const inline = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr img founder-imgs'.split(
    ' ',
  ),
)
/** Deeper trees are no saved pages. */
const deepest = 400

type Walk = {
  blocks: HtmlBlock[]
  comments: string[]
  marks: string[]
  pictures: number
  deep: boolean
  pictured: boolean
  sources: HtmlPicture[]
  count: number
  text: string
  linked: number
  plain: number
  heavy: number
}

/** Parses a page; nothing in it is run or fetched. */
export function readBlocks(html: string): HtmlPage {
  const document = parse(html)
  const walk: Walk = {
    ...{ blocks: [], comments: [], marks: [], pictures: 0, pictured: false, sources: [], deep: false },
    ...{ count: 0, text: '', linked: 0, plain: 0, heavy: 0 },
  }
  visit(document, walk, [], [], { link: false, bold: false, level: 0 })
  flush(walk, [], [], 0)
  return {
    blocks: walk.blocks,
    title: titleOf(document),
    comments: walk.comments,
    pictures: walk.pictures,
    last: walk.sources,
    deep: walk.deep,
  }
}

type State = { readonly link: boolean; readonly bold: boolean; readonly level: number }

function visit(
  node: Node,
  walk: Walk,
  path: readonly string[],
  within: readonly number[],
  state: State,
): void {
  if (node.nodeName === '#text' && 'value' in node) addText(node.value, walk, state)
  if (node.nodeName === '#comment' && 'data' in node) readComment(node.data, walk, path, within, state)
  if (!('childNodes' in node)) return
  if (!('tagName' in node)) {
    for (const child of node.childNodes) visit(child, walk, path, within, state)
    return
  }
  const name = node.tagName
  walk.deep ||= path.length > deepest
  if (unseen.has(name) || isHidden(node) || path.length > deepest) return
  if (name === 'br') flush(walk, path, within, state.level)
  if (name === 'img') {
    walk.pictures++
    walk.pictured = true
    walk.sources.push({ src: attribute(node, 'src'), within })
    return
  }
  const level = /^h[1-6]$/.test(name) ? Number(name[1]) : state.level
  const inner = { link: state.link || name === 'a', bold: state.bold || /^(?:b|strong)$/.test(name), level }
  const block = !inline.has(name)
  const number = ++walk.count
  if (block) flush(walk, path, within, state.level)
  const [inPath, inElements] = [
    [...path, labelOf(node)],
    [...within, number],
  ]
  for (const child of node.childNodes) visit(child, walk, inPath, inElements, inner)
  if (block) flush(walk, inPath, inElements, level)
}

function addText(text: string, walk: Walk, { link, bold }: State): void {
  const seen = text.replace(/[\s\u00a0]+/gu, ' ')
  walk.text += seen
  const size = seen.replace(/\s/gu, '').length
  if (link) walk.linked += size
  if (bold) walk.heavy += size
  walk.plain += size
}

function flush(walk: Walk, path: readonly string[], within: readonly number[], level: number): void {
  const text = walk.text
    .replace(/[\u200b\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
  if (text) {
    const { linked, plain, heavy, pictured: afterPicture, marks, sources: pictures } = walk
    const bold = heavy > 0 && heavy === plain
    walk.blocks.push({ text, path, within, level, linked, bold, afterPicture, pictures, marks: [...marks] })
    walk.pictured = false
    walk.sources = []
  }
  walk.text = ''
  walk.linked = 0
  walk.plain = 0
  walk.heavy = 0
}

/** <!--enpcontent--> opens, <!--/enpcontent--> closes; others are kept as they are. */
function readComment(
  data: string,
  walk: Walk,
  path: readonly string[],
  within: readonly number[],
  state: State,
): void {
  const [, close, name] = /^\s*(\/?)\s*(enp\w{1,20}|founder\w{0,20})\s*$/i.exec(data) ?? []
  if (!name) {
    walk.comments.push(data)
    return
  }
  flush(walk, path, within, state.level)
  if (close) walk.marks = walk.marks.filter(one => one !== name.toLowerCase())
  else walk.marks.push(name.toLowerCase())
}

function attribute({ attrs }: Element, name: string): string {
  return attrs.find(one => one.name === name)?.value ?? ''
}

function isHidden(element: Element): boolean {
  const style = attribute(element, 'style').replace(/\s/gu, '')
  return (
    element.attrs.some(({ name }) => name === 'hidden') ||
    /display:none|visibility:hidden/i.test(style) ||
    attribute(element, 'aria-hidden') === 'true'
  )
}

function labelOf(element: Element): string {
  const names = [attribute(element, 'class'), attribute(element, 'id')].join(' ').trim().split(/\s+/u)
  return [element.tagName, ...names.filter(Boolean)].join('.')
}

function titleOf(node: Node, depth = 0): string {
  if (depth > 8) return ''
  if ('tagName' in node && node.tagName === 'title') {
    return node.childNodes
      .map(child => ('value' in child ? child.value : ''))
      .join('')
      .trim()
  }
  if (!('childNodes' in node)) return ''
  for (const child of node.childNodes) {
    const title = titleOf(child, depth + 1)
    if (title) return title
  }
  return ''
}
