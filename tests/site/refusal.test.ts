// `next build` refuses content that the audit does not prove, before it does anything else.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const dir = mkdtempSync(join(tmpdir(), 'refusal-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

it('stops at one lost character, and says where it is', () => {
  cpSync('tests/content', dir, { recursive: true })
  const file = join(dir, 'gh202411', '03.md')
  writeFileSync(file, readFileSync(file, 'utf8').replace('据悉', '据'))
  const next = spawnSync(process.execPath, ['node_modules/next/dist/bin/next', 'build'], {
    encoding: 'utf8',
    env: {
      ...process.env,
      CONTENT_DIR: dir,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
    },
  })
  expect(next.status).toBe(1)
  expect(next.stderr + next.stdout).toContain(`${join(dir, 'gh202411', 'source.txt')}:49:2 text-lost`)
})
