// Operations on the shape of items: roles, split, merge, join, break, move.

import { type FactName, type Operation, roles } from '../format/operation'
import { printNumber } from '../model/article'
import { shorten } from '../model/problem'
import { findQuote } from './anchor'
import {
  type Applied,
  asText,
  type Draft,
  type DraftItem,
  done,
  fault,
  isFault,
  isHeading,
  isItem,
  itemAt,
  itemNumbered,
  missingItem,
  partAt,
  putPart,
  quoteFault,
  replaceItems,
  searched,
  snapped,
} from './draft'
import { deriveFacts } from './facts'
import { asCaption, renamed, renamesOf } from './merged-pictures'
import { joinParts, type Part } from './parts'

/** Operation role: the part that begins with a quotation is what the operation says; what had been that takes its place. */
export function setRole(draft: Draft, { item: name, text = '', role: wanted = '' }: Operation): Applied {
  const role = roles.find(one => one === wanted)
  if (!role) return fault('role-unknown', `没有“${wanted}”这种身份，应为：${roles.join('、')}`)
  const target = partAt(draft, text, Number(name))
  if (isFault(target)) return target
  const { item, part } = target
  const own = item.parts[part]
  if (!own || own.role === role) return done(draft, target.exact)
  const swap = isHeading(role) ? item.parts.findIndex(other => other.role === role) : -1
  const parts = item.parts.map((other, at) => {
    if (at === part) return { ...other, role }
    // Two headings change places; a heading that text takes the place of becomes text.
    return at === swap ? { ...other, role: isHeading(own.role) ? own.role : ('paragraph' as const) } : other
  })
  return done(replaceItems(draft, { ...item, parts }), target.exact)
}

/** Operation split: an item ends before a quotation, and what follows is a new one, numbered `as`. */
export function split(draft: Draft, { item: name, before = '', as = '' }: Operation): Applied {
  const target = partAt(draft, before, Number(name))
  if (isFault(target)) return target
  const { item, part } = target
  if (part === 0) return done(draft, target.exact) // it begins an item already
  const number = Number(as)
  if (itemNumbered(draft, number)) return fault('number-taken', `编号“${as}”已有一篇，应换一个`)
  const id = `${item.article.issue}-${printNumber(number)}`
  const kept = { ...item, parts: item.parts.slice(0, part) }
  const made: DraftItem = {
    article: { ...item.article, id, number, kind: 'article', pictures: [] },
    parts: opened(item.parts.slice(part)),
    fixed: new Set(),
  }
  return done(replaceItems(draft, ...[kept, made].map(withFacts)), target.exact)
}

/** The parts of an item of its own: a sub-heading that opens it is its title. */
function opened(parts: readonly Part[]): readonly Part[] {
  const [first, ...rest] = parts
  if (first?.role !== 'subheading' || rest.some(({ role }) => role === 'title')) return parts
  return [{ ...first, role: 'title' }, ...rest]
}

/** The item with the facts that follow from its text, but for those that an editor has set. */
function withFacts(item: DraftItem): DraftItem {
  const derived = Object.entries(deriveFacts(item.parts, item.article.kind)).filter(
    ([name]) => !item.fixed.has(name as FactName),
  )
  return { ...item, article: { ...item.article, ...Object.fromEntries(derived) } }
}

/** Operation merge: another item goes on at the end of this one, and is gone. */
export function merge(draft: Draft, operation: Operation): Applied {
  const { item: name, with: other = '', at } = operation
  const item = itemNumbered(draft, Number(name))
  const joined = itemAt(draft, other, at)
  if (!item) return missingItem(name)
  if (!isItem(joined)) return joined
  if (joined.article.number === item.article.number) return done(draft)
  const caption = asCaption(joined)
  const own = joined.article.pictures.map((one, index) => (index === 0 ? (caption.picture ?? one) : one))
  const came = renamed(item, own, renamesOf(operation))
  if (!came) {
    const files = own.map(({ file }) => file).join('、')
    return fault('merge-picture', `并进来的一篇有图片 ${files}，改动里没有写明各改成第 ${name} 篇的什么名字`)
  }
  const parts = followed(
    item.parts,
    caption.parts.map(part => (part.role === 'picture' ? part : continued(part, item.parts))),
  )
  const article = { ...item.article, pictures: [...item.article.pictures, ...came] }
  const items = draft.items.filter(one => one !== joined)
  return done(replaceItems({ ...draft, items }, withFacts({ ...item, article, parts })))
}

/** A part of an item that goes on in another one: its title is a sub-heading there, its other headings are text. */
function continued(part: Part, into: readonly Part[]): Part {
  if (part.role === 'title') return { ...part, role: 'subheading' }
  const isCredit = part.role === 'byline' || part.role === 'signature'
  return isHeading(part.role) && !isCredit ? { ...part, role: 'paragraph' } : asText(part, into)
}

/** Parts after parts; a sentence that the first leaves open goes on in the second. */
function followed(first: readonly Part[], second: readonly Part[]): readonly Part[] {
  const [last, next] = [first.at(-1), second[0]]
  const open =
    last?.role === 'paragraph' && next?.role === 'paragraph' && !/[。！？…：][”’）)]*$/u.test(last.text)
  return open ? [...first.slice(0, -1), joinParts(last, next), ...second.slice(1)] : [...first, ...second]
}

/** Operation join: the paragraph that begins with a quotation goes on the one before it. */
export function join(draft: Draft, { item: name, text = '' }: Operation): Applied {
  const found = findQuote(text, searched(draft), Number(name), 'opens')
  if ('fault' in found) return quoteFault(text, found)
  const place = snapped(draft, found.place)
  const item = itemNumbered(draft, place.item)
  if (!item || place.at > 0) return done(draft, found.exact) // inside a paragraph: joined already
  const [left, right] = [item.parts[place.part - 1], item.parts[place.part]]
  // Two headings are one that was set in two lines; a heading and text are not.
  if (!left || !right || isHeading(left.role) !== isHeading(right.role))
    return fault('join-first', `“${shorten(text)}”前面没有可以接上的一段`)
  const parts = [
    ...item.parts.slice(0, place.part - 1),
    joinParts(left, right),
    ...item.parts.slice(place.part + 1),
  ]
  return done(replaceItems(draft, { ...item, parts }), found.exact)
}

/** Operation break: a paragraph is two, parted before a quotation. */
export function breakPart(draft: Draft, { item: name, before = '' }: Operation): Applied {
  const target = partAt(draft, before, Number(name))
  return isFault(target) ? target : done(replaceItems(draft, target.item), target.exact)
}

/** Operation move: a part goes into another item or to another place of its own, before a quotation or to the end. */
export function move(draft: Draft, { item: name, text = '', to = '', before }: Operation): Applied {
  const source = partAt(draft, text, Number(name))
  if (isFault(source)) return source
  const part = source.item.parts[source.part]
  if (!part) return missingItem(name)
  const rest = { ...source.item, parts: source.item.parts.filter((_, at) => at !== source.part) }
  const without = replaceItems(draft, rest)
  const placed = putPart(without, part, Number(to), before)
  return 'fault' in placed ? placed : { ...placed, exact: placed.exact && source.exact }
}
