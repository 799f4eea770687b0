// A draft: the items of an issue while operations are applied, and how an operation finds its place in it.

import type { LeftOut } from '../format/left-out'
import type { FactName, Operation, Role } from '../format/operation'
import { type Article, printNumber } from '../model/article'
import type { IssueChanges } from '../model/issue-changes'
import { shorten } from '../model/problem'
import { type FoundQuote, findQuote, type ItemPlace } from './anchor'
import { cutPart, type Part } from './parts'
import type { SourcePage } from './source-page'

/** An item as operations see it; `fixed`: the facts that an editor has set. */
export type DraftItem = {
  readonly article: Article
  readonly parts: readonly Part[]
  readonly fixed: ReadonlySet<FactName>
}

export type Draft = {
  readonly items: readonly DraftItem[]
  /** What of the page stands in no item. */
  readonly leftOut: readonly LeftOut[]
  /** Facts of the issue as a whole that an editor has set. */
  readonly issue: IssueChanges
  /** Texts of doubts that an editor has settled, by item. */
  readonly settled: readonly { readonly item: number; readonly doubt: string }[]
}

export type Applied =
  | { readonly draft: Draft; readonly exact: boolean }
  | { readonly fault: { readonly rule: string; readonly message: string } }

/** An operation that does not hold: its rule below `edit-`, and why, in Chinese. */
export const fault = (rule: string, message: string): Applied => ({
  fault: { rule: `edit-${rule}`, message },
})

/** A draft with an operation applied; `exact`: its quotation was found to the letter. */
export const done = (draft: Draft, exact = true): Applied => ({ draft, exact })

/** Applies an operation of one kind; a fault where it does not hold, and the draft is as it was. */
export type Handler = (draft: Draft, operation: Operation, page: SourcePage) => Applied

/** The item of that number; undefined when the draft has none. */
export const itemNumbered = ({ items }: Draft, number: number) =>
  items.find(({ article }) => article.number === number)

/** What quotations are looked for in: the parts of every item. */
export const searched = ({ items }: Draft) =>
  items.map(({ article, parts }) => ({ number: article.number, parts }))

/** The draft with these items in the place of those of their numbers, new ones last. */
export function replaceItems(draft: Draft, ...changed: readonly DraftItem[]): Draft {
  const byNumber = new Map([...draft.items, ...changed].map(item => [item.article.number, item] as const))
  return { ...draft, items: [...byNumber.values()] }
}

type Target = { readonly item: DraftItem; readonly part: number; readonly exact: boolean }

/** The part that begins with a quotation; a part that holds it at the start of a source line is cut there. */
export function partAt(draft: Draft, quote: string, number: number): Target | Applied {
  const found = findQuote(quote, searched(draft), number, 'opens')
  if ('fault' in found) return quoteFault(quote, found)
  const place = snapped(draft, found.place)
  const item = itemNumbered(draft, place.item)
  const part = item?.parts[place.part]
  if (!item || !part) return quoteFault(quote, { fault: 'missing', count: 0 })
  if (place.at === 0) return { item, part: place.part, exact: found.exact }
  const cut = cutPart(part, place.at)
  if (!cut) {
    const line = part.lines[place.at] ?? 0
    return fault('inside-line', `“${shorten(quote)}”在源文件第 ${line} 行的中间，只能从一行的开头断开`)
  }
  const parts = [...item.parts.slice(0, place.part), ...cut, ...item.parts.slice(place.part + 1)]
  return { item: { ...item, parts }, part: place.part + 1, exact: found.exact }
}

/** How far from a line's start a quotation that was found by half may still mean that start. */
const slack = 3

/** A place moved to the start of a source line where one is near: of quotations that were found by half. */
export function snapped(draft: Draft, place: ItemPlace): ItemPlace {
  const lines = itemNumbered(draft, place.item)?.parts[place.part]?.lines ?? []
  const starts = lines.flatMap((line, at) => (line === lines[at - 1] ? [] : [at]))
  if (starts.includes(place.at)) return place
  const near = starts.filter(at => Math.abs(at - place.at) <= slack)
  const [only] = near
  return near.length === 1 && only !== undefined ? { ...place, at: only } : place
}

/** Why a quotation names no one place: it is nowhere, or in several. */
export function quoteFault(quote: string, found: Extract<FoundQuote, { fault: unknown }>): Applied {
  if (found.fault === 'missing')
    return fault('text-missing', `“${shorten(quote)}”在这一期里找不到，应从页面上照抄几个字`)
  return fault('text-ambiguous', `“${shorten(quote)}”有 ${found.count} 处，应多写几个字`)
}

/** Whether no part was found: what was found instead is the outcome of the operation. */
export const isFault = (value: Target | Applied): value is Applied => 'fault' in value || 'draft' in value

/** The fault of an operation on an item that is not there. */
export function missingItem(name: string): Applied {
  return fault('item-missing', `这一期没有编号为“${name}”的一篇`)
}

/** The item of an operation that names no text of its own, found by its opening words. */
export function itemAt(draft: Draft, name: string, at: string | undefined): DraftItem | Applied {
  const number = Number(name)
  const found = at ? findQuote(at, searched(draft), number, 'opens') : undefined
  if (found && 'place' in found) return itemNumbered(draft, found.place.item) ?? missingItem(name)
  return (found ? undefined : itemNumbered(draft, number)) ?? missingItem(name)
}

/** Whether an item was found, and no fault. */
export const isItem = (value: DraftItem | Applied): value is DraftItem => 'article' in value

/** Whether a part of that role stands around the body, not in it. */
export const isHeading = (role: Role) => role !== 'paragraph' && role !== 'subheading'

/** Puts a part into an item, before a quotation or at its end. */
export function putPart(draft: Draft, given: Part, number: number, before: string | undefined): Applied {
  const part = asText(given, itemNumbered(draft, number)?.parts ?? [])
  if (before) {
    const target = partAt(draft, before, number)
    if (isFault(target)) return target
    const { item, part: at } = target
    const parts = [...item.parts.slice(0, at), part, ...item.parts.slice(at)]
    return done(replaceItems(draft, { ...item, parts }), target.exact)
  }
  const item = itemNumbered(draft, number)
  if (!item) return missingItem(printNumber(number))
  return done(replaceItems(draft, { ...item, parts: [...item.parts, part] }))
}

/** A part in another item: a heading that is there already is a sub-heading or a paragraph, a second byline the signature. */
export function asText(part: Part, into: readonly Part[]): Part {
  const isFree = (role: Role) => into.every(other => other.role !== role)
  if (!isHeading(part.role) || isFree(part.role)) return part
  if (part.role === 'title') return { ...part, role: 'subheading' }
  if ((part.role === 'byline' || part.role === 'signature') && isFree('signature'))
    return { ...part, role: 'signature' }
  return { ...part, role: 'paragraph' }
}
