// npm run import as an editor runs it: several pages at once, standard input, full disks, and kills at any moment.
import { spawn, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, describe, expect, it } from 'vitest'
import { recover, writeIssueFolder } from '#lib/cli/issue-folder'
import { readContent } from '#lib/format/content-folder'

const dir = mkdtempSync(join(tmpdir(), 'import-cli-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const page = 'content/gh202411/source.txt'
const command = ['--import', 'tsx', 'lib/cli/import.ts']

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...command, ...args], {
    input,
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(stderr).not.toMatch(/^\s+at /m) // never a stack trace
  return { status, stdout, stderr }
}

const out = (name: string) => join(dir, name)
const issuesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])

describe('npm run import', () => {
  it('goes on after a page that failed, prints tables and doubts, and ends with 1', () => {
    const pages = join(dir, 'pages')
    mkdirSync(pages)
    copyFileSync(page, join(pages, 'GH202411_2.txt'))
    writeFileSync(join(pages, 'a.txt'), '')
    writeFileSync(join(pages, 'notes.md'), 'not a page')
    const { status, stdout, stderr } = run([pages, join(dir, 'none.txt'), '--out', out('several')])
    expect(status).toBe(1)
    expect(issuesIn(out('several'))).toEqual(['gh202411-2'])
    expect(stderr).toContain(`${join(pages, 'a.txt')}:1:1 page-empty`)
    expect(stderr).toContain(`${join(dir, 'none.txt')}:1 page-missing`)
    expect(stdout).toMatch(/^号 +类 +地区 +主题 +题$/m)
    expect(stdout).toMatch(/^01 {2}文章 {2}山西 {2}思想引领与宣传 +山西工会“四个联动”构建“大宣传”工作格局$/m)
    expect(stdout).toContain('3 版，2 版没有导入')
    const doubts = stdout.split(/^\d\d 存疑.*$/m).slice(1)
    expect(doubts.length).toBe(8)
    for (const list of doubts) expect(list.match(/^ {3}第\d+/gm)?.length).toBeLessThanOrEqual(3)
  })

  it('reads standard input, and gives a program JSON and nothing else', () => {
    const text = readFileSync(page, 'utf8')
    const { status, stdout, stderr } = run(['-', '--issue', 'x-1', '--out', out('input'), '--json'], text)
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [result] = JSON.parse(stdout)
    expect(result).toMatchObject({ issue: 'x-1', state: 'written', encoding: 'UTF-8', problems: [] })
    expect(result.items).toHaveLength(8)
    expect(result.items[7].doubts[0]).toMatchObject({ kind: 'slip', lines: [{ from: 133, to: 133 }] })
  })

  it.each([
    ['no page', [], '没有写明版面文件'],
    ['one id for two pages', [page, page, '--issue', 'x'], '--issue 只能用于一个文件'],
    ['an unknown option', [page, '--force'], '--force'],
    ['a rule that cannot be allowed', [page, '--allow', 'encoding-utf16'], '--allow 不能是'],
    ['an id with a path in it', [page, '--issue', '../x', '--out', out('wrong')], 'issue-format'],
    ['standard input without an id', ['-', '--out', out('wrong')], 'issue-format'],
    ['an output that is a file', [page, '--out', page], 'output-not-folder'],
    ['an output below a file', [page, '--out', `${page}/x`], 'output-not-folder'],
    ['an output that cannot be written', [page, '--out', '/proc/x'], 'output-unwritable'],
    ['a folder without pages', [join('lib', 'cli'), '--out', out('wrong')], '没有写明版面文件'],
  ])('%s: says so and ends with 1', (_name, args, says) => {
    const { status, stdout, stderr } = run(args)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain(says)
    expect(issuesIn(out('wrong'))).toEqual([])
  })

  it('a disk that is full: nothing is written', () => {
    // A limit of 4 KiB a file stands for the full disk: the write of source.txt fails half-way.
    const shell = `ulimit -f 4; exec "$0" "$@"`
    const args = ['-c', shell, process.execPath, ...command, page, '--issue', 'x-1', '--out', out('full')]
    const { status, stderr } = spawnSync('bash', args, {
      encoding: 'utf8',
      env: { ...process.env, TSX_DISABLE_CACHE: '1' },
    })
    expect(status).toBe(1)
    expect(stderr).toContain(`${out('full')}:1 output-full`)
    expect(issuesIn(out('full'))).toEqual([])
  })
})

describe('a kill at any moment leaves the whole issue or nothing', () => {
  const kill = (folder: string, at: string) =>
    spawnSync(process.execPath, ['--import', 'tsx', 'tests/cli/kill-at.ts', folder, at])

  it.each(['0', '1', '2', 'end'])('a first import, killed before file %s', at => {
    const folder = out(`first-${at}`)
    expect(kill(folder, at).signal).toBe('SIGKILL')
    expect(existsSync(join(folder, 'x-1'))).toBe(false)
    expect(readContent(folder).problems).toEqual([]) // what is left over does not trouble the site
    recover(folder)
    expect(issuesIn(folder)).toEqual([])
  })

  it.each(['0', '2', 'end'])('an import again, killed before file %s', at => {
    const folder = out(`again-${at}`)
    writeIssueFolder(folder, 'x-1', new Map([['issue.md', 'old']]))
    expect(kill(folder, at).signal).toBe('SIGKILL')
    expect(readdirSync(join(folder, 'x-1'))).toEqual(['issue.md'])
    expect(readFileSync(join(folder, 'x-1', 'issue.md'), 'utf8')).toBe('old')
    recover(folder)
    expect(issuesIn(folder)).toEqual(['x-1'])
  })

  it('between the two renames: the site refuses to be built, the next import brings the issue back', () => {
    const folder = out('between')
    writeIssueFolder(folder, 'x-1', new Map([['issue.md', 'old']]))
    renameSync(join(folder, 'x-1'), join(folder, '.import-x-1.last'))
    mkdirSync(join(folder, '.import-x-1.new'))
    expect(readContent(folder).problems.map(({ rule }) => rule)).toEqual(['import-unfinished'])
    recover(folder)
    expect(issuesIn(folder)).toEqual(['x-1'])
    expect(readFileSync(join(folder, 'x-1', 'issue.md'), 'utf8')).toBe('old')
  })

  it('whenever it comes', async () => {
    const folder = out('whenever')
    for (const delay of [450, 600, 750]) {
      rmSync(folder, { recursive: true, force: true })
      const child = spawn(process.execPath, [...command, page, '--issue', 'x-1', '--out', folder], {
        stdio: 'ignore',
      })
      // Listen before waiting: on a quick machine the import may be over before the kill comes.
      const over = new Promise(done => child.once('exit', done))
      await wait(delay)
      child.kill('SIGKILL')
      await over
      expect([0, 10]).toContain(issuesIn(join(folder, 'x-1')).length)
    }
  })
})
