// A site published to an object store: by the calls of rclone, in their order; what was not sent whole is said, and is sent by the next time.
// A program of this test stands in for rclone; where rclone itself is installed, it does the same to a folder.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type DeskSite, openSite } from '#lib/desk/site'
import type { SiteWish } from '#lib/desk/wire'
import { type DeskFolder, deskFolder } from './desk-folder'
import { smallSite } from './small-site'

let folder: DeskFolder
let home = ''
let site: DeskSite
const path = process.env.PATH ?? ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'upload-'))
  folder = deskFolder()
})
afterEach(() => {
  process.env.PATH = path
  folder.remove()
  rmSync(home, { recursive: true, force: true })
})

/** A site for a reader's address, or for one of this machine; its remote is a folder. */
function open(address: string): void {
  const content = folder.desk.out
  const small = smallSite(home, content)
  site = openSite({
    ...{ content, folder: folder.published, remote: join(home, 'store'), uploaded: join(home, 'uploaded') },
    built: join(home, 'out'),
    build: async hear => {
      const outcome = await small(hear)
      writeFileSync(join(home, 'out', 'robots.txt'), `Sitemap: ${address}/sitemap.xml\n`)
      mkdirSync(join(home, 'out', '_next/static'), { recursive: true })
      writeFileSync(join(home, 'out', '_next/static/a.css'), 'a{}')
      writeFileSync(join(home, 'out', 'index.html.br'), 'br')
      return outcome
    },
  })
}

/**
 * The program that stands in for rclone: it says which checksums it knows, notes its other calls, copies a folder, and fails from the call on
 * that it is told.
 */
function standIn(failsAt = 0, hashes: readonly string[] = ['md5']): void {
  const programs = join(home, 'programs')
  mkdirSync(programs, { recursive: true })
  const code = `#!${process.execPath}
const { appendFileSync, cpSync, readFileSync } = require('node:fs')
const calls = ${JSON.stringify(join(home, 'calls'))}
if (process.argv[2] === 'backend') {
  console.log(JSON.stringify({ Hashes: ${JSON.stringify(hashes)} }))
  process.exit(0)
}
appendFileSync(calls, JSON.stringify(process.argv.slice(2)) + '\\n')
const count = readFileSync(calls, 'utf8').trim().split('\\n').length
if (${failsAt} > 0 && count >= ${failsAt}) {
  process.stderr.write('NOTICE: trying\\nERROR : 403 AccessDenied\\n')
  process.exit(7)
}
cpSync(process.argv[3], process.argv[4], { recursive: true })
`
  writeFileSync(join(programs, 'rclone'), code, { mode: 0o755 })
  process.env.PATH = `${programs}${delimiter}${path}`
}
const calls = (): readonly (readonly string[])[] =>
  readFileSync(join(home, 'calls'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

/** Asks for something, waits until it is done; how it ended. */
async function does(wish: SiteWish): Promise<string> {
  const refused = site.ask(wish)
  await site.idle()
  return refused || (site.state().said?.text ?? '')
}
const publish = () => does({ do: 'publish', way: 'upload', build: site.state().build, issue: 'gh202411' })
const changed = async () => (await site.changes('upload'))?.pages.length

describe('an upload', () => {
  it('is three calls: files that never change, pages, deletions; what is there then is remembered', async () => {
    open('https://news.example')
    standIn()
    await does({ do: 'build' })
    expect(await changed()).toBe(10)
    expect(await publish()).toBe(`已上传到 ${join(home, 'store')}`)
    expect(calls().map(([call, from, to]) => [call, from, to])).toEqual(
      ['copy', 'copy', 'sync'].map(call => [call, join(home, 'out'), join(home, 'store')]),
    )
    const [first = [], second = [], third = []] = calls().map(args => args.join(' '))
    expect(first).toContain('Cache-Control: public, max-age=31536000, immutable')
    expect(second).toContain('no-cache')
    expect(third).toContain('--delete-after')
    expect(await changed()).toBe(0)
    writeFileSync(
      join(folder.dir, '07.md'),
      readFileSync(join(folder.dir, '07.md'), 'utf8').replace('促进行行业', '促进行业'),
    )
    expect(await publish()).toContain('先看过会变的页面')
    await does({ do: 'build' })
    expect(await changed()).toBe(1)
    expect(await publish()).toContain('已上传')
    expect(await changed()).toBe(0)
  })

  it('that is cut off says what rclone said, remembers nothing, and goes on the next time', async () => {
    open('https://news.example')
    standIn(2)
    await does({ do: 'build' })
    expect(await publish()).toBe('没有传完：ERROR : 403 AccessDenied。再发布一次会接着传')
    expect(site.state()).toMatchObject({ under: '', fresh: true, said: { good: false } })
    expect(await changed()).toBe(10)
    expect(existsSync(join(home, 'uploaded'))).toBe(false)
    rmSync(join(home, 'calls'))
    standIn()
    expect(await publish()).toContain('已上传')
    expect(await changed()).toBe(0)
  })

  it('to a store without checksums sends every page: one of the same length may be another', async () => {
    open('https://news.example')
    await does({ do: 'build' })
    for (const [hashes, pages] of [
      [['md5'], '--checksum'],
      [[], '--ignore-times'],
    ] as const) {
      rmSync(join(home, 'calls'), { force: true })
      standIn(0, hashes)
      expect(await publish()).toContain('已上传')
      expect(calls()[1]).toContain(pages)
      expect(calls().flat().includes('--checksum')).toBe(hashes.length > 0)
    }
  })

  it('without rclone says how to get it', async () => {
    open('https://news.example')
    process.env.PATH = join(home, 'nothing')
    await does({ do: 'build' })
    expect(await publish()).toContain('没有 rclone：Debian 上 apt install rclone')
    expect(await changed()).toBe(10)
  })

  it('of a site for this machine alone is refused', async () => {
    open('http://localhost:3000')
    await does({ do: 'build' })
    const way = site.state().ways.find(one => one.way === 'upload')
    expect(way?.fault).toContain('没有写网址')
    expect(await publish()).toBe('这样发布不了，请换一种方式')
  })
})

const hasRclone = spawnSync('rclone', ['version'], { stdio: 'ignore' }).status === 0

it.runIf(hasRclone)('by rclone itself leaves what readers get, and takes away what is gone', async () => {
  open('https://news.example')
  await does({ do: 'build' })
  expect(await publish()).toContain('已上传')
  const store = (name = '') => readdirSync(join(home, 'store', name)).sort()
  expect(store()).toEqual(['404.html', '_next', 'articles', 'articles.json', 'index.html', 'robots.txt'])
  expect(store('articles')).toHaveLength(8)
  rmSync(join(folder.dir, '08.md'))
  await does({ do: 'build' })
  expect(await publish()).toContain('已上传')
  expect(store('articles')).toHaveLength(7)
})
