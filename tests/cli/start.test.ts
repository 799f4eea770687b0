// How commands start: bundled once, again when the code changes, with the settings in .env, and a fault names the line of the TypeScript
// that it is in. What a command does is tested in this process (run-here.ts).
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { writeDocx } from '../import/readers/docx-writer'
import { writePdf } from '../import/readers/pdf-writer'
import { draft, setStory, sheetOf } from '../import/readers/typeset'

const folder = mkdtempSync(join(tmpdir(), 'start-'))
const bundles = () => readdirSync(join(folder, '.cache/code'))

beforeAll(() => {
  for (const name of ['lib', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A command as a shell starts it; `env`: settings besides .env, which would be those of these tests. */
function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { CONTENT_DIR: _content, __NEXT_PROCESSED_ENV: _processed, ...rest } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, ['lib/cli/start.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...rest, ...env },
  })
  return { status, stdout, stderr }
}

const title = '楼下那盏灯夜里不打烊'
const body = [
  '本报讯（记者岳小满）清晨6点，湖北省宜昌市的港口设备维修工向立春已经爬上了40多米高的门机，从工具袋里取出一张折得发皱的工单，对照着上面的编号逐个检查螺栓。',
  '这样的工单，向立春攒了满满三个纸箱。20年来，他参与检修设备4,600多台次，记下的故障笔记有70多本，被工友叫作“活图纸”。',
]
const page = draft()
setStory(page, { title, body }, { x: 36, y: 40, columns: 2, measure: 196, gutter: 18 })

it('bundles, and the environment goes before .env', () => {
  writeFileSync(join(folder, '.env'), 'CONTENT_DIR=pages\n')
  mkdirSync(join(folder, 'empty'))
  const { status, stdout, stderr } = start(['check'], { CONTENT_DIR: 'empty' })
  expect([status, stderr]).toEqual([0, ''])
  expect(stdout).toMatch(/^0 期 0 篇/)
  const [made = '', ...others] = bundles()
  expect(others).toEqual([])
  for (const file of ['main.js', 'worker.js', 'reader-child.js'])
    expect(readdirSync(join(folder, '.cache/code', made))).toContain(file)
})

it('starts from that bundle, reads .env, and pages in processes of their own', () => {
  const made = bundles()
  writeFileSync(join(folder, 'x-pdf.pdf'), writePdf([sheetOf(page, 620, 700)]))
  writeFileSync(
    join(folder, 'x-docx.docx'),
    writeDocx([{ text: title, style: 'Title' }, ...body.map(text => ({ text }))]),
  )
  const { status, stderr } = start(['import', 'x-pdf.pdf', 'x-docx.docx'])
  expect([status, stderr]).toEqual([0, expect.not.stringContaining('读取时出错')])
  for (const issue of ['x-pdf', 'x-docx'])
    expect(readFileSync(join(folder, 'pages', issue, '01.md'), 'utf8')).toContain(title)
  expect(bundles()).toEqual(made)
})

it('bundles again when the code is another, and names the line of a fault in it', () => {
  const file = join(folder, 'lib/cli/places.ts')
  const code = readFileSync(file, 'utf8').split('\n')
  const at = code.findIndex(line => line.startsWith('function run('))
  writeFileSync(file, code.with(at, `${code[at]}\n  throw new Error('spoilt')`).join('\n'))
  const { status, stderr } = start(['places'])
  expect(status).toBe(1)
  expect(stderr).toMatch(/Error: spoilt/)
  expect(stderr).toContain(`lib/cli/places.ts:${at + 2}:`)
  expect(bundles()).toHaveLength(2)
})

it('says what does not compile, and keeps no half of a bundle', () => {
  const kept = bundles()
  writeFileSync(join(folder, 'lib/cli/command.ts'), 'export const = 1')
  const { status, stderr } = start(['places'])
  expect(status).toBe(1)
  expect(stderr).toContain('lib/cli/command.ts:1:')
  expect(bundles().filter(name => /^\w+$/.test(name))).toEqual(kept)
})
