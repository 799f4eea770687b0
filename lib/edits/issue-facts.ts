// Facts of an issue as a whole: set by operations on item 00, written into issue.md, understood from it when it is edited by hand.
import { dateRule } from '../format/date-rule'
import { type IssueFact, issueFacts, type Operation } from '../format/operation'
import { type Issue, printNumber } from '../model/article'
import { changeIssue, type IssueChanges } from '../model/issue-changes'
import { type Applied, type Draft, done, fault } from './draft'

/** The item of an operation that is about the issue as a whole. */
const wholeIssue = '00'

/** Whether an operation is about the issue as a whole. */
export const isOfIssue = ({ item }: Operation) => Number(item) === 0

const separator = /[、,，\s]+/u

/** Numbers of items in a value: 03、01. */
const numbersIn = (value: string): readonly number[] => [
  ...new Set(value.split(separator).filter(Boolean).map(Number)),
]

/** Sets a fact of the issue. Of an order the items that are no longer there are left out. */
export function setIssueFact(draft: Draft, { field = '', value = '', why = '' }: Operation): Applied {
  const fact = issueFacts.find(one => one === field)
  if (!fact) return fault('field-unknown', `整期没有“${field}”这一项，应为：${issueFacts.join('、')}`)
  const wrong = faultOf(fact, value, why)
  if (wrong) return fault('value', wrong)
  const isThere = (number: number) => draft.items.some(({ article }) => article.number === number)
  const named = fact === 'order' || fact === 'lead' ? numbersIn(value) : []
  const there = named.filter(isThere)
  if (named.length > 0 && there.length === 0) return fault('item-missing', `这一期没有编号为“${value}”的文章`)
  const given = named.length > there.length ? there.map(printNumber).join('、') : value
  const facts = { ...draft.issue, ...changesFor(fact, given, why) }
  return done({ ...draft, issue: facts }, named.length === there.length)
}

function faultOf(fact: IssueFact, value: string, why: string): string | undefined {
  if (value === '') return undefined
  if (fact === 'date') return dateRule(value)?.message
  if (fact === 'status') return statusFault(value, why)
  const numbers = numbersIn(value)
  const wrong = numbers.some(number => !Number.isInteger(number) || number < 1)
  if ((fact === 'order' && wrong) || (fact === 'lead' && (wrong || numbers.length !== 1)))
    return `写的是“${value}”，应为编号，如“03”${fact === 'order' ? '，几个用、隔开' : ''}`
  return undefined
}

/** What is wrong with the status of an item or an issue; undefined when it may be set. */
export function statusFault(value: string, why: string): string | undefined {
  if (value === 'withdrawn') return why ? undefined : '撤回要写明理由：--why "……"，读者会在这一页上看到这句话'
  return value === 'draft' || value === 'ready' || value === ''
    ? undefined
    : `写的是“${value}”，应为 draft（草稿）、ready（刊发）或 withdrawn（撤回）`
}

function changesFor(fact: IssueFact, value: string, why: string): IssueChanges {
  const [number] = numbersIn(value)
  switch (fact) {
    case 'order':
      return { order: value ? numbersIn(value) : undefined }
    case 'lead':
      return { lead: number }
    case 'status': {
      const status = value === 'draft' || value === 'withdrawn' ? value : undefined
      return { status, reason: status === 'withdrawn' ? why : undefined }
    }
    default:
      return { [fact]: value }
  }
}

/** A fact of an issue as an operation says it. */
export function factOf(issue: Issue, fact: IssueFact): Pick<Operation, string> {
  const { order = [], lead, status = 'ready', reason } = issue
  if (fact === 'order') return { value: order.map(printNumber).join('、') }
  if (fact === 'lead') return { value: lead === undefined ? '' : printNumber(lead) }
  if (fact === 'status') return { value: status, ...(reason && { why: reason }) }
  return { value: issue[fact] }
}

/** What an operation replaces, in one text that `restored` reads: the status is followed by its reason. */
export const replacedBy = (issue: Issue, fact: IssueFact) =>
  Object.values(factOf(issue, fact)).join(' ').trim()

/** An issue with a fact as it was before an operation. */
export function restored(issue: Issue, fact: IssueFact, was: string): Issue {
  const [status = '', ...reason] = was.split(' ')
  const value = fact === 'status' ? changesFor(fact, status, reason.join(' ')) : changesFor(fact, was, '')
  return changeIssue(issue, value)
}

/** What of an issue.md that was edited by hand is other than its operations say, as operations. */
export function issueOperations(
  issue: Issue,
  operations: readonly Operation[],
  numbers: readonly number[],
): readonly Operation[] {
  return issueFacts.flatMap((fact): Operation[] => {
    const last = operations.filter(one => one.do === 'set' && isOfIssue(one) && one.field === fact).at(-1)
    if (!last) return []
    const said = changeIssue(issue, changesFor(fact, last.value ?? '', last.why ?? ''), numbers)
    if (JSON.stringify(factOf(said, fact)) === JSON.stringify(factOf(issue, fact))) return []
    const now = { field: fact, ...factOf(issue, fact), was: replacedBy(said, fact) }
    return [{ do: 'set', item: wholeIssue, ...now }]
  })
}
