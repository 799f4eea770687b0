// Other ways to read what the importer doubts: each a list of operations that the page bears, found by trying them.
import { applyAll } from '../edits/apply'
import type { Draft } from '../edits/draft'
import type { SourcePage } from '../edits/source-page'
import type { Doubt } from '../format/doubt'
import { type Operation, type Role, roleName } from '../format/operation'
import { shortHash } from '../import/edition/reimport'
import { printNumber } from '../model/article'
import {
  breakOperation,
  correctOperation,
  factOperation,
  roleOperation,
  settleOperation,
  splitOperation,
} from './operations'
import type { ItemView, PartView, Reading, Segment } from './wire'

/** What a doubt is about: it, its item as the desk shows it. */
type Doubted = { readonly doubt: Doubt; readonly item: ItemView }

/**
 * Gives the other readings of a doubt in a draft, in a fixed order; accepting it as it is read is not among them. `trials`
 * remembers which of them an item bears: they are tried again only when the item has changed.
 */
export function readingsIn(draft: Draft, page: SourcePage, trials: Map<string, boolean>) {
  const isBorne = (item: ItemView, operations: readonly Operation[]): boolean => {
    const key = `${itemStamp(item)} ${JSON.stringify(operations)}`
    const numbered = operations.map(one => withNumber(one, draft))
    const borne = trials.get(key) ?? applyAll(among(draft, numbered), numbered, page) !== undefined
    if (trials.size > mostTrials) trials.clear()
    trials.set(key, borne)
    return borne
  }
  return (doubt: Doubt, item: ItemView | undefined): readonly Reading[] => {
    if (!item) return []
    const settled = settleOperation(item.name, doubt.message)
    return [headingWays, joinWays, slipWays, placeWays]
      .flatMap(way => way({ doubt, item }))
      .filter(({ operations }) => isBorne(item, operations))
      .map(({ says, operations }) => ({ says, operations: [...operations, settled] }))
  }
}

/** Checksums of items as they are shown. */
const stamps = new WeakMap<ItemView, string>()

function itemStamp(item: ItemView): string {
  const stamp = stamps.get(item) ?? shortHash(JSON.stringify(item))
  stamps.set(item, stamp)
  return stamp
}

/** A split with a number that is free, which is filled in when it is done. */
const withNumber = (operation: Operation, { items }: Draft): Operation =>
  operation.do === 'split'
    ? { ...operation, as: printNumber(Math.max(...items.map(({ article }) => article.number)) + 1) }
    : operation

/** The draft with the items alone that some operations are about: no other can change. */
function among(draft: Draft, operations: readonly Operation[]): Draft {
  const names = new Set(operations.flatMap(({ item, with: other = '', to = '' }) => [item, other, to]))
  return { ...draft, items: draft.items.filter(({ article }) => names.has(printNumber(article.number))) }
}

/** Trials that are remembered; a page has some fifty. */
const mostTrials = 5_000

const isFrom = ({ doubt }: Doubted, { line }: Segment) =>
  doubt.lines.some(({ from, to }) => from <= line && line <= to)

/** Two lines above a text: a kicker, a subtitle, the label of a column; one line: a label, a sub-heading, text. */
function headingWays(doubted: Doubted): readonly Reading[] {
  const { doubt, item } = doubted
  if (!['headings', 'title', 'section', 'sense', 'label', 'credit'].includes(doubt.kind)) return []
  const isHeading = ({ role }: PartView) => role !== 'paragraph' && role !== 'subheading'
  const [upper, lower] = item.parts.filter(
    part => isHeading(part) && part.segments.some(one => isFrom(doubted, one)),
  )
  const as = (part: PartView, role: Role) => roleOperation({ item, part }, role)
  if (!upper) return []
  if (!lower)
    return (['column', 'byline', 'subheading', 'paragraph'] as const)
      .filter(role => role !== upper.role)
      .map(role => ({ says: `这一行是${roleName(role)}`, operations: [as(upper, role)] }))
  const titled: Reading =
    upper.role === 'title'
      ? { says: '上一行是引题，下一行是主题', operations: [as(lower, 'title'), as(upper, 'kicker')] }
      : { says: '上一行是主题，下一行是副题', operations: [as(upper, 'title'), as(lower, 'subtitle')] }
  const labelled = { says: '上一行是栏目', operations: [as(upper, 'column'), as(lower, 'title')] }
  return [titled, labelled]
}

/** A place where the text may not go on: joined over a break of the source, or a part that may begin another item. */
function joinWays(doubted: Doubted): readonly Reading[] {
  const { doubt, item } = doubted
  if (!['join', 'rotated', 'moved', 'sense', 'section', 'form', 'caption'].includes(doubt.kind)) return []
  const later = item.parts.slice(1).flatMap(({ segments }) => segments.slice(0, 1))
  // A line that may be the title of another item: that begins with it, wherever its own text was joined.
  const isHead = doubt.kind === 'sense' || doubt.kind === 'section'
  const head = isHead ? later.find(({ line }) => line === doubt.lines[0]?.from) : undefined
  const seams = head ? [] : item.parts.flatMap(({ segments }) => segments.slice(1))
  const seam = seams.findLast(one => isFrom(doubted, one))
  const start = head ?? seam ?? later.find(one => isFrom(doubted, one))
  if (!start) return []
  const split: Reading = {
    says: `第 ${start.line} 行起另成一篇`,
    operations: [splitOperation(item, start.quote)],
  }
  const apart = { says: '不接，另起一段', operations: [breakOperation(item, start.quote)] }
  return seam ? [apart, split] : [split]
}

/** A character that the source seems to have twice. */
function slipWays({ doubt, item }: Doubted): readonly Reading[] {
  const [, source = '', twice = ''] = /^原文“(.+?)”照印：“(.)”字相连两次/u.exec(doubt.message) ?? []
  const print = source.replace(twice + twice, twice)
  if (doubt.kind !== 'slip' || source === print) return []
  const operations = [correctOperation(item, source, print, `衍“${twice}”字`)]
  return [{ says: `改为“${print}”，注明更正`, operations }]
}

/** A place that was inferred: only its province, or none. */
function placeWays({ doubt, item }: Doubted): readonly Reading[] {
  if (doubt.kind !== 'place') return []
  const listOf = (fact: string) =>
    (item.facts.find(({ name }) => name === fact)?.value ?? '').split('、').filter(Boolean)
  const [provinces, cities] = [listOf('provinces'), listOf('cities')]
  const set = (field: string, value: string) => factOperation(item, field, value)
  return [
    ...(cities.length > 0
      ? [{ says: `只写${provinces.join('、')}，不写市县`, operations: [set('cities', '')] }]
      : []),
    ...(provinces.length > 1
      ? [{ says: `只有${provinces[0]}`, operations: [set('provinces', provinces[0] ?? '')] }]
      : []),
    {
      says: '不写地区（全国）',
      operations: [set('provinces', ''), ...(cities.length > 0 ? [set('cities', '')] : [])],
    },
  ]
}
