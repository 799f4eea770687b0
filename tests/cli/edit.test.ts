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
  cpSync('tests/content/gh202411', join(out, 'gh202411'), { recursive: true })
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

  it('sets status, order, lead and the facts of the issue, replays them, and takes them back', async () => {
    const out = contentFolder()
    const before = filesOf(out)
    const words = [
      ['set', '03', 'status', 'withdrawn', '人名有误'],
      ['set', '05', 'page', '3'],
      ['set', '00', 'order', '06、02'],
      ['set', '00', 'lead', '6'],
      ['set', '00', 'publication', '工人报'],
      ['set', '00', 'publication', '劳动报'],
      ['set', '00', 'status', 'withdrawn', '整期有误'],
    ]
    for (const one of words) {
      const { status, stderr } = await run(out, ...one)
      expect([status, stderr], one.join(' ')).toEqual([0, ''])
      expect(checkContent(out).problems).toEqual([])
    }
    const issue = filesOf(out).get('issue.md') ?? ''
    expect(issue).toContain('status: "withdrawn"\nreason: "整期有误"\n')
    expect(issue).toContain('order: ["06", "02"]\nlead: "06"\n')
    expect(issue).toContain('publication: "劳动报"')
    expect(filesOf(out).get('03.md')).toContain('status: "withdrawn"\nreason: "人名有误"\n')
    expect(filesOf(out).get('05.md')).toContain('page: "3"\n')
    const edited = filesOf(out)
    const again = [join(out, 'gh202411', 'source.txt'), '--issue', 'gh202411', '--out', out]
    expect((await runHere(importing, again)).stdout).toContain('没有改动')
    expect(filesOf(out)).toEqual(edited)
    // The earlier of two on one fact: the later one stands, and undone it brings what was there before both.
    expect((await run(out, 'undo', '5')).status).toBe(0)
    expect(filesOf(out).get('issue.md')).toContain('publication: "劳动报"')
    for (const _ of words.slice(1)) expect((await run(out, 'undo')).status).toBe(0)
    expect(filesOf(out)).toEqual(before)
  })

  it('understands issue.md edited by hand after an operation, and what the page lost of an order', async () => {
    const out = contentFolder()
    await run(out, 'set', '00', 'lead', '08')
    await run(out, 'set', '00', 'order', '08、07')
    await run(out, 'merge', '07', '08')
    const issue = join(out, 'gh202411', 'issue.md')
    expect(readFileSync(issue, 'utf8')).toContain('order: ["07"]\n')
    expect(readFileSync(issue, 'utf8')).not.toContain('lead:')
    writeFileSync(issue, readFileSync(issue, 'utf8').replace('order: ["07"]', 'order: ["05"]\nlead: "05"'))
    expect((await run(out, 'set', '05', 'topic', '民主管理')).status).toBe(0)
    expect(readFileSync(issue, 'utf8')).toContain('order: ["05"]\nlead: "05"')
    expect((await run(out, 'list')).stdout).toMatch(/改事实（00，“order”，“05”）/)
  })

  it('leaves an article alone that was written for the site, and edits the others beside it', async () => {
    const out = contentFolder()
    const own = join(out, 'gh202411', '09.md')
    const text =
      '---\nid: "gh202411-09"\nissue: "gh202411"\nkind: "article"\ntitle: "编后"\norigin: "web"\n---\n\n平时的功夫。\n'
    writeFileSync(own, text)
    expect((await run(out, 'set', '03', 'topic', '民主管理')).status).toBe(0)
    expect((await run(out, 'split', '02', '近年来,江苏工会')).stdout).toContain('“10”')
    expect((await run(out, 'set', '09', 'topic', '民主管理')).stderr).toContain('是为网站另写的')
    expect(readFileSync(own, 'utf8')).toBe(text)
    expect(checkContent(out).problems).toEqual([])
  })

  it('asks which topic may be meant', async () => {
    const out = contentFolder()
    expect((await run(out, 'set', '03', 'topic', '民主官理')).stderr).toContain('是不是“民主管理”？')
  })

  it('is replayed on a better dump of the page', async () => {
    const out = contentFolder()
    await run(out, 'split', '02', '近年来,江苏工会')
    const page = join(out, 'better.txt')
    const text = readFileSync('tests/content/gh202411/source.txt', 'utf8').replace(
      '8名一线职工',
      '9名一线职工',
    )
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
    ['no reason', ['gh202411', 'set', '03', 'status', 'withdrawn'], 1, /撤回要写明理由/],
    ['another status', ['gh202411', 'set', '00', 'status', 'gone'], 1, /应为 draft（草稿）/],
    ['an order of nothing', ['gh202411', 'set', '00', 'order', '42'], 1, /没有编号为“42”的文章/],
    ['a fact that issues have not', ['gh202411', 'set', '00', 'topic', '民主管理'], 1, /整期没有“topic”/],
    ['an issue that is not there', ['nowhere', 'list'], 1, /没有 .*nowhere 这一期/],
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
