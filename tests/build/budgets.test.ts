// Budgets: what is counted, what breaks them, and that the message names what is heavy.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { brotliBytes, compressFolder } from '#lib/build/files/compress'
import { writeWhole } from '#lib/build/files/folder'
import { heaviestPages, ownWeight, pageKind, weighPages } from '#lib/build/pages/budgets'
import { loadsOf } from '#lib/build/pages/page-loads'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'weigh-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Letters that no compressor makes much smaller; the same every time for the same seed. */
function noise(length: number, seed = ''): string {
  const number = (i: number) => createHash('sha256').update(`${seed}${i}`).digest().readUInt16LE()
  return Array.from({ length }, (_, i) => String.fromCharCode(0x4e00 + (number(i) % 6000))).join('')
}

async function weigh(file: string, html: string, more: Record<string, string> = {}) {
  for (const [name, text] of Object.entries({ [file]: html, ...more }))
    await writeWhole(join(folder, name), text)
  await compressFolder(folder)
  const [page] = await weighPages(folder, [ownWeight(file, html, brotliBytes(html))], '')
  if (!page) throw new Error('nothing weighed')
  return page
}

const rulesOf = async (...args: Parameters<typeof weigh>) =>
  (await weigh(...args)).problems.map(problem => problem.rule)

it('knows the kinds of pages', () => {
  const files = [
    'index.html',
    'articles/x/index.html',
    'issues/x/index.html',
    'issues/x/2/index.html',
    'regions/shanxi/index.html',
    '404.html',
  ]
  expect(files.map(pageKind)).toEqual(['index', 'article', 'issue', 'issue', 'list', 'list'])
})

it('counts what loads on its own, and knows what text waits for', () => {
  const html =
    '<link rel="icon" href="/i.svg"><link rel="alternate" href="/feed.xml"><link rel="canonical" href="/c">' +
    '<script type="module" src="/scripts/m.js"></script><script src="/scripts/late.js" async></script>' +
    '<link rel="stylesheet" href="/a.css"><script src="/scripts/early.js"></script>' +
    '<img src="/big.png" loading="lazy"><img src="/small.png"><a href="/x/">x</a>' +
    '<index-filter></index-filter><search-page data-load="use"></search-page>'
  expect(loadsOf(html)).toEqual({
    scripts: ['/scripts/m.js', '/scripts/late.js', '/scripts/early.js'],
    others: ['/a.css', '/i.svg', '/small.png'],
    photographs: [],
    blocking: ['/a.css', '/scripts/early.js'],
    elements: ['index-filter'],
  })
})

it('lets a light page pass', async () => {
  expect(await rulesOf('articles/x/index.html', `<article><p>${noise(1500)}</p></article>`)).toEqual([])
})

it('stops an article whose frame is heavy, and says what', async () => {
  const page = await weigh('articles/x/index.html', `<style>${noise(11_000)}</style><p>短</p>`)
  expect(page.problems.map(problem => problem.rule)).toEqual(['budget-article'])
  expect(page.problems[0]?.message).toMatch(/上限 9,000 字节；其中样式 [\d,]+ 字节/)
})

it('does not stop a long text', async () => {
  expect(await rulesOf('articles/x/index.html', `<article><p>${noise(20_000)}</p></article>`)).toEqual([])
})

it.each(['articles/x', 'issues/x', 'regions/zhejiang', 'about', '.'])(
  'stops no page of %s for its text or its links, but for as much of anything else',
  async folder => {
    const file = join(folder, 'index.html')
    const links = Array.from({ length: 900 }, (_, i) => `<a href="/${noise(9, String(i))}/">x</a>`).join('')
    expect(await rulesOf(file, `<style>${noise(3400)}</style>`)).toEqual([])
    expect(await rulesOf(file, `<style>${noise(3400)}</style><ul><li>${noise(9000, 'y')}</li></ul>`)).toEqual(
      [],
    )
    expect(await rulesOf(file, `<style>${noise(3400)}</style>${links}`)).toEqual([])
    const data = `<script type="application/ld+json">${noise(4000, 'd')}</script>`
    expect(await rulesOf(file, `<style>${noise(3400)}</style>${data}`)).toHaveLength(1)
  },
)

it('counts modules with what they import at once, not with what they load on use', async () => {
  const html = '<script type="module" src="/scripts/m.js"></script>'
  const big = `/*${noise(9000)}*/`
  const onUse = { 'scripts/m.js': 'import("./big.js")', 'scripts/big.js': big }
  expect(await rulesOf('a/index.html', html, onUse)).toEqual([])
  const atOnce = { 'scripts/m.js': 'import"./big.js"', 'scripts/big.js': big }
  expect(await rulesOf('a/index.html', html, atOnce)).toEqual(['budget-script'])
})

it('counts the module of an element that stands in the page, unless it waits for the reader', async () => {
  const script = '<script type="module" src="/scripts/m.js"></script>'
  const files = {
    'scripts/m.js': 'import("./big-part-ABCDEFGH.js")',
    'scripts/big-part-ABCDEFGH.js': `/*${noise(9000)}*/`,
  }
  const rules = (html: string) => rulesOf('a/index.html', script + html, files)
  expect(await rules('<big-part></big-part>')).toEqual(['budget-script'])
  expect(await rules('<big-part data-load="use"></big-part>')).toEqual([])
  expect(await rules('<big-part data-load="near"></big-part>')).toEqual(['budget-script'])
  expect(await rules('<other-part></other-part>')).toEqual([])
  const frontPage = `${script}<big-part data-load="near"></big-part>`
  expect(await rulesOf('index.html', frontPage, files)).toEqual([])
})

it('lets a whole issue be as long as its text, but no heavier otherwise', async () => {
  const [text, other] = [noise(20_000), noise(20_000, 'other ')]
  expect(await rulesOf('issues/x/index.html', `<p>${text}</p>`)).toEqual([])
  const rules = await rulesOf('issues/y/index.html', `<style>${other}</style><p>${text}</p>`)
  expect(rules).toEqual(['budget-issue', 'budget-everything'])
})

it('stops what text would have to wait for', async () => {
  const page = await weigh('a/index.html', '<link rel="stylesheet" href="/a.css">', { 'a.css': 'p{}' })
  expect(page.problems.map(problem => problem.rule)).toEqual(['budget-requests'])
  expect(page.problems[0]?.message).toContain('/a.css')
})

it('stops a page that drags too much along', async () => {
  const html = '<img src="/a.png" alt="">'
  expect(await rulesOf('a/index.html', html, { 'a.png': 'x'.repeat(26_000) })).toEqual(['budget-everything'])
})

it('names the heaviest page of each kind, of two hundred thousand as of two', () => {
  const page = (kind: 'article' | 'list', bytes: number) => ({
    file: 'x.html',
    kind,
    page: bytes,
    everything: bytes,
    script: 5000,
    problems: [],
  })
  const articles = Array.from({ length: 200_000 }, (_, at) => page('article', at === 7 ? 9000 : 100))
  expect(heaviestPages([...articles, page('list', 2000)])).toBe(
    '文章 9,000 字节，首页 0 字节，列表 2,000 字节，整期 0 字节；脚本 5,000 字节（gzip）',
  )
})

it('weighs photographs apart, by what a phone and a desk would take of them', async () => {
  const copies = {
    'pictures/x-1080.webp': 'x'.repeat(52_000),
    'pictures/x-1440.webp': 'x'.repeat(140_000),
    'pictures/x.jpg': 'x'.repeat(30_000),
    'articles/x/square.jpg': 'x'.repeat(8_000),
  }
  const html = (more = '') =>
    '<img src="/articles/x/square.jpg"><picture><source media="(prefers-reduced-data: reduce)" srcset="/pictures/x.jpg">' +
    '<source srcset="/pictures/x-1080.webp 1080w, /pictures/x-1440.webp 1440w"><img src="/pictures/x.jpg"></picture>' +
    `<img src="/pictures/later.jpg" loading="lazy">${more}`
  const file = 'articles/x/index.html'
  expect(await rulesOf(file, html(), copies)).toEqual([])
  const heavier = { ...copies, 'pictures/x-1080.webp': 'x'.repeat(52_001) }
  expect(await rulesOf(file, html(), heavier)).toEqual(['budget-photographs'])
  const onDesk = { ...copies, 'pictures/x-1440.webp': 'x'.repeat(142_001) }
  expect(await rulesOf(file, html(), onDesk)).toEqual(['budget-photographs'])
})
