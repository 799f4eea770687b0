// sitemap.xml: every page once, and no day that content does not prove.
import { describe, expect, it } from 'vitest'
import { contentSource, libraryOf } from '#lib/library/library'
import { pagesOf, sitemapOf, sitemapPart, sitemapParts } from '#lib/publish/sitemap'
import { articleOf } from '../article-of'

const issue = { id: 'x1', title: '', date: '2024-11-12', dateBasis: '内文', publication: '' }
const library = libraryOf(
  contentSource({
    articles: [
      articleOf({ id: 'x1-01', number: 1, date: '2024-11-12', provinces: ['山西'], topic: '女职工' }),
      articleOf({ id: 'x1-02', number: 2, date: '2024-11' }),
      articleOf({
        id: 'x1-03',
        number: 3,
        date: '2024-11-12',
        corrections: [{ source: '甲', print: '乙', why: '丙' }],
      }),
      articleOf({ id: 'x1-04', number: 4 }),
    ],
    issues: new Map([['x1', issue]]),
  }),
)

describe('the sitemap', () => {
  it('names every page once', () => {
    const paths = pagesOf(library).map(({ path }) => path)
    expect(paths).toEqual([
      '/',
      '/search/',
      '/about/',
      '/offline/',
      '/all/',
      '/regions/quanguo/',
      '/regions/quanguo/other/',
      '/regions/shanxi/',
      '/regions/shanxi/women/',
      '/topics/women/',
      '/topics/other/',
      '/issues/x1/',
      ...['01', '02', '03', '04'].map(number => `/articles/x1-${number}/`),
    ])
  })

  it('says when a page was last changed only where a printed day proves it', () => {
    const proven = pagesOf(library).filter(({ lastmod }) => lastmod)
    expect(proven).toEqual([{ path: '/articles/x1-01/', lastmod: '2024-11-12' }])
  })

  it('is one file up to 50,000 addresses, then an index of parts', () => {
    const pages = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ path: `/articles/x-${at}/` }))
    expect(sitemapOf(pages(50_000)).match(/<url>/g)).toHaveLength(50_000)
    const many = pages(100_001)
    expect(sitemapParts(many)).toEqual(['1.xml', '2.xml', '3.xml'])
    expect(sitemapOf(many).match(/<loc>[^<]*/g)).toEqual(
      ['1.xml', '2.xml', '3.xml'].map(name => `<loc>http://localhost:3000/sitemaps/${name}`),
    )
    const parts = sitemapParts(many).map(name => sitemapPart(many, name).match(/<loc>/g)?.length)
    expect(parts).toEqual([50_000, 50_000, 1])
  })
})
