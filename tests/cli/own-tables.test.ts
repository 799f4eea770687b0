// The regions, topics and moves of an owner, as the commands use them: on modules loaded anew, since they know one site.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { lineHere } from './run-here'

const root = new URL('../..', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'tables-'))
const content = join(home, 'content')

let run: (...words: readonly string[]) => Promise<{ readonly status: number; readonly said: string }>

cpSync(join(root, 'tests/owners/city'), content, { recursive: true })
rmSync(join(content, 'site.md'))

beforeEach(async () => {
  vi.stubEnv('SITE_SETTINGS', '')
  vi.stubEnv('CONTENT_DIR', content)
  vi.resetModules()
  const { runLine } = await import('#lib/cli/run-line')
  run = async (...words) => {
    const { status, stdout, stderr } = await lineHere(runLine, ...words)
    return { status, said: `${stdout}${stderr}` }
  }
})

afterAll(() => {
  vi.unstubAllEnvs()
  vi.resetModules()
  rmSync(home, { recursive: true, force: true })
})

it('an import knows the districts and the topics of a city', async () => {
  writeFileSync(
    join(home, 'jc2.txt'),
    '高桥的暖冬行动\n\n本报讯（记者 李明）高桥区总工会给困难职工送去棉被和年货，暖冬行动走进二十个车间。\n\n' +
      '三十名焊工比武\n\n本报讯（记者 王芳）钟楼区举办劳动和技能竞赛，三十名焊工同台。\n',
  )
  const { status, said } = await run('import', join(home, 'jc2.txt'), '--out', content)
  expect(status, said).toBe(0)
  const read = (name: string) => readFileSync(join(content, 'jc2', name), 'utf8')
  expect(read('01.md')).toContain('provinces: ["高桥区"]')
  expect(read('01.md')).toContain('topic: "职工生活"')
  expect(read('02.md')).toContain('provinces: ["钟楼区"]')
})

it('an edit takes a name of the table, and no other', async () => {
  expect((await run('edit', 'jc2', 'set', '02', 'provinces', '山东')).said).toContain(
    '应为regions.md 里的区县',
  )
  expect((await run('edit', 'jc2', 'set', '02', 'provinces', '江北区')).status).toBe(0)
  expect((await run('check')).status).toBe(0)
})

it('check says where a name or a move leads nowhere', async () => {
  const file = join(content, 'jc202601/01.md')
  const before = readFileSync(file, 'utf8')
  writeFileSync(file, before.replace('东湖区', '东胡区').replace('集体协商与维权', '集体协商'))
  const moves =
    '---\nmoved:\n  - from: "/issues/jc2/"\n    to: "/issues/jc202601/"\n  - from: "/issues/x/"\n    to: "/issues/y/"\n---\n'
  writeFileSync(join(content, 'moved.md'), moves)
  const { status, said } = await run('check')
  expect(status).toBe(1)
  expect(said).toContain('region-unknown 写的是“东胡区”，应为 regions.md 里的区县，是不是“东湖区”？')
  expect(said).toContain('topic-unknown 写的是“集体协商”')
  expect(said).toContain('moved.md:3 move-in-use /issues/jc2/ 还有这一页')
  expect(said).toContain('moved.md:5 move-nowhere /issues/y/ 没有这一页')
})
