// The text that leaves the house is the text of the articles, to the character, and the lists say how much there is.
import { describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { textsIn } from '#lib/model/article-fields'
import { onSubject, regions, subjects } from '#lib/model/regions'
import { articlePath, homePath, href, issuePath, regionPath, topicPath } from '#lib/model/site'
import { inRegion } from '../in-region'
import { attribute, pages, textOf } from './pages'

const byPath = new Map(pages().map(page => [page.path, page]))
const { articles, issues } = content()

function page(path: string) {
  const found = byPath.get(path)
  if (!found) throw new Error(`no page ${path}`)
  return found
}

const hasClass = (name: string) => (element: Parameters<typeof attribute>[0]) =>
  (attribute(element, 'class') ?? '').split(' ').includes(name)

describe.each(articles)('$id', article => {
  const { elements } = page(articlePath(article.id))
  const textsOf = (name: string) => elements.filter(hasClass(name)).map(textOf)

  it('prints the body as it is', () => {
    const body = elements.find(hasClass('body'))
    const printed = body?.childNodes.map(textOf).filter(text => text.trim() !== '')
    expect(printed).toEqual(article.blocks.map(({ text }) => text))
  })

  it('prints its headings and byline where there are any, and none where there are none', () => {
    expect(textsOf('title').join('')).toContain(article.title)
    expect(textsOf('kicker')).toEqual(article.kicker ? [article.kicker] : [])
    expect(textsOf('subtitle')).toEqual(article.subtitle ? [article.subtitle] : [])
    expect(textsOf('tip').join('')).toBe(article.tipLabel + article.tip)
    const named = [...textsOf('facts'), ...textsOf('credit')].join('')
    expect(named).toContain(article.byline)
    for (const text of textsIn(article, 'foot')) expect(named).toContain(text)
  })

  it('links to its province, topic and issue', () => {
    const links = elements.flatMap(element => attribute(element, 'href') ?? [])
    const region = regions.find(candidate => inRegion(candidate)(article))
    const subject = subjects.find(candidate => onSubject(candidate)(article))
    expect(links).toContain(href(issuePath(article.issue)))
    expect(region && links.includes(href(regionPath(region)))).toBe(true)
    expect(subject && links.includes(href(topicPath(subject)))).toBe(true)
  })
})

describe('lists', () => {
  const cards = (path: string) =>
    page(path)
      .elements.filter(hasClass('card'))
      .map(element => attribute(element, 'id'))

  it('show every article once on the index', () => {
    expect(cards(homePath).sort()).toEqual(articles.map(({ id }) => id).sort())
  })

  it.each(regions.filter(region => articles.some(inRegion(region))))(
    'of $name hold exactly its articles',
    region => {
      const expected = articles.filter(inRegion(region)).map(({ id }) => id)
      expect(cards(regionPath(region)).sort()).toEqual(expected.sort())
    },
  )

  it.each(subjects.filter(subject => articles.some(onSubject(subject))))(
    'on $name hold exactly its articles',
    subject => {
      const expected = articles.filter(onSubject(subject)).map(({ id }) => id)
      expect(cards(topicPath(subject)).sort()).toEqual(expected.sort())
    },
  )

  it('are not made where there is nothing to list', () => {
    const empty = regions.filter(region => !articles.some(inRegion(region)))
    expect(empty.filter(region => byPath.has(regionPath(region)))).toEqual([])
  })

  it('have counts on the index that equal them', () => {
    const tiles = page(homePath).elements.filter(hasClass('full')).map(textOf)
    const filled = tiles.filter(tile => !tile.endsWith('，没有文章'))
    expect(tiles.length).toBe(regions.length - 1)
    expect(filled.length).toBeGreaterThan(0)
    for (const tile of filled) {
      const [, name, count] = /^(\S+)，(\d+) 篇$/.exec(tile) ?? []
      const region = regions.find(candidate => candidate.name === name)
      expect(region && cards(regionPath(region)).length).toBe(Number(count))
    }
  })

  it.each([...issues.values()])('of issue $id hold it whole, in the order of the page', issue => {
    const printed = page(issuePath(issue.id)).elements.filter(hasClass('issue-item'))
    const expected = articles
      .filter(article => article.issue === issue.id)
      .sort((a, b) => a.number - b.number)
    expect(printed.map(element => attribute(element, 'id'))).toEqual(expected.map(({ id }) => id))
    for (const article of expected) {
      const text = printed.map(textOf).join('')
      for (const block of article.blocks) expect(text).toContain(block.text)
    }
  })
})
