// What the head of a page says, and what it says in schema.org's words.
import { describe, expect, it } from 'vitest'
import { feedFormats } from '#lib/publish/feeds/formats'
import { articleMetadata, homeMetadata, listMetadata } from '#lib/publish/metadata'
import { articleData, listData, scriptText } from '#lib/publish/structured-data'
import { articleOf } from '../article-of'

const issue = { id: 'x1', title: '2024年11月', date: '2024-11', dateBasis: '内文', publication: '' }
const article = articleOf({
  title: '工匠学院建在“链主”企业',
  kicker: '山东胶州市总打造——',
  authors: ['张楠'],
  provinces: ['山东'],
  cities: ['胶州'],
  topic: '产业工人队伍建设与培训',
})

describe('the metadata of an article', () => {
  const metadata = articleMetadata(article, issue)

  it('has one address everywhere', () => {
    const address = 'http://localhost:3000/articles/x1-01/'
    expect(metadata.alternates.canonical).toBe(address)
    expect(metadata.openGraph.url).toBe(address)
    expect(metadata.openGraph.images[0]?.url).toBe(`${address}card.png`)
  })

  it('gives the time of publication only if its day is printed with the item', () => {
    expect(metadata.openGraph).not.toHaveProperty('publishedTime')
    const day = { ...issue, date: '2024-11-12' }
    expect(articleMetadata(article, day).openGraph).not.toHaveProperty('publishedTime')
    expect(articleMetadata({ ...article, date: '2024-11-12' }, issue).openGraph).toHaveProperty(
      'publishedTime',
      '2024-11-12',
    )
  })
})

describe('the metadata of lists', () => {
  it('names a filter with its length', () => {
    const list = listMetadata({
      name: '山西 · 民主管理',
      path: '/regions/shanxi/democracy/',
      count: 3,
      says: '三篇',
    })
    expect(list.title).toBe('山西 · 民主管理：3 篇')
    expect(list.description).toBe('三篇')
    expect(list.alternates.canonical).toBe('http://localhost:3000/regions/shanxi/democracy/')
  })

  it('offers the feeds of a list beside it, the site’s elsewhere', () => {
    const path = '/regions/shanxi/'
    const list = { name: '山西', path, count: 0, says: '' }
    const offered = listMetadata({ ...list, feed: path }).alternates.types
    expect(offered).toMatchObject({
      'application/rss+xml': '/regions/shanxi/feed.xml',
      'application/atom+xml': '/regions/shanxi/atom.xml',
      'application/feed+json': '/regions/shanxi/feed.json',
    })
    expect(listMetadata(list).alternates.types).toEqual({
      'application/rss+xml': '/feed.xml',
    })
    const types = feedFormats.map(({ type }) => type)
    expect(Object.keys(offered)).toEqual(types)
    expect(Object.keys(homeMetadata({ says: '' }).alternates.types)).toEqual(types)
  })
})

describe('structured data', () => {
  it('says of an article what is known, with the GB code of its province, and leaves out what is not', () => {
    expect(articleData(article, issue)).toEqual({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'NewsArticle',
          url: 'http://localhost:3000/articles/x1-01/',
          headline: '工匠学院建在“链主”企业',
          alternativeHeadline: '山东胶州市总打造——',
          author: [{ '@type': 'Person', name: '张楠' }],
          articleSection: '产业工人队伍建设与培训',
          contentLocation: [
            {
              '@type': 'AdministrativeArea',
              name: '山东',
              identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: '370000' },
            },
            { '@type': 'City', name: '胶州' },
          ],
          inLanguage: 'zh-CN',
          image: 'http://localhost:3000/articles/x1-01/card.png',
          isPartOf: {
            '@type': 'PublicationIssue',
            name: '2024年11月',
            url: 'http://localhost:3000/issues/x1/',
          },
          citation: '2024年11月，x1 第 1 篇',
        },
        {
          '@type': 'BreadcrumbList',
          itemListElement: [
            { '@type': 'ListItem', position: 1, name: '工会简报', item: 'http://localhost:3000/' },
            {
              '@type': 'ListItem',
              position: 2,
              name: '山东',
              item: 'http://localhost:3000/regions/shandong/',
            },
            {
              '@type': 'ListItem',
              position: 3,
              name: '工匠学院建在“链主”企业',
              item: 'http://localhost:3000/articles/x1-01/',
            },
          ],
        },
      ],
    })
  })

  it('dates an article as precisely as it is printed, and never by inference', () => {
    const dateIn = (data: object) => /"datePublished":"([^"]*)"/.exec(JSON.stringify(data))?.[1]
    expect(dateIn(articleData(article, issue))).toBeUndefined()
    expect(dateIn(articleData(article, { ...issue, dateBasis: '' }))).toBe('2024-11')
    expect(dateIn(articleData({ ...article, date: '2024-11-12' }, issue))).toBe('2024-11-12')
  })

  it('cannot end the script element that it stands in', () => {
    const data = listData([{ name: '</script><script>alert(1)</script><!--', path: '/' }])
    expect(scriptText(data)).not.toContain('<')
    expect(JSON.parse(scriptText(data))).toEqual(data)
  })
})
