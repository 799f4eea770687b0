// Operations leave-out and take-back: text of the page that stands in no item.
import { inkOf, narrowText } from '../audit/ink'
import { leftOutRule, printLeftOut } from '../format/left-out'
import type { Operation } from '../format/operation'
import { runsOf } from '../import/edition/left-out-list'
import { widen } from '../import/language/punctuation'
import { normaliseCharacters } from '../import/normalise/characters'
import { joinText } from '../import/pipeline/blocks'
import type { LineRange } from '../model/article'
import { findQuote } from './anchor'
import {
  type Applied,
  type Draft,
  done,
  fault,
  isFault,
  missingItem,
  numberOf,
  partAt,
  putPart,
  replaceItems,
  searched,
  shorten,
} from './draft'
import type { Part } from './parts'
import type { SourcePage } from './source-page'

export function leaveOut(
  draft: Draft,
  { item: name, text = '', why = '' }: Operation,
  page: SourcePage,
): Applied {
  const away = leftOutAt(draft, text, page)
  const target = partAt(draft, text, numberOf(name))
  if (isFault(target)) return away ? done(draft) : target
  const { item, part: at } = target
  const part = item.parts[at]
  if (!part) return missingItem(name)
  const shared = item.parts.some(
    (other, index) => index !== at && other.lines.some(line => part.lines.includes(line)),
  )
  if (shared) return fault('line-shared', `“${shorten(text)}”与别的文字在同一行，不能单独不刊`)
  const entries = runsOf([...new Set(part.lines)].sort((a, b) => a - b)).map(lines => ({
    ...{ lines, reason: `不刊（${why}）`, text: '' },
  }))
  const wrong = entries.map(one => leftOutRule(printLeftOut(one))).find(rule => rule !== undefined)
  if (wrong) return fault('reason', `理由写的是“${why}”，应是十五个字以内的一句话，不带冒号`)
  const rest = { ...item, parts: item.parts.filter((_, index) => index !== at) }
  const leftOut = [...draft.leftOut, ...entries].sort((a, b) => a.lines.from - b.lines.from)
  return done({ ...replaceItems(draft, rest), leftOut }, target.exact)
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

export function takeBack(
  draft: Draft,
  { item: name, text = '', before }: Operation,
  page: SourcePage,
): Applied {
  const left = leftOutAt(draft, text, page)
  if (!left) {
    const found = findQuote(text, searched(draft), numberOf(name))
    return 'place' in found
      ? done(draft, found.exact)
      : fault('text-missing', `“${shorten(text)}”不在未收的文字里，或有几处，应从一行的开头多抄几个字`)
  }
  const { entry, line } = left
  const from = line === entry.lines.from ? entry.lines.from : line
  const to = line === entry.lines.from ? entry.lines.to : line
  const rest = runsOf(numbersOf(entry.lines).filter(number => number < from || number > to))
  const leftOut = draft.leftOut.flatMap(one =>
    one === entry ? rest.map(lines => ({ ...entry, lines })) : [one],
  )
  return putPart({ ...draft, leftOut }, paragraphOf(page, { from, to }), numberOf(name), before)
}

const numbersOf = ({ from, to }: LineRange) => Array.from({ length: to - from + 1 }, (_, at) => from + at)

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
