// The tree of a page as parse5 reads it, flattened, and where each thing is in the source.
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
export type PageElement = DefaultTreeAdapterTypes.Element
export type PageComment = DefaultTreeAdapterTypes.CommentNode

export type PageTree = {
  readonly elements: readonly PageElement[]
  readonly comments: readonly PageComment[]
}

/** Reads a page as a browser would and lists its elements and comments in document order, templates included. */
export function readPageTree(html: string): PageTree {
  const elements: PageElement[] = []
  const comments: PageComment[] = []
  const walk = (node: Node): void => {
    if (defaultTreeAdapter.isElementNode(node)) elements.push(node)
    if (defaultTreeAdapter.isCommentNode(node)) comments.push(node)
    if ('content' in node) walk(node.content)
    if ('childNodes' in node) for (const child of node.childNodes) walk(child)
  }
  walk(parse(html, { sourceCodeLocationInfo: true }))
  return { elements, comments }
}

/** The value of an attribute, undefined when the element has none of that name. */
export function attribute(element: PageElement, name: string): string | undefined {
  return element.attrs.find(attr => attr.name === name)?.value
}

/** Whether a comment parts two texts that would otherwise be one. */
export function isBetweenTexts(comment: PageComment): boolean {
  const siblings = comment.parentNode?.childNodes ?? []
  const at = siblings.indexOf(comment)
  return [siblings[at - 1], siblings[at + 1]].every(node => node && defaultTreeAdapter.isTextNode(node))
}

/** The text directly inside an element (a script, a style). */
export function elementText(element: PageElement): string {
  return element.childNodes.map(child => (defaultTreeAdapter.isTextNode(child) ? child.value : '')).join('')
}

export type SourceRange = {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number
}

/** Where a node is in the source; an element the parser made up itself has no place. */
export function rangeOf(node: PageElement | PageComment): SourceRange | undefined {
  const at = node.sourceCodeLocation
  if (!at) return undefined
  return { from: at.startOffset, to: at.endOffset, line: at.startLine, column: at.startCol }
}
