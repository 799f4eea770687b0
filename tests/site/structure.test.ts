// Every page of out/: one heading, a language, an address, links that lead somewhere.
import { describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { absolute, articlePath, site } from '#lib/model/site'
import { attribute, pages, resolves } from './pages'

const all = pages()
/** Pages with an address of their own: not the 404 page. */
const published = all.filter(({ html }) => !/<meta name="robots" content="noindex/.test(html))

/** What each page breaks of a rule, so that a failure names pages. */
const broken = (rule: (page: (typeof all)[number]) => boolean, list = all) =>
  list.filter(page => !rule(page)).map(({ path }) => path)

describe('every page', () => {
  it('is there', () => {
    expect(published.length).toBeGreaterThan(content().articles.length)
  })

  it('speaks Chinese and says so', () => {
    const speaks = broken(({ elements }) =>
      elements.some(e => e.tagName === 'html' && attribute(e, 'lang') === 'zh-CN'),
    )
    expect(speaks).toEqual([])
  })

  it('has exactly one h1, and no heading that skips a level', () => {
    expect(broken(({ elements }) => elements.filter(e => e.tagName === 'h1').length === 1)).toEqual([])
    const skips = broken(({ elements }) => {
      const levels = elements.flatMap(e => (/^h[1-6]$/.test(e.tagName) ? [Number(e.tagName[1])] : []))
      return levels.every((level, at) => level <= (levels[at - 1] ?? 6) + 1)
    })
    expect(skips).toEqual([])
  })

  it('has a canonical address that is its own', () => {
    const wrong = broken(({ path, elements }) => {
      const links = elements.filter(e => e.tagName === 'link' && attribute(e, 'rel') === 'canonical')
      return links.length === 1 && links[0] !== undefined && attribute(links[0], 'href') === absolute(path)
    }, published)
    expect(wrong).toEqual([])
  })

  it('has a title of its own', () => {
    const titles = published.map(({ html }) => /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '')
    expect(titles.filter(title => !title.includes(site.name))).toEqual([])
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('uses no id twice', () => {
    const twice = broken(({ elements }) => {
      const ids = elements.flatMap(e => attribute(e, 'id') ?? [])
      return new Set(ids).size === ids.length
    })
    expect(twice).toEqual([])
  })

  it('links only to what is there, fragments included', () => {
    const ids = new Map(
      all.map(({ path, elements }) => [path, new Set(elements.flatMap(e => attribute(e, 'id') ?? []))]),
    )
    const dead = all.flatMap(({ path, elements }) =>
      elements
        .filter(
          e => e.tagName === 'a' || e.tagName === 'link' || e.tagName === 'img' || e.tagName === 'script',
        )
        .flatMap(e => attribute(e, 'href') ?? attribute(e, 'src') ?? [])
        .filter(link => !/^(https?|mailto|data):/.test(link))
        .filter(link => {
          const [target = '', fragment] = link.split('#')
          const place = target === '' ? path : (target.slice(site.basePath.length).split('?')[0] ?? '')
          const found = target === '' || resolves(target.split('?')[0] ?? '')
          return (
            !found ||
            (fragment !== undefined && ids.has(place) && !ids.get(place)?.has(decodeURIComponent(fragment)))
          )
        })
        .map(link => `${path} → ${link}`),
    )
    expect(dead).toEqual([])
  })

  it('has no style attribute, which the policy would refuse', () => {
    expect(broken(({ elements }) => elements.every(e => attribute(e, 'style') === undefined))).toEqual([])
  })
})

describe('articles', () => {
  it('have exactly one page each, and there is no other', () => {
    const made = all.map(({ path }) => path).filter(path => /^\/articles\/[^/]+\/$/.test(path))
    expect(made.sort()).toEqual(
      content()
        .articles.map(({ id }) => articlePath(id))
        .sort(),
    )
  })
})
