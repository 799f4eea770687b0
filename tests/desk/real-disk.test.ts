// A disk that is really full and one that is really read-only: a file system in memory, where this machine lets us mount one.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { doAct } from '#lib/desk/acts'
import { openDesk } from '#lib/desk/desk'
import { viewIssue } from '#lib/desk/issue-view'
import { factOperation } from '#lib/desk/operations'
import { publishFolder } from '#lib/desk/publish-folder'
import type { Answer } from '#lib/desk/wire'

const issue = 'gh202411'
/** Room for the issue, twice, and little more. In bytes. */
const size = 1_000_000

/** Mounts a file system of that size; what the system says against it, '' where it is there. */
function mount(place: string, ...options: readonly string[]): string {
  const { status, stderr, error } = spawnSync('mount', [...options, place], { encoding: 'utf8' })
  return status === 0 ? '' : stderr || String(error)
}

const home = mkdtempSync(join(tmpdir(), 'disk-'))
const disk = join(home, 'disk')
mkdirSync(disk)
const refused = mount(disk, '-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs')
const content = join(disk, 'content')
const files = () => {
  const dir = join(content, issue)
  return new Map(readdirSync(dir).map(name => [name, readFileSync(join(dir, name), 'utf8')]))
}

afterAll(() => {
  if (refused === '') spawnSync('umount', ['--lazy', disk])
  rmSync(home, { recursive: true, force: true })
})

/** Writes until that many bytes are left. */
function fill(left: number): void {
  rmSync(join(disk, 'filler'), { force: true })
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)))
}

/** Sets the topic of the first item, from a desk that has just been started; its cache lies on the same disk. */
function act(topic: string): Answer | undefined {
  const desk = openDesk(content, join(disk, 'cache'))
  const view = viewIssue(desk, issue)
  const [item] = view?.items ?? []
  if (!view || !item) throw new Error('no issue')
  const operations = [factOperation(item, 'topic', topic)]
  return doAct(desk, issue, { do: 'edit', version: view.version, operations })
}
const messages = (answer: Answer | undefined) => answer?.problems.map(({ message }) => message).join() ?? ''

// Where none can be mounted, the disk of never-lost.test.ts is acted all the same.
describe.skipIf(refused !== '')(`a disk of its own ${refused.trim()}`, () => {
  beforeAll(() => {
    cpSync(join('tests/content', issue), join(content, issue), { recursive: true })
  })

  it('an act on a full disk changes no byte and says so, until there is room for it', () => {
    const before = files()
    let left = 0
    for (; ; left += 4_096) {
      fill(left)
      const answer = act('文化体育')
      if (answer?.problems.length === 0) break
      expect(messages(answer), `${left} bytes left`).toContain('磁盘已满')
      expect(files(), `${left} bytes left`).toEqual(before)
      expect(readdirSync(content), `${left} bytes left`).toEqual([issue])
      expect(left).toBeLessThan(size)
    }
    expect(left).toBeGreaterThan(0)
    expect(files()).not.toEqual(before)
    expect(checkContent(content).problems).toEqual([])
  })

  it('a site that does not fit takes no place of the one that is there', async () => {
    const [built, published] = [join(home, 'built'), join(disk, 'published')]
    mkdirSync(join(built, 'articles'), { recursive: true })
    writeFileSync(join(built, 'index.html'), 'first')
    writeFileSync(join(built, '404.html'), 'none')
    writeFileSync(join(built, 'articles.json'), '[]')
    fill(100_000)
    await publishFolder(built, published, () => {})
    writeFileSync(join(built, 'index.html'), 'second')
    for (let n = 0; n < 50; n += 1) writeFileSync(join(built, 'articles', `${n}.html`), Buffer.alloc(10_000))
    fill(100_000)
    await expect(publishFolder(built, published, () => {})).rejects.toThrow(/ENOSPC|磁盘已满/)
    expect(readFileSync(join(published, 'index.html'), 'utf8')).toBe('first')
    expect(readdirSync(disk).filter(name => name.startsWith('.'))).toEqual([])
    rmSync(published, { recursive: true })
  })

  it('a read-only disk changes nothing and says so', () => {
    fill(500_000)
    const before = files()
    expect(mount(disk, '-o', 'remount,ro')).toBe('')
    expect(messages(act('民主管理'))).toContain('只读')
    expect(files()).toEqual(before)
    expect(mount(disk, '-o', 'remount,rw')).toBe('')
    expect(messages(act('民主管理'))).toBe('')
    expect(files()).not.toEqual(before)
  })
})
