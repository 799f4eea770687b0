// Every page of out/ through the Nu Html Checker, which validator.w3.org runs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { debianTool } from './debian-tool'
import { out, pages } from './pages'

/** Fetched from the npm registry when the test first runs: 30 MB, and as a dependency it would fetch a whole Java besides. */
const checker = 'vnu-jar@26.9.27'
const folder = new URL('../../.cache/vnu', import.meta.url).pathname
const jar = join(folder, 'package/build/dist/vnu.jar')

/** Gets the checker with npm, which proves it whole; returns why it cannot be used, '' if it can. */
function getChecker(): string {
  if (existsSync(jar)) return ''
  mkdirSync(folder, { recursive: true })
  const packed = spawnSync('npm', ['pack', '--silent', checker], {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
  })
  const archive = packed.stdout?.trim().split('\n').at(-1) ?? ''
  if (packed.status === 0) spawnSync('tar', ['xzf', archive], { cwd: folder })
  return existsSync(jar) ? '' : `npm pack ${checker} 没有成功（没有网络？）`
}

const java = debianTool('java', 'default-jre-headless')
const missing = java.missing || getChecker()
if (missing) console.warn(`skipped: ${missing}`)

/** Its style checker does not know container queries (CSS Containment 3) and round() (CSS Values 4), and stumbles over what follows. */
const unknownToIt = /^CSS: (“container”: |Unrecognized at-rule “@container”|Parse Error\.$|“inline-size”: )/

type Message = {
  readonly type: string
  readonly url: string
  readonly lastLine?: number
  readonly message: string
}

describe.skipIf(missing)(`the Nu Html Checker ${missing}`, () => {
  it('finds no error in any page, and one in a page that has one', () => {
    const temporary = mkdtempSync(join(tmpdir(), 'vnu-'))
    const faulty = join(temporary, 'faulty.html')
    writeFileSync(faulty, '<!DOCTYPE html><html lang="zh"><title>甲</title><p><div></p>')
    const files = pages().map(({ path }) => join(out, path.endsWith('/') ? `${path}index.html` : path))
    const args = [
      '-jar',
      jar,
      '--format',
      'json',
      '--stdout',
      '--exit-zero-always',
      '--errors-only',
      faulty,
      ...files,
    ]
    const { messages }: { messages: readonly Message[] } = JSON.parse(java.run(args))
    rmSync(temporary, { recursive: true })
    const errors = messages.filter(({ type, message }) => type === 'error' && !unknownToIt.test(message))
    expect(errors.filter(({ url }) => url.endsWith('/faulty.html')).length).toBeGreaterThan(0)
    const ours = errors.filter(({ url }) => !url.endsWith('/faulty.html'))
    expect(ours.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`)).toEqual([])
  })
})
