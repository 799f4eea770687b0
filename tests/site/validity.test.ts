// Every page of out/ through the Nu Html Checker, which validator.w3.org runs.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { debianTool } from './debian-tool'
import { pages } from './pages'

/** Fetched from the npm registry when the test first runs: 30 MB, and as a dependency it would fetch a whole Java besides. */
const checker = 'vnu-jar@26.9.27'
const folder = new URL('../../.cache/vnu', import.meta.url).pathname
const jar = join(folder, 'package/build/dist/vnu.jar')

/** Gets the checker with npm, which proves it whole; returns why it cannot be used, '' if it can. */
function getChecker(): string {
  if (existsSync(jar)) return ''
  mkdirSync(folder, { recursive: true })
  const packed = spawnSync('npm', ['pack', '--silent', '--fetch-retries=1', checker], {
    cwd: folder,
    encoding: 'utf8',
  })
  const archive = packed.stdout?.trim().split('\n').at(-1) ?? ''
  if (packed.status === 0) spawnSync('tar', ['xzf', archive], { cwd: folder })
  return existsSync(jar) ? '' : `npm pack ${checker} 没有成功（没有网络？）`
}

const java = debianTool('java', 'default-jre-headless')
const missing = java.missing || getChecker()
if (missing) console.warn(`skipped: ${missing}`)

/**
 * What its style checker does not know, each with the nearest thing that it does: the pages are checked with these put in place,
 * and no message is dropped. It gives up a style sheet at the first thing it does not know, so that dropping would hide the rest.
 */
const newerThanIt: readonly (readonly [what: string, written: RegExp, known: string])[] = [
  ['container: name / inline-size (CSS Containment 3)', /\bcontainer:[a-z]+\/inline-size;?/g, ''],
  ['@container name (…) (CSS Containment 3)', /@container [a-z]+ \(/g, '@media ('],
  ['round(down, …, 1rem) (CSS Values 4)', /\bround\(down,\s*([^,()]+),\s*1rem\)/g, 'calc($1)'],
  [
    '(container-type: …) in @supports (CSS Containment 3)',
    /\(container-type:\s*inline-size\)/g,
    '(color: red)',
  ],
]

const withKnown = (html: string) =>
  newerThanIt.reduce((text, [, written, known]) => text.replace(written, known), html)

/** Writes pages into a folder as the checker gets them, and returns its messages. */
function check(written: readonly { readonly path: string; readonly html: string }[]): readonly Message[] {
  const folder = mkdtempSync(join(tmpdir(), 'vnu-'))
  const files = written.map(({ path, html }) => {
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, withKnown(html))
    return file
  })
  const settings = ['--format', 'json', '--stdout', '--exit-zero-always', '--errors-only']
  const { messages } = JSON.parse(java.run(['-jar', jar, ...settings, ...files]))
  rmSync(folder, { recursive: true })
  return messages
}

type Message = {
  readonly type: string
  readonly url: string
  readonly lastLine?: number
  readonly message: string
}

describe.skipIf(missing)(`the Nu Html Checker ${missing}`, () => {
  const faulty = (name: string, style: string, body: string) => ({
    path: `/${name}.html`,
    html: `<!DOCTYPE html><html lang="zh"><title>甲</title><style>${style}</style>${body}</html>`,
  })
  const faults = [
    faulty('html', '', '<p><div></p>'),
    faulty('property', 'p{colour:red}', '<p>甲'),
    faulty('value', 'p{inline-size:red}', '<p>甲'),
    faulty('syntax', 'p{color red}', '<p>甲'),
    faulty(
      'after',
      '@container page (min-width:1rem){p{color:red}}p{container:page/inline-size;colour:red}',
      '<p>甲',
    ),
  ]
  const messages = missing ? [] : check([...pages(), ...faults])

  it('finds nothing in any page', () => {
    const ours = messages.filter(({ url }) => !faults.some(({ path }) => url.endsWith(path)))
    expect(ours.map(({ url, lastLine, message }) => `${url}:${lastLine} ${message}`)).toEqual([])
  })

  it.each(faults.map(({ path }) => path))('finds the fault in %s', path => {
    expect(messages.filter(({ url, type }) => url.endsWith(path) && type === 'error').length).toBeGreaterThan(
      0,
    )
  })

  it.each(newerThanIt)('is spared only what is used: %s', (_, written) => {
    expect(pages().some(({ html }) => html.search(written) >= 0)).toBe(true)
  })
})
