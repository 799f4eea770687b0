// The bundle: one small module for every page, its chunks beside it, named by their content.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { transform } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { browserFiles, keepBundles, mainScript, oldestBrowsers, workerText } from '#lib/device/bundle'
import { firstPaintScript } from '#lib/device/first-paint'
import { weiboAddress } from '#lib/text/weibo'

const kilobyte = 1024
const files = await browserFiles()
const main = files.find(file => file.name.startsWith('main-'))

/** A module and what it imports before it runs. */
function withImports(name: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(name)) return seen
  seen.add(name)
  const text = files.find(file => file.name === name)?.text ?? ''
  for (const match of text.matchAll(/(?:\bfrom|\bimport)\s*"\.\/([\w.-]+)"/g))
    withImports(match[1] ?? '', seen)
  return seen
}

describe('the browser code', () => {
  it('is a main module and chunks, all hashed and all present', () => {
    expect(files.every(file => /^[\w-]+-[0-9A-Z]{8}\.js$/.test(file.name))).toBe(true)
    const named = files.flatMap(file =>
      [...file.text.matchAll(/"\.\/([\w.-]+\.js)"/g)].map(match => match[1]),
    )
    expect(named.filter(name => !files.some(file => file.name === name))).toEqual([])
    expect(named.length).toBeGreaterThan(0)
  })

  it('costs an article at most 3,000 bytes gzipped until something is touched or comes near', () => {
    const names = withImports(main?.name ?? '')
    const texts = [...files.filter(file => names.has(file.name)).map(({ text }) => text), firstPaintScript]
    const total = texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)
    expect(total).toBeGreaterThan(kilobyte)
    expect(total).toBeLessThanOrEqual(3_000)
  })

  it('is the same when bundled again', async () => {
    const digest = (list: typeof files) => createHash('sha256').update(JSON.stringify(list)).digest('hex')
    expect(digest(await browserFiles())).toBe(digest(files))
  })

  it('is kept by a build as it is bundled, and bundled again where what was kept is damaged', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundles-'))
    const kept = join(folder, 'bundles')
    await keepBundles(kept)
    const whole = readFileSync(kept, 'utf8')
    expect(JSON.parse(whole.slice(whole.indexOf('{')))).toMatchObject({ browser: files })
    const worker = await workerText('offline-worker', { OFFLINE_PACK: '/x' })
    expect(worker).toMatch(/^const OFFLINE_PACK="\/x";/)
    expect(await workerText('offline-worker', { OFFLINE_PACK: '/x' }, kept)).toBe(worker)
    writeFileSync(kept, whole.replace('caches', 'cashes'))
    expect(await workerText('offline-worker', { OFFLINE_PACK: '/x' }, kept)).toBe(worker)
    await keepBundles(kept)
    expect(readFileSync(kept, 'utf8')).toBe(whole)
    rmSync(folder, { recursive: true })
  })

  it('uses nothing that a closed policy refuses', () => {
    const refused =
      /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\.style\b|https?:\/\//
    // Where a link of the reader's leads is nothing that a page loads.
    const [weibo = ''] = weiboAddress('', '').split('?')
    expect(files.filter(({ text }) => refused.test(text.replace(weibo, ''))).map(({ name }) => name)).toEqual(
      [],
    )
  })

  it('has an address below the site’s root', async () => {
    expect(await mainScript()).toBe(`/scripts/${main?.name}`)
  })
})

describe('the script before first paint', () => {
  const run = (search: string, storage: Readonly<Record<string, string>> | 'refused') => {
    const kept = new Map(storage === 'refused' ? [] : Object.entries(storage))
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    }
    const dataset: Record<string, string> = {}
    const globals = {
      document: { documentElement: { dataset } },
      location: { search },
      get localStorage() {
        if (storage === 'refused') throw new Error('SecurityError')
        return localStorage
      },
    }
    new Function('globals', `with (globals) { ${firstPaintScript} }`)(globals)
    return { ...dataset, kept: Object.fromEntries(kept) }
  }

  it('applies what the device keeps', () => {
    const kept = { 'jianbao:size': 'large', 'jianbao:theme': 'dark' }
    expect(run('', kept)).toEqual({ size: 'large', theme: 'dark', kept })
    expect(run('', {})).toEqual({ kept: {} })
  })

  it('obeys and keeps ?mode=care, and the way back', () => {
    expect(run('?a=1&mode=care', {})).toEqual({ size: 'care', kept: { 'jianbao:size': 'care' } })
    expect(run('?mode=standard', { 'jianbao:size': 'care' })).toEqual({
      size: 'standard',
      kept: { 'jianbao:size': 'standard' },
    })
    expect(run('?mode=careful', {})).toEqual({ kept: {} })
  })

  it('obeys the link also where storage is refused', () => {
    expect(run('?mode=care', 'refused')).toEqual({ size: 'care', kept: {} })
    expect(run('', 'refused')).toEqual({ kept: {} })
  })

  it('stays small: it stands on every page', () => {
    expect(firstPaintScript.length).toBeLessThan(450)
    expect(firstPaintScript).not.toMatch(/<\/|<!--/)
  })
})

/** What came to Chrome after 80, the floor of the scripts; what is asked for before it is used is not named. */
const tooNew =
  /\.(?:at|replaceAll|replaceChildren|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|checkVisibility|groupBy|isWellFormed|getAnimations)\(|Object\.(?:hasOwn|groupBy)|Promise\.(?:any|withResolvers|try)|structuredClone|Array\.fromAsync|URL\.canParse|AbortSignal\.(?:timeout|any)|randomUUID|WeakRef|scheduler\./

describe('the floor', () => {
  it('is Chrome 80: no script uses what came later', async () => {
    const workers = await Promise.all(
      (['offline-worker', 'offline-off'] as const).map(async name => ({
        name,
        text: await workerText(name, { OFFLINE_PACK: '', OFFLINE_SCRIPTS: [] }),
      })),
    )
    const found = [...files, ...workers].flatMap(({ name, text }) => {
      const use = tooNew.exec(text)
      return use ? [`${name}: ${text.slice(Math.max(0, use.index - 40), use.index + 30)}`] : []
    })
    expect(found).toEqual([])
  })

  it('spreads no argument after an optional link, which Chrome had wrong before 91', () => {
    const wrong = /\?\.[\w$]*\([^()]*\.\.\./
    expect('a?.after(b,...c)').toMatch(wrong)
    expect(files.filter(({ text }) => wrong.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('is in the syntax as well, which the bundler is told', async () => {
    expect(oldestBrowsers).toContain('chrome80')
    const again = await Promise.all(
      files.map(({ text }) => transform(text, { target: 'chrome80', minify: true })),
    )
    expect(again.every(({ warnings }) => warnings.length === 0)).toBe(true)
    expect(
      files.filter(({ text }) => /\?\?=|\|\|=|&&=|[{;]#\w|static\{/.test(text)).map(({ name }) => name),
    ).toEqual([])
  })
})
