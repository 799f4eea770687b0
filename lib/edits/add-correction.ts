// Operation correct: other words than the source has, with the reason.

import { inkOf } from '../audit/ink'
import type { Operation } from '../format/operation'
import { shorten } from '../model/problem'
import { findQuote } from './anchor'
import {
  type Applied,
  type Draft,
  done,
  fault,
  itemNumbered,
  missingItem,
  quoteFault,
  replaceItems,
  searched,
} from './draft'
import type { Part } from './parts'

/** Operation correct: words of the source are printed otherwise, and the article says so. */
export function addCorrection(draft: Draft, operation: Operation): Applied {
  const { item: name, source = '', print = '', why = '', when, by } = operation
  const found = findQuote(source, searched(draft), Number(name))
  const known = draft.items.some(({ article }) =>
    article.corrections.some(one => one.source === source && one.print === print),
  )
  if (known) return done(draft)
  if ('fault' in found) return quoteFault(source, found)
  if (!found.exact) return fault('text-missing', `“${shorten(source)}”在这一期里找不到，更正要与原文一字不差`)
  const item = itemNumbered(draft, found.place.item)
  const part = item?.parts[found.place.part]
  if (!item || !part) return missingItem(name)
  const corrected = correctPart(part, found.place.at, source, print)
  if (!corrected) return fault('text-missing', `“${shorten(source)}”跨了两段，应分开更正`)
  const noted = {
    ...corrected,
    corrections: [...corrected.corrections, { source, print, why, ...(when && { when }), ...(by && { by }) }],
  }
  const parts = item.parts.map(other => (other === part ? noted : other))
  return done(replaceItems(draft, { ...item, parts }))
}

/** A part with the print's words in the place of the source's, all of whose characters stand where the first one stood. */
function correctPart(part: Part, at: number, source: string, print: string): Part | undefined {
  const ink = inkOf(part.text, 1)
  const length = inkOf(source, 1).length
  const [first, last] = [ink[at], ink[at + length - 1]]
  const line = part.lines[at]
  if (!first || !last || line === undefined) return undefined
  const end = last.column - 1 + last.character.length
  const put = inkOf(print, 1).map(() => line)
  return {
    ...part,
    text: part.text.slice(0, first.column - 1) + print + part.text.slice(end),
    lines: [...part.lines.slice(0, at), ...put, ...part.lines.slice(at + length)],
  }
}
