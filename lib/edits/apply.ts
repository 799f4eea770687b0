// Applies operations to the items of an issue. Pure: items in, items out, or what does not fit and why.
import { parseArticle, printArticle } from '../format/article-file'
import { type Operation, type OperationKind, type Role, roleName } from '../format/operation'
import type { Article } from '../model/article'
import { addCorrection } from './add-correction'
import { type Applied, type Draft, type DraftItem, done, fault, type Handler, isHeading } from './draft'
import { deleteItem, leaveOut, takeBack } from './leave-out'
import { type Part, partsOf, withParts } from './parts'
import { breakPart, join, merge, move, setRole, split } from './reshape'
import { setFact } from './set-fact'
import { setPicture } from './set-picture'
import type { SourcePage } from './source-page'

/**
 * The draft after one operation. What does not fit is returned as a fault, in Chinese, and the draft stays as it was.
 * Doing again what is already so changes nothing and is no fault. Each item that
 * changes is proved against the source again, and may be written.
 */
export function applyOperation(draft: Draft, operation: Operation, page: SourcePage): Applied {
  const done = handlers[operation.do](draft, operation, page)
  if ('fault' in done) return done
  const twice = done.draft.items.map(({ parts }) => headingTwice(parts)).find(role => role !== undefined)
  if (twice) return fault('role-twice', `一篇里会有两处“${roleName(twice)}”，应先给其中一处改身份`)
  const torn = tornLine(done.draft.items)
  if (torn !== undefined) return fault('inside-line', `源文件第 ${torn} 行会因此被拆开，一行的文字只能整行动`)
  const items = done.draft.items
    .filter(({ parts }) => parts.length > 0)
    .map(item => (draft.items.includes(item) ? item : rebuilt(item, page)))
    .sort((a, b) => a.article.number - b.article.number)
  const changed = items.filter(item => !draft.items.includes(item))
  const unproved = changed.find(item => !partsOf(item.article, page))
  if (unproved) return fault('unproved', `${unproved.article.id} 会因此与源文件对不上，没有照做`)
  const [refused] = changed.flatMap(({ article }) => refusedBy(article))
  if (refused) return fault('refused', refused)
  return { ...done, draft: { ...done.draft, items } }
}

/** What the gate of content/ would say of an article: nothing when it may be written. */
function refusedBy(article: Article): readonly string[] {
  const read = parseArticle(printArticle(article), article.id)
  return Array.isArray(read) ? read.map(({ message }) => `${article.id} 会因此不合格：${message}`) : []
}

const rebuilt = (item: DraftItem, { inked }: SourcePage): DraftItem => ({
  ...item,
  article: withParts(item.article, item.parts, inked),
})

const handlers: Readonly<Record<OperationKind, Handler>> = {
  set: setFact,
  role: setRole,
  split,
  merge,
  join,
  break: breakPart,
  move,
  'leave-out': leaveOut,
  'take-back': takeBack,
  correct: addCorrection,
  settle,
  picture: setPicture,
  delete: deleteItem,
}

/** A heading role that stands in two places of an item with other parts between them. */
function headingTwice(parts: readonly Part[]): Role | undefined {
  return parts.find(
    ({ role }, at) =>
      isHeading(role) &&
      role !== 'picture' &&
      parts[at - 1]?.role !== role &&
      parts.slice(0, at).some(one => one.role === role),
  )?.role
}

/** The draft after all of the operations in their order; undefined when one of them does not fit. */
export function applyAll(
  draft: Draft,
  operations: readonly Operation[],
  page: SourcePage,
): Draft | undefined {
  let made = draft
  for (const operation of operations) {
    const applied = applyOperation(made, operation, page)
    if ('fault' in applied) return undefined
    made = applied.draft
  }
  return made
}

/** A line of the source that the parts would tear: in two places, or broken between two paragraphs. */
function tornLine(items: readonly DraftItem[]): number | undefined {
  const seen = new Set<number>()
  for (const { parts } of items) {
    let last: { readonly line: number | undefined; readonly isBody: boolean } = {
      line: undefined,
      isBody: false,
    }
    for (const { role, lines } of parts) {
      const isBody = !isHeading(role)
      if (isBody && last.isBody && last.line === lines[0]) return last.line
      for (const [at, line] of lines.entries()) {
        const before = at === 0 ? last.line : lines[at - 1]
        if (line !== before && seen.has(line)) return line
        seen.add(line)
      }
      last = { line: lines.at(-1), isBody }
    }
  }
  return undefined
}

function settle(draft: Draft, { item: name, doubt = '' }: Operation): Applied {
  const known = draft.settled.some(one => one.doubt === doubt && one.item === Number(name))
  return known ? done(draft) : done({ ...draft, settled: [...draft.settled, { item: Number(name), doubt }] })
}
