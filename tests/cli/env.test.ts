// Settings in .env are those of every command, and the environment goes before them.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-'))
  cpSync('tests/content/gh202411', join(folder, 'pages', 'gh202411'), { recursive: true })
  mkdirSync(join(folder, 'empty'))
  writeFileSync(join(folder, '.env'), 'CONTENT_DIR=pages\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A command in that folder, where nothing but .env says where its content is. */
function check(env: Readonly<Record<string, string>>) {
  const { CONTENT_DIR: _content, SITE_URL: _site, __NEXT_PROCESSED_ENV: _processed, ...rest } = process.env
  const words = ['--import', import.meta.resolve('tsx'), resolve('lib/cli/main.ts'), 'check']
  return spawnSync(process.execPath, words, { cwd: folder, env: { ...rest, ...env }, encoding: 'utf8' })
}

it('reads .env', () => expect(check({}).stdout).toContain('gh202411：8 篇'))

it('and the environment before it', () =>
  expect(check({ CONTENT_DIR: 'empty' }).stdout).toMatch(/^0 期 0 篇/))
