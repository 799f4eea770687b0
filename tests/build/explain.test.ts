// Why a page is made again: said of what was recorded, of the content, and of the files.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type BuildManifest, isUpToDate, recordFiles } from '#lib/build/cache/build-manifest'
import { differencesIn, explainPage, reasonToRebuild } from '#lib/build/cache/explain'
import { checksumInputs, routes } from '#lib/build/cache/routes'
import { filesIn, writeWhole } from '#lib/build/files/folder'
import { contentSource, libraryOf } from '#lib/library/library'
import type { Article } from '#lib/model/article'
import { articleOf } from '../article-of'

const out = mkdtempSync(join(tmpdir(), 'explain-'))
afterAll(() => rmSync(out, { recursive: true }))

const issue = { id: 'x1', title: '一期', date: '', dateBasis: '', publication: '' }
const libraryWith = (...articles: readonly Partial<Article>[]) =>
  libraryOf(contentSource({ articles: articles.map(articleOf), issues: new Map([['x1', issue]]) }))

const toolchain = { checksum: 'a', compiled: 'a', parts: { 'app/page.tsx': '1', SITE_URL: '' } }
const before = libraryWith({ provinces: ['山西'] })
await writeWhole(join(out, 'articles/x1-01/index.html'), '<p>')
await writeWhole(join(out, 'index.html'), '<p>')
const last: BuildManifest = {
  toolchain,
  content: 'c',
  inputs: checksumInputs(before, () => true),
  files: recordFiles(out, await filesIn(out), new Set()),
  pages: {},
}
const ask = (path: string, library = before, more: object = {}) =>
  explainPage({ path, last, toolchain, library, published: before, out, ...more }).join('\n')

describe('a page', () => {
  it('that is as it was is said to be', () => {
    expect(ask('/articles/x1-01/')).toBe('/articles/x1-01/ 没有变，沿用上次的')
    for (const address of ['/articles/x1-01.md', 'articles/x1-01', 'http://localhost:3000/articles/x1-01/'])
      expect(ask(address)).toMatch(/没有变/)
  })

  it('is made again for what has changed in its inputs, and for nothing else', () => {
    const after = libraryWith({ provinces: ['山西'], authors: ['王芳'] })
    const said = ask('/articles/x1-01/', after)
    expect(said).toContain('内容变了：article.authors.0：无 → "王芳"')
    // A card shows no authors: a list is as it was.
    expect(ask('/regions/shanxi/', after)).toMatch(/没有变/)
    expect(ask('/regions/shanxi/', libraryWith({ provinces: ['山西'], kicker: '引' }))).toContain(
      '内容变了：cards.0.kicker："" → "引"',
    )
  })

  it('is new, gone, or made in every build', () => {
    expect(ask('/articles/x1-02/', libraryWith({}, { id: 'x1-02', number: 2 }))).toContain('上次没有这一页')
    expect(ask('/articles/x1-01/', libraryWith())).toContain('现在没有这一页，上次有')
    expect(ask('/')).toContain('由全站内容生成')
    expect(ask('/artikel/x1-01/')).toContain('没有 /artikel/x1-01/，应写站内的网址')
  })

  it('is made again when a file of it is not what was written, or the code has changed', async () => {
    const other = { checksum: 'b', compiled: 'b', parts: { 'app/page.tsx': '2', SITE_URL: '' } }
    expect(ask('/articles/x1-01/', before, { toolchain: other })).toContain('代码或设置变了：app/page.tsx')
    await writeWhole(join(out, 'articles/x1-01/index.html'), '<p>spoilt')
    expect(ask('/articles/x1-01/')).toContain('articles/x1-01/index.html 不是上次写出的样子')
    expect(isUpToDate(last, 'c', out, await filesIn(out))).toBe(false)
  })
})

it('a site is up to date when its content and all its files are as recorded', async () => {
  const files = await filesIn(out)
  const fresh = { ...last, files: recordFiles(out, files, new Set()) }
  expect(isUpToDate(fresh, 'c', out, files)).toBe(true)
  expect(isUpToDate(fresh, 'd', out, files)).toBe(false)
  expect(isUpToDate(fresh, 'c', out, [...files, 'more.txt'])).toBe(false)
  expect(isUpToDate(undefined, 'c', out, files)).toBe(false)
})

it('without a manifest there is nothing to reuse, and that is said', () => {
  expect(reasonToRebuild(undefined, toolchain)).toContain('没有上次的记录')
  expect(reasonToRebuild(last, toolchain)).toBe('')
})

it('differences name each place with both values', () => {
  expect(differencesIn({ a: [1, { b: 'x' }] }, { a: [1, { b: 'y' }], c: true })).toEqual([
    'a.1.b："x" → "y"',
    'c：无 → true',
  ])
  expect(differencesIn({ a: undefined }, {})).toEqual([])
})

it('inputs of every page are plain data: JSON gives them back', () => {
  for (const { params, inputs } of routes)
    for (const param of params(before)) {
      const own = inputs(before, param)
      expect(JSON.parse(JSON.stringify(own))).toEqual(own)
    }
})
