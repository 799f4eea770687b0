// What is removed as unused, and what must not be.
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { filesIn, writeWhole } from '#lib/build/files/folder'
import { namedChunks, removeUnusedChunks } from '#lib/build/next/unused-chunks'

const folder = mkdtempSync(join(tmpdir(), 'leftovers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const sheet = '_next/static/chunks/a.css'
const fromSheet = '_next/static/media/named-in-the-sheet.svg'
const onPage = '_next/static/media/only-on-404.svg'

it('drops the chunks that neither a page nor its style sheet names, and the folders that they leave empty', async () => {
  for (const file of [
    '_next/static/ZcmNZpX3/_buildManifest.js',
    '_next/static/chunks/a.js',
    onPage,
    fromSheet,
  ])
    await writeWhole(join(folder, file), '')
  await writeWhole(join(folder, sheet), `.a{background:url(/${fromSheet})}`)
  await writeWhole(join(folder, 'articles/x/index.html'), '')
  mkdirSync(join(folder, '_next/static/named-by-chance'))
  expect(await removeUnusedChunks(folder, new Set([sheet, onPage]))).toBe(2)
  expect(await filesIn(folder)).toEqual([sheet, fromSheet, onPage, 'articles/x/index.html'].sort())
  expect(readdirSync(join(folder, '_next/static'))).toEqual(['chunks', 'media'])
  expect(await removeUnusedChunks(folder, new Set())).toBe(3)
  expect(readdirSync(folder)).toEqual(['articles'])
  expect(await removeUnusedChunks(folder, new Set())).toBe(0)
})

it('finds named files wherever the site is hosted', () => {
  const html =
    '<img src="/folder/_next/static/media/a.9x.svg"/><style>.a{background:url(/folder/_next/static/b.png)}</style>'
  expect(namedChunks(html)).toEqual(['_next/static/media/a.9x.svg', '_next/static/b.png'])
})
