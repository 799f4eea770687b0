// The pack of newest pages loses nothing; the offline page's list cannot be made to say more than it should.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { packPages, unpackPage } from '#lib/device/offline-pack'
import { listSavedPages } from '../../app/_browser/offline-list'

describe('the pack', () => {
  it('gives every page back as it was', () => {
    const text = fc.string({ unit: 'grapheme' }).filter(s => !/<\/?style/.test(s))
    const page = (style: string) =>
      fc.tuple(text, text).map(([a, b]) => `<head>${a}<style>${style}</style></head>${b}`)
    const css = fc.string({ minLength: 1 }).filter(s => !/<\/?style|^\d+$/.test(s))
    fc.assert(
      fc.property(
        css.chain(style => fc.array(page(style), { minLength: 1, maxLength: 4 })),
        list => {
          const pages = new Map(list.map((html, i) => [`articles/${i}/`, html]))
          const pack = packPages(pages)
          for (const [path, html] of pages) expect(unpackPage(pack, path)).toBe(html)
        },
      ),
    )
  })

  it('keeps a page whose style sheet is another one', () => {
    const pages = new Map([
      ['', '<style>a</style>一'],
      ['x/', '<style>b</style>二'],
    ])
    expect(unpackPage(packPages(pages), 'x/')).toBe('<style>b</style>二')
  })

  it('holds each style sheet once', () => {
    const pages = new Map(
      ['a/', 'b/', 'c/', 'd/'].map((path, i) => [path, `<style>p{color:${i % 2}}</style>${path}`]),
    )
    const pack = packPages(pages)
    expect(pack.styles).toEqual(['p{color:0}', 'p{color:1}'])
    for (const [path, html] of pages) expect(unpackPage(pack, path)).toBe(html)
  })

  it('refuses what it could not give back', () => {
    expect(() => packPages(new Map([['', '<style>a</style><style>0</style>']]))).toThrow(/number/)
  })
})

describe('the list of saved pages', () => {
  const offline = '<h1>离线阅读</h1><div class="saved-pages" id="saved-pages"><p>还没有</p></div><p>脚</p>'
  const page = (path: string, title: string) => ({ path, html: `<head><title>${title}</title></head>` })

  it('says that nothing is saved', () => {
    expect(listSavedPages(offline, [])).toBe(offline)
  })

  it('lists articles, newest first, before other pages', () => {
    const html = listSavedPages(offline, [
      page('/', '工会简报'),
      page('/articles/gh202410-01/', '旧'),
      page('/articles/gh202411-01/', '新'),
    ])
    expect([...html.matchAll(/href="([^"]+)">([^<]+)/g)].map(match => match.slice(1))).toEqual([
      ['/articles/gh202411-01/', '新'],
      ['/articles/gh202410-01/', '旧'],
      ['/', '工会简报'],
    ])
    expect(html).toContain('<p>脚</p>')
    expect(html).toContain('<div class="saved-pages" id="saved-pages"><ul><li>')
    expect(html).not.toContain('还没有')
  })

  it('takes titles as they are escaped, dollar signs too, and refuses strange paths', () => {
    const html = listSavedPages(offline, [page('/a/', '&lt;b&gt; $& $1'), page('/"onclick="x/', '坏')])
    expect(html).toContain('<a href="/a/">&lt;b&gt; $& $1</a>')
    expect(html).not.toContain('onclick')
  })
})
