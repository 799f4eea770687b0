// Pages and answers are taken from Next's folder, under the names that a static host serves; nothing else is.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { filesIn, writeWhole } from '#lib/build/files/folder'
import { collectPages, servedAs } from '#lib/build/next/collect-output'

const folder = mkdtempSync(join(tmpdir(), 'collect-'))
afterAll(() => rmSync(folder, { recursive: true }))

it.each([
  ['index.html', 'index.html'],
  ['articles/gh202411-01.html', 'articles/gh202411-01/index.html'],
  ['all/2.html', 'all/2/index.html'],
  ['_not-found.html', '404.html'],
  ['feed.xml.body', 'feed.xml'],
  ['manifest.webmanifest.body', 'manifest.webmanifest'],
  ['_global-error.html', undefined],
  ['articles/gh202411-01.rsc', undefined],
  ['articles/gh202411-01.meta', undefined],
  ['articles/gh202411-01.segments/_full.segment.rsc', undefined],
  ['articles/[id]/page.js', undefined],
])('%s is served as %s', (file, name) => expect(servedAs(file)).toBe(name))

it('moves them, and replaces those of the same name', async () => {
  const app = (file: string) => join(folder, '.next', 'server', 'app', file)
  for (const file of ['index.html', 'all.html', 'all/2.html', 'all.rsc', 'feed.xml.body'])
    await writeWhole(app(file), file)
  await writeWhole(join(folder, 'to', 'all', 'index.html'), 'old')
  await collectPages(join(folder, '.next'), join(folder, 'to'))
  expect(await filesIn(join(folder, 'to'))).toEqual([
    'all/2/index.html',
    'all/index.html',
    'feed.xml',
    'index.html',
  ])
  expect(await filesIn(join(folder, '.next'))).toEqual(['server/app/all.rsc'])
})
