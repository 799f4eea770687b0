// Where a text that an editor quoted stands on the page, in this dump or in a better one.
import { inkOf, narrowText } from '../audit/ink'
import { remember } from '../model/remember'
import type { Part } from './parts'

/** A place in an item: which part, and before which of its ink characters. */
export type ItemPlace = { readonly item: number; readonly part: number; readonly at: number }

export type FoundQuote =
  | { readonly place: ItemPlace; readonly exact: boolean }
  | { readonly fault: 'missing' | 'ambiguous'; readonly count: number }

/** An item as it is searched: its number and its parts. */
type Searched = { readonly number: number; readonly parts: readonly Part[] }

/** A quotation shorter than this is never looked for by a part of it. In ink characters. */
const shortestFragment = 6

/** Texts that are remembered as they are compared: the parts of a large issue. */
const manyTexts = 2_000

/** A text as quotations are compared: ink only, marks as a dump has them. */
const folded = remember(
  manyTexts,
  (text: string) => text,
  (text: string) => narrowText(inkOf(text, 1)),
)

/**
 * Finds a quotation: in the item that it was made in, else anywhere on the page. Where it is not there to the letter,
 * the place is where its first or its last half stands, once; `exact` is then false. `opens`: it quotes the opening words
 * of a part, so that of several places the only one where a part begins is meant, unless it is so short that it may have been meant for another.
 */
export function findQuote(
  quote: string,
  items: readonly Searched[],
  number: number,
  opens: 'opens' | 'anywhere' = 'anywhere',
): FoundQuote {
  const wanted = folded(quote)
  const own = items.filter(item => item.number === number)
  const all = placesOf(wanted, own).length > 0 ? placesOf(wanted, own) : placesOf(wanted, items)
  const opening =
    opens === 'opens' && [...wanted].length >= shortestFragment ? all.filter(({ at }) => at === 0) : []
  const exact = opening.length === 1 ? opening : all
  const [place] = exact
  if (exact.length === 1 && place) return { place, exact: true }
  if (exact.length > 1) return { fault: 'ambiguous', count: exact.length }
  const near = nearPlace(wanted, own) ?? nearPlace(wanted, items)
  return near ? { place: near, exact: false } : { fault: 'missing', count: 0 }
}

function placesOf(wanted: string, items: readonly Searched[]): readonly ItemPlace[] {
  if (wanted === '') return []
  return items.flatMap(({ number, parts }) =>
    parts.flatMap(({ text }, part) => {
      const where = folded(text)
      const places: ItemPlace[] = []
      for (let at = where.indexOf(wanted); at >= 0; at = where.indexOf(wanted, at + 1))
        places.push({ item: number, part, at: [...where.slice(0, at)].length })
      return places
    }),
  )
}

/** Of a quotation that changed somewhere: the place that its first or its last half names. */
function nearPlace(wanted: string, items: readonly Searched[]): ItemPlace | undefined {
  const letters = [...wanted]
  const half = Math.ceil(letters.length / 2)
  if (half < shortestFragment) return undefined
  const head = placesOf(letters.slice(0, half).join(''), items)
  if (head.length === 1) return head[0]
  const tail = placesOf(letters.slice(half).join(''), items)
  const [place] = tail
  if (tail.length !== 1 || !place || place.at < half) return undefined
  return { ...place, at: place.at - half }
}
