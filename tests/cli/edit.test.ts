// npm run edit: decisions as an editor makes them, written only when the whole issue is proved with them.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { command as edit } from '#lib/cli/edit'
import { command as importing } from '#lib/cli/import'
import { runHere } from './run-here'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** A content folder with the issue of the repository. */
function contentFolder(): string {
  const out = mkdtempSync(join(tmpdir(), 'edit-'))
  folders.push(out)
  cpSync('content/gh202411', join(out, 'gh202411'), { recursive: true })
  return out
}

const filesOf = (out: string) =>
  new Map(
    readdirSync(join(out, 'gh202411'))
      .sort()
      .map(name => [name, readFileSync(join(out, 'gh202411', name), 'utf8')]),
  )

const run = (out: string, ...words: readonly string[]) => runHere(edit, ['gh202411', ...words, '--out', out])

describe('npm run edit', () => {
  it('makes decisions, lists them, and undone to the start every byte is as it was', async () => {
    const out = contentFolder()
    const before = filesOf(out)
    const words = [
      ['split', '02', '近年来,江苏工会'],
      ['set', '09', 'topic', '民主管理'],
      ['role', '03', '成都工会组织', 'title'],
      ['leave-out', '03', '据悉,专项', '广告'],
      ['correct', '07', '促进行行业', '促进行业', '衍字'],
      ['merge', '02', '09'],
    ]
    for (const one of words) {
      const { status, stdout, stderr } = await run(out, ...one)
      expect([status, stderr], one.join(' ')).toEqual([0, ''])
      expect(stdout).toMatch(/改动了 .*\d\d\.md/)
      expect(checkContent(out).problems).toEqual([])
    }
    expect((await run(out, 'list')).stdout.trim().split('\n')).toHaveLength(words.length)
    for (const _ of words) expect((await run(out, 'undo')).status).toBe(0)
    expect(filesOf(out)).toEqual(before)
  })

  it('is replayed on a better dump of the page', async () => {
    const out = contentFolder()
    await run(out, 'split', '02', '近年来,江苏工会')
    const page = join(out, 'better.txt')
    const text = readFileSync('content/gh202411/source.txt', 'utf8').replace('8名一线职工', '9名一线职工')
    writeFileSync(page, `报头\n\n${text}`)
    const { stdout } = await runHere(importing, [page, '--issue', 'gh202411', '--out', out])
    rmSync(page)
    const aside = /原来的一期另存在 (\S+)/.exec(stdout)?.[1] ?? ''
    folders.push(aside)
    expect(readFileSync(join(aside, '02.md'), 'utf8')).toContain('8名一线职工')
    expect(filesOf(out).get('02.md')).toContain('9名一线职工')
    expect(filesOf(out).get('09.md')).toMatch(/\n近年来，江苏工会/)
  })

  it.each([
    ['an issue that is not there', ['nowhere', 'list'], 0, /没有改动/],
    [
      'words that the page has not',
      ['gh202411', 'split', '02', '没有的字'],
      1,
      /找不到，应从页面上照抄几个字/,
    ],
    ['a kind that there is not', ['gh202411', 'explode', '02'], 1, /没有“explode”这种改动/],
    ['no item', ['gh202411', 'split'], 1, /应写明是哪一篇/],
    ['no reason', ['gh202411', 'leave-out', '03', '据悉'], 1, /还应写明 --why（理由）/],
    ['an item that there is not', ['gh202411', 'set', '42', 'topic', '民主管理'], 1, /没有编号为“42”的一篇/],
    ['nothing to undo', ['gh202411', 'undo'], 1, /没有第 1 条改动，共 0 条/],
    ['no such topic', ['gh202411', 'set', '03', 'topic', '民主管里'], 1, /应为主题之一/],
  ])('says what is wrong: %s', async (_, words, code, says) => {
    const out = contentFolder()
    const before = filesOf(out)
    const said = await runHere(edit, [...words, '--out', out])
    expect(said.status).toBe(code)
    expect(said.stdout + said.stderr).toMatch(says)
    expect(filesOf(out)).toEqual(before)
  })
})
