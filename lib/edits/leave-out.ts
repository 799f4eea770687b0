// Operations leave-out, delete and take-back: text of the page that stands in no item.

import { inkOf, narrowText } from '../audit/ink'
import { type LeftOut, leftOutRule, printLeftOut } from '../format/left-out'
import type { Operation } from '../format/operation'
import { widen } from '../import/language/punctuation'
import { normaliseCharacters } from '../import/normalise/characters'
import { joinText } from '../import/pipeline/blocks'
import type { LineRange } from '../model/article'
import { numbersIn, rangesIn } from '../model/line-ranges'
import { shorten } from '../model/problem'
import { findQuote } from './anchor'
import {
  type Applied,
  type Draft,
  done,
  fault,
  isFault,
  itemNumbered,
  missingItem,
  partAt,
  putPart,
  replaceItems,
  searched,
} from './draft'
import type { Part } from './parts'
import type { SourcePage } from './source-page'

/** Operation leave-out: the part that begins with a quotation goes to the list of what was left out, with the reason. */
export function leaveOut(
  draft: Draft,
  { item: name, text = '', why = '' }: Operation,
  page: SourcePage,
): Applied {
  const away = leftOutAt(draft, text, page)
  const target = partAt(draft, text, Number(name))
  if (isFault(target)) return away ? done(draft) : target
  const { item, part: at } = target
  const part = item.parts[at]
  if (!part) return missingItem(name)
  const shared = item.parts.some(
    (other, index) => index !== at && other.lines.some(line => part.lines.includes(line)),
  )
  if (shared) return fault('line-shared', `“${shorten(text)}”与别的文字在同一行，不能单独不刊`)
  const entries = entriesOf(part.lines, why)
  if (!entries) return reasonFault(why)
  const rest = { ...item, parts: item.parts.filter((_, index) => index !== at) }
  return done(
    { ...replaceItems(draft, rest), leftOut: inOrder([...draft.leftOut, ...entries]) },
    target.exact,
  )
}

/** Lines as entries of the list of what was left out; undefined where the reason is none that the list can have. */
function entriesOf(numbers: readonly number[], why: string): readonly LeftOut[] | undefined {
  const entries = rangesIn([...new Set(numbers)].sort((a, b) => a - b)).map(lines => ({
    ...{ lines, reason: `不刊（${why}）`, text: '' },
  }))
  return why !== '' && entries.every(one => !leftOutRule(printLeftOut(one))) ? entries : undefined
}

const reasonFault = (why: string) => fault('reason', `理由写的是“${why}”，应是十五个字以内的一句话，不带冒号`)

const inOrder = (entries: readonly LeftOut[]) => [...entries].sort((a, b) => a.lines.from - b.lines.from)

/** Operation delete: an item goes, and every line of it is left out for that reason. Its pictures have to be taken away first. */
export function deleteItem(
  draft: Draft,
  { item: name, at = '', why = '' }: Operation,
  page: SourcePage,
): Applied {
  const found = findQuote(at, searched(draft), Number(name), 'opens')
  const place = 'place' in found ? found.place : undefined
  const item = at === '' ? itemNumbered(draft, Number(name)) : place && itemNumbered(draft, place.item)
  if (!item) return leftOutAt(draft, at, page) ? done(draft) : missingItem(name)
  if (place && (place.part > 0 || place.at > 0))
    return fault('item-missing', `“${shorten(at)}”现在在 ${item.article.id} 的中间，不是一篇的开头，没有删去`)
  const [picture] = item.article.pictures
  if (picture) return fault('delete-picture', `这一篇有图片 ${picture.file}，应先撤去图片，再删这一篇`)
  const numbers = item.parts.flatMap(({ lines }) => lines)
  const entries = entriesOf(numbers, why)
  if (!entries) return reasonFault(why)
  // Words that were left out of one of its lines go with the line.
  const others = draft.leftOut.filter(one => !one.text || !numbers.includes(one.lines.from))
  const items = draft.items.filter(one => one !== item)
  return done(
    { ...draft, items, leftOut: inOrder([...others, ...entries]) },
    'place' in found ? found.exact : true,
  )
}

const folded = (text: string) => narrowText(inkOf(text, 1))

/** The entry that a line which begins with a quotation was left out by, and that line. */
function leftOutAt({ leftOut }: Draft, quote: string, { lines }: SourcePage) {
  const wanted = folded(quote)
  const found = leftOut.flatMap(entry => {
    if (entry.text || wanted === '') return []
    const { from, to } = entry.lines
    const at = lines.slice(from - 1, to).findIndex(line => folded(line).startsWith(wanted))
    return at < 0 ? [] : [{ entry, line: from + at }]
  })
  return found.length === 1 ? found[0] : undefined
}

/** Operation take-back: lines that were left out are a part of an item again. */
export function takeBack(
  draft: Draft,
  { item: name, text = '', before }: Operation,
  page: SourcePage,
): Applied {
  const left = leftOutAt(draft, text, page)
  if (!left) {
    const found = findQuote(text, searched(draft), Number(name))
    return 'place' in found
      ? done(draft, found.exact)
      : fault('text-missing', `“${shorten(text)}”不在未收的文字里，或有几处，应从一行的开头多抄几个字`)
  }
  const { entry, line } = left
  const from = line === entry.lines.from ? entry.lines.from : line
  const to = line === entry.lines.from ? entry.lines.to : line
  const rest = rangesIn(numbersIn(entry.lines).filter(number => number < from || number > to))
  const leftOut = draft.leftOut.flatMap(one =>
    one === entry ? rest.map(lines => ({ ...entry, lines })) : [one],
  )
  return putPart({ ...draft, leftOut }, paragraphOf(page, { from, to }), Number(name), before)
}

/** Lines of the source as a paragraph, in the normal form that the importer gives them. */
function paragraphOf({ lines, ink }: SourcePage, { from, to }: LineRange): Part {
  const text = lines
    .slice(from - 1, to)
    .map(line => widen(normaliseCharacters(line)).trim())
    .reduce(joinText, '')
  return {
    role: 'paragraph',
    text,
    lines: ink
      .slice(from - 1, to)
      .flat()
      .map(({ line }) => line),
    corrections: [],
  }
}
