// The store of a build gives back what was read, text for text, with the HTML that was rendered when it was checked.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { loadContent } from '#lib/build/cache/load-content'
import { readContent } from '#lib/format/content-folder'
import { renderBody } from '#lib/format/markdown'
import { openStore, readIndex, storeFiles } from '#lib/library/article-store'
import { summarize } from '#lib/library/summary'

const store = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(store, { recursive: true }))
const load = () => loadContent('tests/content', store, 'this code', () => {})

it('holds what is in content', async () => {
  const { articles, issues, problems } = readContent('tests/content')
  expect(problems).toEqual([])
  expect((await load()).read).toBe(issues.size)
  const stored = openStore(store)
  expect(stored.issues).toEqual(issues)
  expect(stored.articles).toEqual(articles.map(article => summarize(article, issues.get(article.issue))))
  expect(stored.articles.map(stored.read)).toEqual(articles)
})

it('hands over the HTML of a text instead of rendering it again', async () => {
  await load()
  const [issue] = readIndex(storeFiles.index(store))?.issues ?? []
  const file = storeFiles.texts(store, issue?.texts ?? '')
  const [first = '{}', ...rest] = readFileSync(file, 'utf8').split('\n')
  const { body, blocks, html } = JSON.parse(first) as Record<string, string>
  expect(html).toBe(renderBody(body ?? ''))
  // What no renderer would make of it, in as many bytes, so that its place in the file holds.
  const other = JSON.stringify({ body, blocks, html: html?.replaceAll('<p ', '<i ') })
  writeFileSync(file, [other, ...rest].join('\n'))
  // Another process: nothing is remembered there.
  vi.resetModules()
  const another = {
    ...(await import('#lib/library/article-store')),
    ...(await import('#lib/format/markdown')),
  }
  const stored = another.openStore(store)
  const [article] = stored.articles.map(stored.read)
  expect(another.renderBody(article?.body ?? '')).toBe(html?.replaceAll('<p ', '<i '))
  // The checksum tells: a build would not have believed it.
  expect((await load()).read).toBe(1)
  expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(first)
})
