// Lists: the order of the index, groups, counts, neighbours, related articles.
import { describe, expect, it } from 'vitest'
import { countByCity, countByRegion, groupByRegion, groupBySubject } from '#lib/library/groups'
import { neighboursIn, relatedTo } from '#lib/library/related'
import { type Summary, summarize } from '#lib/library/summary'
import { newestFirst } from '#lib/model/order'
import { nationwide } from '#lib/model/regions'
import { articleOf as wholeArticle } from '../article-of'
import { bulletinsAtOnce } from '../bench/bulletins'
import { inRegion } from '../in-region'

const articleOf = (facts: Parameters<typeof wholeArticle>[0]) => summarize(wholeArticle(facts), undefined)
const ids = (articles: readonly { readonly id: string }[]) => articles.map(({ id }) => id)
const shandong = articleOf({ id: 'a-01', provinces: ['山东'], cities: ['胶州'], topic: '民主管理' })
const both = articleOf({ id: 'a-02', provinces: ['江苏', '山东'], topic: '文化体育' })
const nowhere = articleOf({ id: 'a-03' })

describe('regions', () => {
  it('follow the order of GB/T 2260, 全国 first', () => {
    expect(groupByRegion([shandong, both, nowhere]).map(({ key }) => key.name)).toEqual([
      '全国',
      '江苏',
      '山东',
    ])
  })

  it('show an article once in groups, and under each of its provinces in lists and counts', () => {
    const all = [shandong, both, nowhere]
    const listed = groupByRegion(all).flatMap(({ articles }) => articles)
    expect(listed).toHaveLength(3)
    for (const [region, count] of countByRegion(all)) expect(count).toBe(all.filter(inRegion(region)).length)
    const counts = Object.fromEntries([...countByRegion(all)].map(([{ name }, count]) => [name, count]))
    expect(counts).toMatchObject({ 全国: 1, 江苏: 1, 山东: 2, 北京: 0 })
    expect(ids(all.filter(inRegion(nationwide)))).toEqual(['a-03'])
  })

  it('keep topics in the order of the table, articles without one last', () => {
    expect(groupBySubject([nowhere, both, shandong]).map(({ key }) => key.name)).toEqual([
      '民主管理',
      '文化体育',
      '未分类',
    ])
  })

  it('count cities, most first', () => {
    const second = articleOf({ cities: ['青岛', '胶州'] })
    expect(countByCity([shandong, second])).toEqual([
      ['胶州', 2],
      ['青岛', 1],
    ])
  })
})

describe('newestFirst', () => {
  const issues = new Map([
    ['b', { id: 'b', title: '', date: '2024-11', dateBasis: '据内文', publication: '' }],
    ['c', { id: 'c', title: '', date: '', dateBasis: '', publication: '' }],
  ])
  const precise = articleOf({ id: 'b-02', issue: 'b', number: 2, date: '2024-11-09' })
  const inherited = articleOf({ id: 'b-01', issue: 'b', number: 1 })
  const older = articleOf({ id: 'b-03', issue: 'b', number: 3, date: '2023' })
  const undated = articleOf({ id: 'c-01', issue: 'c', number: 1 })
  const undatedToo = articleOf({ id: 'c-02', issue: 'c', number: 2 })

  it('puts the precise day before its own month, undated last, then the order of the page', () => {
    const sorted = [undatedToo, older, undated, inherited, precise].sort(newestFirst(issues))
    expect(ids(sorted)).toEqual(['b-02', 'b-01', 'b-03', 'c-01', 'c-02'])
  })
})

describe('a card', () => {
  it('has what a list shows, and nothing else can be shown: a list is not made again for it', () => {
    const { card } = articleOf({ authors: ['王芳'] })
    // @ts-expect-error A component that shows it does not compile.
    expect(card.authors).toBeUndefined()
    expect(JSON.stringify(card)).not.toContain('王芳')
  })
})

describe('neighbours and related', () => {
  it('finds what stands before and after', () => {
    const list = [shandong, both, nowhere]
    expect(neighboursIn(list, both)).toEqual({ previous: shandong, next: nowhere })
    expect(neighboursIn(list, shandong).previous).toBeUndefined()
    expect(neighboursIn([both], shandong)).toEqual({ previous: undefined, next: undefined })
  })

  it('says why two articles are related, the same city first, and leaves strangers out', () => {
    const sameCity = articleOf({ id: 'a-04', provinces: ['山东'], cities: ['胶州'] })
    const sameTopic = articleOf({ id: 'a-05', topic: '民主管理' })
    const related = relatedTo(shandong, [nowhere, sameTopic, both, sameCity, shandong], 9)
    expect(related.map(({ article, reason }) => `${article.id} ${reason}`)).toEqual([
      'a-04 同在胶州',
      'a-05 同一主题',
      'a-02 同在山东',
    ])
    expect(relatedTo(shandong, [sameTopic, sameCity, shandong], 1)).toHaveLength(1)
  })

  it('chooses what reading all articles would choose: the closest, then what follows in the list, then the nearest', () => {
    const articles = bulletinsAtOnce(300).articles.map(article => summarize(article, undefined))
    for (const [from, article] of articles.entries()) {
      const closeness = (other: Summary) => {
        const city = article.cities.some(name => other.cities.includes(name))
        const province = article.provinces.some(name => other.provinces.includes(name))
        const topic = article.topic !== '' && article.topic === other.topic
        return (city ? 4 : province ? 1 : 0) + (topic ? 2 : 0)
      }
      const all = articles.map((other, at) => ({ id: other.id, at, close: closeness(other) }))
      const related = all.filter(({ at, close }) => at !== from && close > 0)
      related.sort(
        (a, b) =>
          b.close - a.close ||
          Number(a.at < from) - Number(b.at < from) ||
          Math.abs(a.at - from) - Math.abs(b.at - from),
      )
      expect(relatedTo(article, articles, 4).map(one => one.article.id)).toEqual(
        related.slice(0, 4).map(({ id }) => id),
      )
    }
  })
})
