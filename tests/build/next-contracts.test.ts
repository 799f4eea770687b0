// The list of private details of Next that we rely on: it names tests that exist, and this file has those of no other test.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('../..', import.meta.url).pathname
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const list = read('lib/build/next/CONTRACTS.md')
/** Where the files are that the list names. */
const placesIn = ['lib/build/next', 'lib/build', '']
const inNext = (file: string) => read(`node_modules/next/dist/${file}`)

describe('the list', () => {
  it('is of the version that is installed', () => {
    const { version } = JSON.parse(read('node_modules/next/package.json'))
    expect(list).toContain(`pinned to ${version}.`)
    expect(JSON.parse(read('package.json')).dependencies.next).toBe(version)
  })

  it('names a file of ours and a test for each detail', () => {
    const rows = list.split('\n').filter(line => /^\| \d+ /.test(line))
    expect(rows.length).toBeGreaterThan(10)
    for (const row of rows) {
      const tests = row.match(/tests\/[\w/-]+\.test\.ts/g) ?? []
      expect(tests.length, row).toBeGreaterThan(0)
      expect(tests.filter(file => !existsSync(join(root, file)))).toEqual([])
      const places = (row.split(' | ')[2] ?? '').split(',').map(place => place.trim())
      expect(places.filter(place => !placesIn.some(folder => existsSync(join(root, folder, place))))).toEqual(
        [],
      )
    }
  })
})

describe('Next', () => {
  it('compiles without rendering', () => {
    expect(inNext('bin/next')).toMatch(/--experimental-build-mode \[mode\][^;]*'compile'/)
  })

  it('documents entry points, and waits with the head for the reader that they are asked as', () => {
    const home = 'docs/01-app/03-api-reference/07-adapters/08-invoking-entrypoints.md'
    expect(inNext(home)).toContain('relativeProjectDir')
    expect(inNext('shared/lib/router/utils/html-bots.js')).toContain('Twitterbot')
  })

  it('knows the settings that next.config.ts uses', () => {
    const schema = inNext('server/config-schema.js')
    for (const name of [
      'globalNotFound',
      'prefetchInlining',
      'useTypeScriptCli',
      'cpus',
      'turbopackFileSystemCacheForBuild',
    ])
      expect(schema, name).toMatch(new RegExp(`^\\s+${name}: _zod`, 'm'))
    for (const name of ['globalNotFound', 'prefetchInlining', 'useTypeScriptCli'])
      expect(read('next.config.ts')).toContain(`${name}: `)
  })
})
