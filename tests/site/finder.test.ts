// The finder tells the truth on every page: a count is the length of the list that its link leads to, beside what is chosen there;
// what has no article leads nowhere. Cities are lists with an address of their own.
import type { DefaultTreeAdapterTypes as Tree } from 'parse5'
import { describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { regionOf } from '#lib/model/regions'
import { cityPath, href, regionPath, site } from '#lib/model/site'
import { attribute, elementsOf, pages, textOf } from './pages'

const all = pages()
const byPath = new Map(all.map(page => [page.path, page]))
const pathOf = (link: string) => link.slice(site.basePath.length)
const hasClass = (element: Tree.Element, name: string) =>
  (attribute(element, 'class') ?? '').split(' ').includes(name)

/** “共 12 篇” at the head of a list. */
function lengthOf(path: string): number | undefined {
  const says = byPath.get(path)?.elements.find(element => hasClass(element, 'page-says'))
  const found = /共 (\d+) 篇/.exec(says ? textOf(says) : '')?.[1]
  return found === undefined ? undefined : Number(found)
}

type Choice = {
  readonly page: string
  readonly to: string | undefined
  readonly count: number
  readonly slug: string
}

/** The choices of a page's finder that are not made yet. */
const choices: readonly Choice[] = all.flatMap(({ path, elements }) =>
  elements
    .filter(element => hasClass(element, 'finder'))
    .flatMap(elementsOf)
    .filter(element => attribute(element, 'data-region') ?? attribute(element, 'data-topic'))
    .filter(element => attribute(element, 'aria-current') === undefined)
    .map(element => {
      const number = elementsOf(element).find(part => hasClass(part, 'count') || part.tagName === 'small')
      return {
        page: path,
        to: attribute(element, 'href'),
        count: number ? Number(textOf(number)) : 0,
        slug: attribute(element, 'data-region') ?? attribute(element, 'data-topic') ?? '',
      }
    }),
)

describe('every choice on every page', () => {
  it('is there to be looked at', () => {
    expect(choices.length).toBeGreaterThan(100)
    expect(choices.some(({ count }) => count === 0)).toBe(true)
  })

  it('says how long the list is that it leads to', () => {
    const wrong = choices.filter(({ to, count }) => to !== undefined && lengthOf(pathOf(to)) !== count)
    expect(wrong).toEqual([])
  })

  it('leads nowhere where there is nothing, and somewhere where there is something', () => {
    expect(choices.filter(({ to, count }) => (to === undefined) !== (count === 0))).toEqual([])
  })

  it('keeps what is chosen: on a region its topics, on a topic its regions', () => {
    const kept = choices.filter(
      ({ page, to }) => to && /^\/regions\/[^/]+\/$/.test(page) && to.includes(pathOf(page)),
    )
    expect(kept.length).toBeGreaterThan(0)
    const lost = choices.filter(({ page, to, slug }) => {
      const [, region] = /^\/regions\/([^/]+)\//.exec(page) ?? []
      return (
        to &&
        region &&
        slug !== region &&
        !to.includes(`/regions/${region}/`) &&
        !to.includes(`/regions/${slug}/`)
      )
    })
    expect(lost).toEqual([])
  })
})

it('is folded nowhere: no browser can keep it shut on a desktop', () => {
  const finders = all.flatMap(({ elements }) => elements.filter(element => hasClass(element, 'finder')))
  expect(finders.length).toBeGreaterThan(5)
  expect(finders.flatMap(elementsOf).filter(({ tagName }) => tagName === 'details')).toEqual([])
})

it('what is chosen can be taken back by its own link', () => {
  for (const { path, elements } of all.filter(page => /^\/regions\/[a-z]+\/$/.test(page.path))) {
    const chosen = elements.filter(
      element => attribute(element, 'aria-current') && attribute(element, 'data-region'),
    )
    expect(chosen.length, path).toBeGreaterThan(0)
    expect(chosen.map(element => attribute(element, 'href'))).toEqual(chosen.map(() => href('/')))
  }
})

it('each city of each region has a list of exactly its articles', () => {
  const { articles } = content()
  const cities = articles.flatMap(({ provinces, cities }) =>
    provinces.flatMap(name => cities.map(city => ({ region: regionOf(name), city }))),
  )
  expect(cities.length).toBeGreaterThan(0)
  for (const { region, city } of cities) {
    const path = cityPath(region, city)
    const expected = articles.filter(
      article => article.cities.includes(city) && article.provinces.includes(region.name),
    )
    expect(path).toMatch(/^[a-z0-9/-]+$/)
    expect(lengthOf(path), city).toBe(expected.length)
  }
})

it('counts 地区: an autonomous region, a municipality and a special administrative region are no 省', () => {
  expect(
    all
      .filter(({ html }) => /\d\s*(?:个)?省(?!级)/.test(html.replace(/<article.*?<\/article>/gs, '')))
      .map(({ path }) => path),
  ).toEqual([])
  expect(regionPath({ slug: 'beijing' })).toBe('/regions/beijing/')
})
