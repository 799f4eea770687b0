// Workers: all results in their order, and after a fault nothing more is done.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'workers-'))
afterAll(() => rmSync(folder, { recursive: true }))

const files = Array.from({ length: 40 }, (_, n) => join(folder, `${n}.txt`))
for (const file of files) writeFileSync(file, '工会简报'.repeat(200))

/** In a process of its own: workers load TypeScript as their parent does. */
const compress = (...items: readonly string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', 'tests/build/compress-missing.ts', ...items], {
    encoding: 'utf8',
  })

it('are waited for when they are slow to end, with nothing else to do', () => {
  const deaf = join(folder, 'deaf.cjs')
  writeFileSync(deaf, "process.on('SIGTERM', () => {})")
  const args = ['--import', 'tsx', 'tests/build/compress-missing.ts', ...files.slice(0, 2)]
  const env = { ...process.env, NODE_OPTIONS: `--require ${deaf}` }
  expect(execFileSync(process.execPath, args, { encoding: 'utf8', env })).toBe('done 2\n')
})

it('stop at the first fault, and say which it was', () => {
  expect(compress(join(folder, 'missing.txt'), ...files)).toMatch(/^fault ENOENT.*missing\.txt/)
  expect(existsSync(`${files.at(-1)}.br`)).toBe(false)
})

it('do all items', () => {
  expect(compress(...files)).toBe('done 40\n')
  expect(files.every(file => existsSync(`${file}.br`))).toBe(true)
})
