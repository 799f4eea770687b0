// What an editor has decided, as the importer asks for it: operations replayed on the items that it read.
import type { Doubt } from '../format/doubt'
import type { Operation } from '../format/operation'
import { type Decide, undecided } from '../import/edition/reimport'
import { draftOf, type Outcome, openSays, replay } from './replay'
import { sourcePage } from './source-page'

/** Of a doubt: a decision that was not done hides more than any guess; one done nearly is worth a look. */
const risks = { open: 9, near: 6 } as const

/**
 * A Decide of these operations for a source. `see` hears the outcome of each. An item that is not proved against the
 * source is not touched: the audit refuses the whole page then.
 */
export function decideBy(
  operations: readonly Operation[],
  source: string,
  see: (outcomes: readonly Outcome[]) => void = () => {},
): Decide {
  return (articles, leftOut) => {
    const page = sourcePage(source, leftOut)
    const read = draftOf(articles, leftOut, page)
    if (!read) return allOpen(operations, see)(articles, leftOut)
    const { draft, outcomes } = replay(read, operations, page)
    see(outcomes)
    const readNumbers = new Set(articles.map(({ number }) => number))
    const numbers = draft.items.map(({ article }) => article.number)
    return {
      articles: draft.items.map(({ article }) => article),
      leftOut: draft.leftOut,
      issue: draft.issue,
      doubts: outcomes.flatMap(outcome => doubtOf(outcome, numbers)),
      // Of its own item: others may have a doubt in the same words. One that was split or merged goes on with what it had.
      isSettled: ({ item, message }) =>
        draft.settled.some(
          one =>
            bareDoubt(one.doubt) === message &&
            (one.item === item || !numbers.includes(one.item) || !readNumbers.has(item)),
        ),
    }
  }
}

/** The text of a doubt without what issue.md prints before it: its item and its lines. */
export const bareDoubt = (text: string) => text.replace(/^(?:\d{2,4} )?(?:第[\d–、]+行：)?/u, '')

function doubtOf({ operation, state, message }: Outcome, numbers: readonly number[]): readonly Doubt[] {
  if (state === 'held') return []
  const item = numbers.includes(Number(operation.item)) ? Number(operation.item) : 0
  return [{ item, lines: [], kind: 'edit', risk: risks[state], message }]
}

/** Nothing can be decided about items that are not proved: every operation is left open, and said. */
function allOpen(operations: readonly Operation[], see: (outcomes: readonly Outcome[]) => void): Decide {
  return (articles, leftOut) => {
    const why = '这一版与源文件对不上，没有一条改动能照做'
    const outcomes = operations.map(
      (operation): Outcome => ({ operation, state: 'open', message: openSays(operation, why) }),
    )
    see(outcomes)
    const numbers = articles.map(({ number }) => number)
    const doubts = outcomes.flatMap(outcome => doubtOf(outcome, numbers))
    return { ...undecided(articles, leftOut), doubts }
  }
}
