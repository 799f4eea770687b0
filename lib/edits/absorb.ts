// What an editor changed in a file by hand, understood as operations.
import type { FactName, Operation } from '../format/operation'
import { facts } from '../format/operation'
import { type Article, printNumber } from '../model/article'
import { fieldNames } from '../model/article-fields'
import { applyAll } from './apply'
import type { Draft, DraftItem } from './draft'
import { inkLength, type Part, partsOf } from './parts'
import { picturesBetween } from './set-picture'
import type { SourcePage } from './source-page'

/** Characters that a quotation has at least, if its part has as many; it grows until it stands in one place only. */
const shortestQuote = 8

/**
 * The operations that make `now` of the item of that number in a draft: facts set, words corrected, paragraphs joined
 * and broken, roles changed. Undefined when it cannot be said so: then the file stays a file edited by hand.
 */
export function operationsBetween(
  draft: Draft,
  now: Article,
  page: SourcePage,
): readonly Operation[] | undefined {
  const was = draft.items.find(({ article }) => article.number === now.number)
  const parts = was && partsOf(now, page)
  if (!was || !parts) return undefined
  const list = [
    ...correctionsBetween(was.article, now),
    ...(shapeBetween(was, parts, draft) ?? []),
    ...factsBetween(was, now),
    ...picturesBetween(was.article, now, openingOf(was)),
  ]
  const made = applyAll(draft, list, page)?.items.find(({ article }) => article.number === now.number)
  return made && isSame(made.article, now) ? list : undefined
}

/** Whether two articles say the same in every field; how lines are grouped into ranges is not said to anybody. */
function isSame(left: Article, right: Article): boolean {
  return fieldNames.every(
    name => name === 'lines' || JSON.stringify(left[name]) === JSON.stringify(right[name]),
  )
}

/** The opening words of an item, for operations that quote nothing else. */
export const openingOf = ({ parts }: Pick<DraftItem, 'parts'>): string =>
  [...(parts[0]?.text ?? '')].slice(0, 16).join('')

function factsBetween(was: DraftItem, now: Article): readonly Operation[] {
  const textOf = (article: Article, fact: FactName) => [article[fact]].flat().join('、')
  return facts.flatMap((field): Operation[] => {
    const value = textOf(now, field)
    const same = textOf(was.article, field) === value
    if (same && (field !== 'status' || was.article.reason === now.reason)) return []
    const why = field === 'status' && now.reason ? { why: now.reason } : {}
    return [{ do: 'set', item: printNumber(now.number), field, value, at: openingOf(was), ...why }]
  })
}

function correctionsBetween(was: Article, now: Article): readonly Operation[] {
  const known = new Set(was.corrections.map(one => JSON.stringify(one)))
  return now.corrections
    .filter(one => !known.has(JSON.stringify(one)))
    .map(one => ({ ...one, do: 'correct', item: printNumber(now.number) }))
}

/** Breaks, joins and roles, where both have the same characters in the same order; undefined where they have not. */
function shapeBetween(
  was: DraftItem,
  parts: readonly Part[],
  draft: Draft,
): readonly Operation[] | undefined {
  const total = (list: readonly Part[]) => list.reduce((sum, { text }) => sum + inkLength(text), 0)
  if (total(was.parts) !== total(parts)) return undefined
  const [before, after] = [startsOf(was.parts), startsOf(parts)]
  const item = printNumber(was.article.number)
  const bounds = [...before.keys(), ...after.keys(), total(parts)]
  const quoteAt = (start: number) =>
    quoteOf(parts, start, Math.min(...bounds.filter(at => at > start)), draft)
  const breaks = [...after.keys()].filter(start => !before.has(start))
  const joins = [...before.keys()].filter(start => !after.has(start))
  const roles = [...after].filter(([start, role]) => (before.get(start) ?? roleAt(before, start)) !== role)
  return [
    ...breaks.map((start): Operation => ({ do: 'break', item, before: quoteAt(start) })),
    ...joins.map((start): Operation => ({ do: 'join', item, text: quoteAt(start) })),
    // What became the caption or the credit of a picture is said with the picture.
    ...roles
      .filter(([, role]) => role !== 'picture')
      .map(([start, role]): Operation => ({ do: 'role', item, text: quoteAt(start), role })),
  ]
}

/** Where each part starts, in ink characters of the item, and its role. */
function startsOf(parts: readonly Part[]): ReadonlyMap<number, Part['role']> {
  let start = 0
  return new Map(
    parts.map(({ text, role }) => {
      const entry = [start, role] as const
      start += inkLength(text)
      return entry
    }),
  )
}

/** The role of the part that a place is inside of. */
function roleAt(starts: ReadonlyMap<number, Part['role']>, place: number): Part['role'] | undefined {
  return [...starts].filter(([start]) => start <= place).at(-1)?.[1]
}

/** Words from a place on, as many as make them stand nowhere else in the issue, but none beyond `end`. */
function quoteOf(parts: readonly Part[], start: number, end: number, draft: Draft): string {
  const ink = [...parts.map(({ text }) => text.replace(/\s/gu, '')).join('')]
  const page = draft.items.flatMap(one => one.parts.map(({ text }) => text.replace(/\s/gu, ''))).join('\n')
  let length = shortestQuote
  const quote = () => ink.slice(start, Math.min(start + length, end)).join('')
  while (start + length < end && page.split(quote()).length > 2) length += shortestQuote
  return quote()
}
