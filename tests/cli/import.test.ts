// npm run import as an editor runs it: several pages at once, standard input, full disks, and kills at any moment.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import { afterAll, describe, expect, it } from 'vitest'
import { command } from '#lib/cli/import'
import { readContent } from '#lib/format/content-folder'
import { recover, writeIssueFolder } from '#lib/issues/issue-folder'
import { runHere } from './run-here'

const dir = mkdtempSync(join(tmpdir(), 'import-cli-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const page = 'tests/content/gh202411/source.txt'
/** What a start of a process of its own is made of. */
const started = ['--import', 'tsx', 'lib/cli/main.ts', 'import']

async function run(args: readonly string[], input = '') {
  const ended = await runHere(command, args, { input })
  expect(ended.stderr).not.toMatch(/^\s+at /m) // never a stack trace
  return ended
}

const out = (name: string) => join(dir, name)
const issuesIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])

describe('npm run import', () => {
  it('goes on after a page that failed, prints tables and doubts, and ends with 1', async () => {
    const pages = join(dir, 'pages')
    mkdirSync(pages)
    copyFileSync(page, join(pages, 'GH202411_2.txt'))
    writeFileSync(join(pages, 'a.txt'), '')
    writeFileSync(join(pages, 'notes.md'), 'not a page')
    const { status, stdout, stderr } = await run([pages, join(dir, 'none.txt'), '--out', out('several')])
    expect(status).toBe(1)
    expect(issuesIn(out('several'))).toEqual(['gh202411-2'])
    expect(stderr).toContain(`${join(pages, 'a.txt')}:1:1 page-empty`)
    expect(stderr).toContain(`${join(dir, 'none.txt')}:1 page-missing`)
    expect(stdout).toMatch(/^号 +类 +地区 +主题 +题$/m)
    expect(stdout).toMatch(/^01 {2}文章 {2}山西 {2}思想引领与宣传 +山西工会“四个联动”构建“大宣传”工作格局$/m)
    expect(stdout).toContain('3 版，2 版没有导入')
    const doubts = stdout.split(/^\d\d 存疑.*$/m).slice(1)
    expect(doubts.length).toBe(5) // the others have nothing but routine ones
    expect(stdout).toMatch(/^照常规读的 \d+ 处/m)
    for (const list of doubts) expect(list.match(/^ {3}第\d+/gm)?.length).toBeLessThanOrEqual(3)
  })

  it('reads standard input, and gives a program JSON and nothing else', async () => {
    const text = readFileSync(page, 'utf8')
    const { status, stdout, stderr } = await run(
      ['-', '--issue', 'x-1', '--out', out('input'), '--json'],
      text,
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const [result] = JSON.parse(stdout)
    expect(result).toMatchObject({ issue: 'x-1', state: 'written', encoding: 'UTF-8', problems: [] })
    expect(result.items).toHaveLength(8)
    expect(result.items[7].doubts[0]).toMatchObject({ kind: 'slip', lines: [{ from: 133, to: 133 }] })
  })

  it.each([
    ['no page', [], '没有写明版面文件'],
    ['an unknown option', [page, '--force'], '--force'],
    ['a rule that cannot be allowed', [page, '--allow', 'encoding-utf16'], '--allow 不能是'],
    ['an id with a path in it', [page, '--issue', '../x', '--out', out('wrong')], 'issue-format'],
    ['standard input without an id', ['-', '--out', out('wrong')], 'issue-format'],
    ['an output that is a file', [page, '--out', page], 'output-not-folder'],
    ['an output below a file', [page, '--out', `${page}/x`], 'output-not-folder'],
    ['an output that cannot be written', [page, '--out', '/proc/x'], 'output-unwritable'],
    ['a folder without pages', [join('lib', 'cli'), '--out', out('wrong')], '没有写明版面文件'],
  ])('%s: says so and ends with 1', async (_name, args, says) => {
    const { status, stdout, stderr } = await run(args)
    expect(status).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toContain(says)
    expect(issuesIn(out('wrong'))).toEqual([])
  })

  it('a disk that is full: nothing is written', () => {
    // A limit of 4 KiB a file stands for the full disk: the write of source.txt fails half-way.
    const shell = `ulimit -f 4; exec "$0" "$@"`
    const args = ['-c', shell, process.execPath, ...started, page, '--issue', 'x-1', '--out', out('full')]
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
  // A thread that exits leaves everything where it stands, as a killed process does: nothing of its code runs any more.
  const { outputFiles } = buildSync({
    entryPoints: ['tests/cli/exit-at.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
  })
  const code = outputFiles[0]?.text ?? ''
  const killedAt = async (folder: string, at: string) => {
    const [status] = await once(new Worker(code, { eval: true, workerData: { folder, at } }), 'exit')
    return status
  }

  it.each(['0', '1', '2', 'end'])('a first import, killed before file %s', async at => {
    const folder = out(`first-${at}`)
    expect(await killedAt(folder, at)).toBe(9)
    expect(existsSync(join(folder, 'x-1'))).toBe(false)
    expect(readContent(folder).problems).toEqual([]) // what is left over does not trouble the site
    recover(folder)
    expect(issuesIn(folder)).toEqual([])
  })

  it.each(['0', '2', 'end'])('an import again, killed before file %s', async at => {
    const folder = out(`again-${at}`)
    writeIssueFolder(folder, 'x-1', new Map([['issue.md', 'old']]))
    expect(await killedAt(folder, at)).toBe(9)
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

  it('as a process that the system kills while it writes', async () => {
    const folder = out('killed')
    mkdirSync(folder)
    const watcher = watch(folder)
    const firstWrite = once(watcher, 'change')
    const child = spawn(process.execPath, [...started, page, '--issue', 'x-1', '--out', folder], {
      stdio: 'ignore',
    })
    const over = once(child, 'exit')
    await Promise.race([firstWrite, over])
    child.kill('SIGKILL')
    await over
    watcher.close()
    // On a quick machine the import may be over before the kill comes.
    expect([0, 10]).toContain(issuesIn(join(folder, 'x-1')).length)
    recover(folder)
    expect([[], ['x-1']]).toContainEqual(issuesIn(folder))
  })
})
