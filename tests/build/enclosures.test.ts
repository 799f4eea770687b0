// The lengths in RSS: those of the files that are published, and no word of an article is taken for one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { enclosuresIn, fillLengths } from '#lib/build/pictures/enclosures'
import { copyPath } from '#lib/model/picture'
import { printFeed } from '#lib/publish/feeds/formats'
import { articleOf } from '../article-of'
import { plainPicture } from '../photographs'

const measured = { width: 3000, height: 2000, checksum: 'ab'.repeat(32) }
const large = copyPath({ measured }, { kind: 'large' })
const text = `<enclosure url="http://localhost:3000${large}" length="0" type="image/jpeg"/>`
const article = articleOf({
  pictures: [{ ...plainPicture, measured, caption: text }],
  title: text,
})
const feed = printFeed(
  { title: '题', description: text, path: '/', articles: [article], issues: [] },
  'feed.xml',
)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'enclosures-'))
  mkdirSync(join(folder, 'pictures'))
  writeFileSync(join(folder, large), Buffer.alloc(4321))
  writeFileSync(join(folder, 'feed.xml'), feed)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('finds the one enclosure that is markup', () => {
  expect(feed.match(/enclosure url/g)?.length).toBeGreaterThan(1)
  expect(enclosuresIn(feed)).toEqual([large])
})

it('fills in the bytes of the file, and changes nothing else', () => {
  fillLengths(folder, ['feed.xml'])
  const filled = readFileSync(join(folder, 'feed.xml'), 'utf8')
  expect(filled).toMatch(/<enclosure url="[^"]+-large\.jpg" length="4321" type="image\/jpeg"\s*\/?>/)
  expect(filled.match(/4321/g)).toHaveLength(1)
  expect(filled.replace('4321', '0')).toBe(feed)
})
