// The store of a build gives back what was read, text for text, with the HTML that was rendered when it was checked.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { keepContent } from '#lib/build/cache/load-content'
import { readContent } from '#lib/format/content-folder'
import { renderBody } from '#lib/format/markdown'
import { factsOf, openStore, readIndex, storeFiles } from '#lib/library/article-store'

const store = mkdtempSync(join(tmpdir(), 'store-'))
afterAll(() => rmSync(store, { recursive: true }))
const keep = () => keepContent('content', store, 'this code', () => {})

it('holds what is in content', async () => {
  const { articles, issues, problems } = readContent('content')
  expect(problems).toEqual([])
  expect((await keep()).read).toBe(issues.size)
  const kept = openStore(store)
  expect(kept.issues).toEqual(issues)
  // The text is inherited, and read when it is asked for.
  expect(kept.articles.map(article => ({ ...article, body: article.body, blocks: article.blocks }))).toEqual(
    articles,
  )
  for (const [at, article] of articles.entries()) {
    const issue = issues.get(article.issue)
    expect(factsOf(kept.articles[at] ?? article, issue)).toEqual(factsOf(article, issue))
  }
})

it('hands over the HTML of a text instead of rendering it again', async () => {
  await keep()
  const [issue] = readIndex(store)?.issues ?? []
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
  const [article] = another.openStore(store).articles
  expect(another.renderBody(article?.body ?? '')).toBe(html?.replaceAll('<p ', '<i '))
  // The seal tells: a build would not have believed it.
  expect((await keep()).read).toBe(1)
  expect(readFileSync(file, 'utf8').split('\n')[0]).toBe(first)
})
