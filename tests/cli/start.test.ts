// How commands start: bundled once, again when the code changes, and a fault names the line of the TypeScript that it is in.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'start-'))
const bundles = () => readdirSync(join(folder, '.cache/code'))

beforeAll(() => {
  for (const name of ['lib', 'package.json', 'package-lock.json', 'tsconfig.json'])
    cpSync(name, join(folder, name), { recursive: true })
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true }))

function start(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['lib/cli/start.mjs', ...args], {
    cwd: folder,
    encoding: 'utf8',
  })
  return { status, stderr }
}

it('bundles once, and starts from the bundle', () => {
  const said = start('prnit')
  expect(said.status).toBe(1)
  expect(said.stderr).toContain('没有“prnit”这个命令')
  const made = bundles()
  expect(made).toHaveLength(1)
  expect(start('prnit')).toEqual(said)
  expect(bundles()).toEqual(made)
  for (const file of ['main.js', 'worker.js', 'reader-child.js'])
    expect(readdirSync(join(folder, '.cache/code', made[0] ?? ''))).toContain(file)
})

it('bundles again when the code is another, and names the line of a fault in it', () => {
  const file = join(folder, 'lib/cli/places.ts')
  const code = readFileSync(file, 'utf8').split('\n')
  const at = code.findIndex(line => line.startsWith('function run('))
  writeFileSync(file, code.with(at, `${code[at]}\n  throw new Error('spoilt')`).join('\n'))
  const { status, stderr } = start('places')
  expect(status).toBe(1)
  expect(stderr).toMatch(/Error: spoilt/)
  expect(stderr).toContain(`lib/cli/places.ts:${at + 2}:`)
  expect(bundles()).toHaveLength(2)
})

it('says what does not compile, and keeps no half of a bundle', () => {
  const kept = bundles()
  writeFileSync(join(folder, 'lib/cli/command.ts'), 'export const = 1')
  const { status, stderr } = start('places')
  expect(status).toBe(1)
  expect(stderr).toContain('lib/cli/command.ts:1:')
  expect(bundles().filter(name => /^\w+$/.test(name))).toEqual(kept)
})
