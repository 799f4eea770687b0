// Operation set: a fact of an item that no line of the page has to print.

import { nearest } from '../format/field-reader'
import { type FactName, facts, type Operation } from '../format/operation'
import type { Article } from '../model/article'
import { areProvinces, findRegion, regionWord } from '../model/regions'
import { findTopic, topics } from '../model/topics'
import { type Applied, type Draft, done, fault, isItem, itemAt, replaceItems } from './draft'
import { isOfIssue, setIssueFact, statusFault } from './issue-facts'

/** Operation set: a fact of an item, or of the issue as a whole, whatever the page says. */
export function setFact(draft: Draft, operation: Operation): Applied {
  const { item: name, field = '', value = '', at, why = '' } = operation
  if (isOfIssue(operation)) return setIssueFact(draft, operation)
  const item = itemAt(draft, name, at)
  if (!isItem(item)) return item
  const fact = facts.find(one => one === field)
  if (!fact) return fault('field-unknown', `没有“${field}”这一项，应为：${facts.join('、')}`)
  const values = value === '' ? [] : value.split('、')
  const wrong = fact === 'status' ? statusFault(value, why) : wrongValue(fact, values)
  if (wrong) return fault('value', wrong)
  const article: Article = { ...item.article, ...factValue(fact, values, why) }
  return done(replaceItems(draft, { ...item, article, fixed: new Set([...item.fixed, fact]) }))
}

function wrongValue(fact: FactName, values: readonly string[]): string | undefined {
  if (fact === 'provinces') {
    const unknown = values.find(name => !findRegion(name))
    return (
      unknown && `写的是“${unknown}”，应为${areProvinces ? '省级行政区简称' : `regions.md 里的${regionWord}`}`
    )
  }
  const [value = ''] = values
  if (fact === 'topic')
    return value === '' || findTopic(value)
      ? undefined
      : `写的是“${value}”，应为主题之一${nearest(
          value,
          topics.map(({ name }) => name),
        )}`
  if (fact === 'kind' && value !== 'article' && value !== 'photo')
    return `写的是“${value}”，应为 article 或 photo`
  return undefined
}

function factValue(fact: FactName, values: readonly string[], why: string): Partial<Article> {
  const [value = ''] = values
  switch (fact) {
    case 'kind':
      return { kind: value === 'photo' ? 'photo' : 'article' }
    case 'provinces':
      return {
        provinces: values.flatMap(name => findRegion(name)?.name ?? []),
      }
    case 'topic':
      return { topic: findTopic(value)?.name ?? '' }
    case 'date':
    case 'page':
    case 'pageTitle':
      return { [fact]: value }
    case 'status': {
      const status = value === 'draft' || value === 'withdrawn' ? value : ''
      return { status, reason: status === 'withdrawn' ? why : '' }
    }
    default:
      return { [fact]: values }
  }
}
