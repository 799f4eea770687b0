// Replays the operations of an issue on what the importer reads afresh: each holds, or is a doubt that shows both sides.

import type { LeftOut } from '../format/left-out'
import { type Operation, operations } from '../format/operation'
import type { Article } from '../model/article'
import { shorten } from '../model/problem'
import { applyOperation } from './apply'
import type { Applied, Draft } from './draft'
import { partsOf } from './parts'
import type { SourcePage } from './source-page'

export type Outcome = {
  readonly operation: Operation
  /** held: done as it was meant; near: done where the quoted words have changed a little; open: not done. */
  readonly state: 'held' | 'near' | 'open'
  /** Chinese: what was decided and what the page has; '' when it held. */
  readonly message: string
  /** Why it was not done: the rule of the fault. */
  readonly rule?: string
}

type Replayed = { readonly draft: Draft; readonly outcomes: readonly Outcome[] }

/**
 * The draft of articles as they are read: their parts, nothing settled. Undefined when one of them is not proved against
 * the source: operations would not know its lines.
 */
export function draftOf(
  articles: readonly Article[],
  leftOut: readonly LeftOut[],
  page: SourcePage,
): Draft | undefined {
  const items = articles.flatMap(article => {
    const parts = partsOf(article, page)
    return parts ? [{ article, parts, fixed: new Set<never>() }] : []
  })
  return items.length === articles.length ? { items, leftOut, issue: {}, settled: [] } : undefined
}

/** Applies the operations in their order. One that does not fit is left open and the next ones go on without it. */
export function replay(draft: Draft, list: readonly Operation[], page: SourcePage): Replayed {
  const outcomes: Outcome[] = []
  let now = draft
  for (const operation of list) {
    const applied = applyAgain(now, operation, page)
    if ('fault' in applied) {
      outcomes.push({
        operation,
        state: 'open',
        message: openSays(operation, applied.fault.message),
        rule: applied.fault.rule,
      })
      continue
    }
    now = applied.draft
    const state = applied.exact ? 'held' : 'near'
    outcomes.push({ operation, state, message: applied.exact ? '' : nearSays(operation) })
  }
  return { draft: now, outcomes }
}

/** The steps of a replay that were taken before: from which draft, with which operation, to what. The next one differs at its end. */
type Step = {
  readonly draft: Draft
  readonly page: SourcePage
  readonly key: string
  readonly applied: Applied
}
const steps: Step[] = []
const manySteps = 500

/** What an operation comes to, as before where it was applied to the same items. */
function applyAgain(draft: Draft, operation: Operation, page: SourcePage): Applied {
  const key = JSON.stringify(operation)
  const known = steps.find(one => one.key === key && one.page === page && isSame(one.draft, draft))
  if (known) return known.applied
  const applied = applyOperation(draft, operation, page)
  steps.unshift({ draft, page, key, applied })
  steps.length = Math.min(steps.length, manySteps)
  return applied
}

/** Whether two drafts are of the same articles, and nothing else about them differs. */
function isSame(one: Draft, other: Draft): boolean {
  if (one === other) return true
  const facts = ({ items: _items, ...others }: Draft) => JSON.stringify(others)
  return (
    one.items.length === other.items.length &&
    one.items.every((item, at) => {
      const its = other.items[at]
      return (
        item.article === its?.article &&
        item.parts === its.parts &&
        item.fixed.size === 0 &&
        its.fixed.size === 0
      )
    }) &&
    facts(one) === facts(other)
  )
}

/** Keys that the program writes. */
const filledIn: readonly string[] = ['was', 'checksum', 'pictures']

/** An operation in a few words of an editor: 拆成两篇（03，“江苏3个一线职工…”）. */
export function showOperation(operation: Operation): string {
  const { name, keys } = operations[operation.do]
  const values = keys.flatMap(({ name: key }) =>
    operation[key] && !filledIn.includes(key) ? [`“${shorten(operation[key], 16)}”`] : [],
  )
  return `${name}（${[operation.item, ...values].join('，')}）`
}

/** Chinese: a decision that was not done, and why. */
export const openSays = (operation: Operation, why: string) =>
  `您的改动“${showOperation(operation)}”没有照做：${why}`

const nearSays = (operation: Operation) =>
  `您的改动“${showOperation(operation)}”所引的文字有变化，已按相近的文字照做，请看是否还对`
