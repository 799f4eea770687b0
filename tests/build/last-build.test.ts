// Whether there is anything to build: every change of content, of the toolchain and of out/ is seen.
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildInputs, type Inputs, isUnchanged, recordBuild } from '#lib/build/cache/last-build'

let folder = ''
const at = (...path: string[]) => join(folder, ...path)
/** Long after everything that the test wrote. */
const later = () => Date.now() + 60_000
const record = () => at('.cache', 'last')
const inputs = (toolchain = 'a') => buildInputs(toolchain, at('content'))
const isSame = (given: Inputs = inputs(), kept: readonly string[] = []) =>
  isUnchanged(record(), given, at('out'), kept)

/** Waits for the next tick of the file system's clock, by which alone two changes of one size are told apart. */
function nextTick(): void {
  const changed = () => {
    writeFileSync(at('clock'), '')
    return statSync(at('clock'), { bigint: true }).ctimeNs
  }
  for (const began = changed(); changed() === began; );
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'last-build-'))
  for (const dir of ['content/x-1', 'out/articles/x-1-01']) mkdirSync(at(dir), { recursive: true })
  writeFileSync(at('content/x-1/01.md'), 'one')
  writeFileSync(at('content/x-1/02.md'), 'two')
  writeFileSync(at('out/index.html'), 'index')
  writeFileSync(at('out/articles/x-1-01/index.html'), 'one')
  recordBuild(record(), inputs(), later(), at('out'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('has nothing to do when nothing was changed', () => {
  expect(isSame()).toBe(true)
})

it.each<readonly [string, () => void]>([
  ['a text', () => writeFileSync(at('content/x-1/01.md'), 'One')],
  [
    'a text, its time put back',
    () => {
      const { atime, mtime } = statSync(at('content/x-1/01.md'))
      writeFileSync(at('content/x-1/01.md'), 'One')
      utimesSync(at('content/x-1/01.md'), atime, mtime)
    },
  ],
  ['a new file', () => writeFileSync(at('content/x-1/03.md'), '')],
  ['a file that is gone', () => rmSync(at('content/x-1/02.md'))],
  ['another name', () => renameSync(at('content/x-1/02.md'), at('content/x-1/03.md'))],
  ['an empty folder', () => mkdirSync(at('content/x-2'))],
  ['a file moved up', () => renameSync(at('content/x-1/02.md'), at('content/02.md'))],
  [
    'a link instead of a file',
    () => {
      rmSync(at('content/x-1/02.md'))
      symlinkSync('01.md', at('content/x-1/02.md'))
    },
  ],
  ['rights', () => chmodSync(at('content/x-1/01.md'), 0o600)],
  ['a page of the site', () => writeFileSync(at('out/index.html'), 'INDEX')],
  ['a page that is gone', () => rmSync(at('out/articles/x-1-01/index.html'))],
  ['a stranger in the site', () => writeFileSync(at('out/notes.txt'), 'x')],
  ['the whole site gone', () => rmSync(at('out'), { recursive: true })],
  ['the record', () => writeFileSync(record(), 'x')],
  ['no record', () => rmSync(record())],
])('sees %s', (_what, change) => {
  nextTick()
  change()
  expect(isSame()).toBe(false)
})

it('sees another toolchain, and that what a build keeps is gone', () => {
  expect(isSame(inputs('b'))).toBe(false)
  expect(isSame(inputs(), [at('content')])).toBe(true)
  expect(isSame(inputs(), [at('content'), at('.cache/compiled')])).toBe(false)
})

it('does not trust what was changed while it looked', () => {
  recordBuild(record(), inputs(), Date.now(), at('out'))
  expect(isSame()).toBe(false)
})
