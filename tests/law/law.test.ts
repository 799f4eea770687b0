// The law of growing: what an incremental build prints is what a clean build prints, byte for byte, whatever was changed before.
// LAW_ISSUES, LAW_STEPS and LAW_SEED make it larger: `npm run law` tries it on about a thousand articles.
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { randomFrom } from '../bench/bulletin-text'
import { copyProject, type ProjectCopy } from '../project-copy'
import { archiveIn } from './archive'
import { sumsOf } from './folders'

const number = (name: string, otherwise: number) => Number(process.env[name] || otherwise)
const seed = number('LAW_SEED', 8)
const issues = number('LAW_ISSUES', 3)
const steps = number('LAW_STEPS', 2)
const length = issues > 3 ? 12 : 2

let copy: ProjectCopy
const inCopy = (...path: string[]) => join(copy.folder, ...path)

beforeAll(() => {
  copy = copyProject()
  copy.takeCompiled()
})
afterAll(() => copy.remove())

/** What out/ is now, and what it is when all that builds keep of content is gone, exported in parts. */
function printedAndClean() {
  const printed = sumsOf(inCopy('out'))
  for (const kept of ['manifest', 'content']) rmSync(inCopy('.cache', kept), { recursive: true, force: true })
  copy.build({ PAGES_AT_ONCE: '100' })
  return { printed, clean: sumsOf(inCopy('out')) }
}

/** Spoils one byte in the middle of a file. */
function spoil(file: string) {
  const bytes = readFileSync(file)
  const middle = bytes.length >> 1
  bytes[middle] = (bytes[middle] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

describe('an incremental build', () => {
  it('prints what a clean build prints, after any changes, and with what was kept spoilt', () => {
    const random = randomFrom(seed)
    const archive = archiveIn(inCopy('content'), issues, length, seed)
    archive.write()
    copy.build()
    for (let step = 1; step <= steps; step++) {
      const done = Array.from({ length: 1 + Math.floor(random() * 4) }, archive.change)
      archive.write()
      if (step === steps) {
        const text = readdirSync(inCopy('.cache/content/texts'))[0] ?? ''
        spoil(inCopy('.cache/content/texts', text))
        const article = readdirSync(inCopy('out/articles')).find(name => !name.includes('.')) ?? ''
        spoil(inCopy('out/articles', article, 'index.html'))
      }
      const said = copy.build()
      const { printed, clean } = printedAndClean()
      expect(printed, `seed ${seed}, step ${step}: ${done.join(', ')}\n${said}`).toEqual(clean)
    }
  }, 1_800_000)

  it('prints only what changed, and everything when the code has changed', () => {
    const before = copy.build()
    expect(before).toMatch(/新读 0 期/)
    appendFileSync(inCopy('.cache/manifest'), ' ')
    const spoilt = sumsOf(inCopy('out'))
    copy.build()
    expect(sumsOf(inCopy('out'))).toEqual(spoilt)
    const frame = inCopy('app/_components/frame.tsx')
    writeFileSync(frame, readFileSync(frame, 'utf8').replace('跳到正文', '到正文去'))
    expect(copy.build()).not.toMatch(/新读 0 期/)
    const { printed, clean } = printedAndClean()
    expect(printed).toEqual(clean)
    expect(readFileSync(inCopy('out/index.html'), 'utf8')).toContain('到正文去')
  }, 600_000)
})
