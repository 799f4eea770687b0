// Random operations on a draft, of every kind, their texts copied from the page.
import type { Draft } from '#lib/edits/draft'
import type { Operation } from '#lib/format/operation'

/** Numbers in turn, each below what is asked for. */
export const dice = (numbers: readonly number[]) => {
  let at = 0
  return (below: number) => (numbers[at++ % numbers.length] ?? 0) % Math.max(1, below)
}

const nameOf = (number: number) => String(number).padStart(2, '0')

/** `source`: the lines of the page; `pick` gives a number below its argument. */
export function anyOperation(
  draft: Draft,
  source: readonly string[],
  pick: (below: number) => number,
): Operation {
  const [one, two] = [draft.items[pick(draft.items.length)], draft.items[pick(draft.items.length)]]
  const [part, there] = [one?.parts[pick(one.parts.length)], two?.parts[pick(two.parts.length)]]
  const [item, other] = [nameOf(one?.article.number ?? 1), nameOf(two?.article.number ?? 1)]
  const quote = (of: typeof part) => (of?.text ?? '').slice(0, 8 + pick(20))
  const free = nameOf(Math.max(...draft.items.map(({ article }) => article.number)) + 1)
  const left = source[(draft.leftOut[0]?.lines.from ?? 1) - 1] ?? ''
  const at = quote(one?.parts[0])
  const text = quote(part)
  const role = ['title', 'kicker', 'subheading', 'paragraph'][pick(4)] ?? ''
  const options: readonly Operation[] = [
    { do: 'split', item, before: text, as: free },
    { do: 'merge', item, with: other, at: quote(two?.parts[0]) },
    { do: 'move', item, text, to: other, before: quote(there) },
    { do: 'leave-out', item, text, why: '试' },
    { do: 'take-back', item, text: left.trim().slice(0, 12) },
    { do: 'role', item, text, role },
    { do: 'join', item, text },
    { do: 'break', item, before: text },
    { do: 'delete', item, at, why: '试' },
    { do: 'correct', item, source: text.slice(0, 4), print: '甲乙丙', why: '试' },
    { do: 'settle', item, doubt: '试' },
    { do: 'set', item, field: 'topic', value: '民主管理', at },
    { do: 'set', item, field: 'page', value: `A${1 + pick(9)}`, at },
    { do: 'set', item, field: 'status', value: 'withdrawn', why: '试', at },
    { do: 'set', item, field: 'status', value: 'draft', at },
    { do: 'set', item: '00', field: 'order', value: [...new Set([item, other])].join('、'), was: '' },
    { do: 'set', item: '00', field: 'lead', value: item, was: '' },
    { do: 'set', item: '00', field: 'publication', value: '试报', was: '' },
  ]
  return options[pick(options.length)] ?? { do: 'settle', item, doubt: '试' }
}
