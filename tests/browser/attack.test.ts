// A thousand attacks, public and our own, through the real pipeline and a real browser: none runs. The same harness on an
// unsafe page fires.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5'
import type { Browser, BrowserContext } from 'playwright-core'
import { remark } from 'remark'
import remarkHtml from 'remark-html'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { headerPolicy } from '#lib/build/pages/csp'
import { command } from '#lib/cli/import'
import { attacks } from '../attack/corpus'
import { type Hostile, writeHostileContent } from '../attack/hostile-content'
import { act, listen } from '../attack/reader'
import { runHere } from '../cli/run-here'
import { outFolder } from '../out-folder'
import { copyProject, type ProjectCopy } from '../project-copy'
import { launchChromium } from './chromium'
import { pageKinds } from './kinds'
import { type Served, serve } from './served'

const all = attacks()
/** Those that are tried on an unsafe page, each in a frame of its own, which takes long: every second one is enough to see by. */
const framed = all.filter((_, index) => index % 2 === 0)
let browser: Browser
let copy: ProjectCopy
let hostile: Hostile
let served: Served
let built: readonly string[]

beforeAll(async () => {
  browser = await launchChromium()
  copy = copyProject()
  copy.takeCompiled()
  hostile = writeHostileContent(join(copy.folder, 'hostile'), all)
  await importHostileDump()
  copy.build({ CONTENT_DIR: 'hostile' })
  built = (await filesIn(join(copy.folder, 'out'))).filter(file => file.endsWith('.html'))
  served = await serve(join(copy.folder, 'out'))
})
afterAll(async () => {
  await browser.close()
  await served?.close()
  copy.remove()
})

/** The attacks as lines of a page dump, through the importer's own command. */
async function importHostileDump(): Promise<void> {
  const lines = all.map(({ text }) => text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, ''))
  const dump = join(copy.folder, 'dump1.txt')
  writeFileSync(dump, lines.join('\n\n'))
  const { status } = await runHere(command, [dump, '--out', join(copy.folder, 'hostile')])
  // Either whole articles or nothing: a refusal is as good as an import.
  console.log(status === 0 ? 'the dump of attacks was imported' : 'the importer refused the dump of attacks')
}

type Node = Parameters<typeof defaultTreeAdapter.isElementNode>[0]
type Element = DefaultTreeAdapterTypes.Element

/** Every element of a page, in order. */
function elementsOf(node: Node): readonly Element[] {
  const here = defaultTreeAdapter.isElementNode(node) ? [node] : []
  return 'childNodes' in node ? [...here, ...node.childNodes.flatMap(elementsOf)] : here
}

/** What a page is made of: every element with its attributes, without their values. */
function makings(elements: readonly Element[]): ReadonlySet<string> {
  const named = elements.flatMap(({ nodeName, attrs }) => [
    nodeName,
    ...attrs.map(attr => `${nodeName} ${attr.name}`),
  ])
  return new Set(named)
}

function textOf(node: Node): string {
  if (defaultTreeAdapter.isTextNode(node)) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

const read = (folder: string, file: string) => parse(readFileSync(join(folder, file), 'utf8'))
const readBuilt = (file: string) => read(join(copy.folder, 'out'), file)

describe('the corpus', () => {
  it('holds at least 500 strings, all different, many of them from public lists', () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(500)
    const published = all.filter(({ kind }) => kind === 'naughty-strings' || kind === 'html5sec')
    expect(published.length).toBeGreaterThanOrEqual(250)
  })

  it('gets in as text and in fields, so that it is really tried', () => {
    console.log(
      `${all.length} attacks: ${hostile.text.size} as printed text, ${hostile.fields.size} in fields, ${hostile.markdown.size} as typed Markdown; ${hostile.articles} articles`,
    )
    expect(hostile.text.size).toBeGreaterThanOrEqual(500)
    expect(hostile.fields.size).toBeGreaterThanOrEqual(500)
  })
})

describe('on our pages', () => {
  it('makes no element and no attribute that the real pages do not have', async () => {
    const real = (await filesIn(outFolder)).filter(name => name.endsWith('.html'))
    const known = new Set(real.flatMap(file => [...makings(elementsOf(read(outFolder, file)))]))
    // What only an archive has: the index of years of a longer list, and the calendar of several issues on the front page.
    for (const making of ['nav aria-labelledby', 'details open', 'dl', 'dt', 'dd']) known.add(making)
    for (const file of built) {
      const odd = [...makings(elementsOf(readBuilt(file)))].filter(making => !known.has(making))
      expect(odd, file).toEqual([])
    }
  })

  it('leads nowhere but to pages, mail and telephones, and loads nothing foreign', () => {
    const addresses = new Set(['href', 'src', 'action', 'formaction', 'srcset', 'data', 'poster'])
    const linksOf = (page: Node) =>
      elementsOf(page)
        .flatMap(element => element.attrs)
        .filter(({ name }) => addresses.has(name))
        .map(({ value }) => value)
    const hostOf = (link: string) => (/^https?:/.test(link) ? new URL(link).host : 'no host')
    // Other hosts than those that the real pages name are the attackers'.
    const real = pageKinds().map(path => (path.endsWith('.html') ? path : `${path}index.html`))
    const hosts = new Set(real.flatMap(file => linksOf(read(outFolder, file)).map(hostOf)))
    hosts.delete('no host')
    for (const file of built) {
      const links = linksOf(readBuilt(file))
      const odd = links.filter(link => !/^(\/(?![/\\])|#|\?)/.test(link) && !hosts.has(hostOf(link)))
      expect(odd, file).toEqual([])
    }
  })

  it('runs nothing, also where a browser had no policy', async () => {
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' })
    const ran = await listen(context)
    const page = await context.newPage()
    const foreign: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(served.url)) foreign.push(request.url())
    })
    for (const file of built) {
      const url = served.url + file.replace(/index\.html$/, '')
      await page.goto(url, { waitUntil: 'load' })
      await act(page)
      expect(page.url()).toBe(url)
    }
    expect([...ran]).toEqual([])
    expect(foreign).toEqual([])
    await context.close()
  })

  it('shows the attacks letter by letter: they were printed, not dropped', () => {
    const one = (text: string) => text.replace(/\s+/g, ' ').trim()
    const shown = one(built.map(file => textOf(readBuilt(file))).join('\n'))
    const lost = all.filter(({ number, text }) => hostile.text.has(number) && !shown.includes(one(text)))
    expect(lost).toEqual([])
  })
})

describe('on an unsafe page', () => {
  const unsafe = remark().use(remarkHtml, { sanitize: false }).freeze()
  const inAttribute = (html: string) => html.replace(/&/g, '&amp;').replace(/"/g, '&quot;')

  /**
   * Each attack in a frame of its own: as HTML, and, where that is something else than a paragraph of the same, as Markdown without a
   * sanitiser. What has no `<` then is a text, of which nothing can run.
   */
  function framesOf({ text }: (typeof all)[number]): readonly string[] {
    const markdown = String(unsafe.processSync(text)).trim()
    const frames = new Set([text.trim(), markdown.replace(/^<p>(.*)<\/p>$/s, '$1')])
    return [...frames].filter(html => html.includes('<'))
  }

  /** A page of its own for some frames: one that an attack still leads elsewhere must not take the next attacks along. */
  async function tryOn(context: BrowserContext, headers: Record<string, string>, frames: readonly string[]) {
    // Held on their page, else the first that leads the whole window elsewhere is the last that is tried.
    const held = 'allow-scripts allow-same-origin allow-forms allow-modals'
    const body = frames
      .map(html => `<iframe data-attack sandbox="${held}" srcdoc="${inAttribute(html)}"></iframe>`)
      .join('')
    const page = await context.newPage()
    await page.route('**/unsafe/', route =>
      route.fulfill({ headers: { 'Content-Type': 'text/html; charset=utf-8', ...headers }, body }),
    )
    await page.goto(`${served.url}unsafe/`, { waitUntil: 'load' })
    const { acted, left, silent } = await act(page)
    await page.close()
    expect(
      silent.map(at => frames[at]),
      'never began',
    ).toEqual([])
    return { acted: acted.length, left: left.length }
  }

  /** How many of the attacks run in pages with those headers; each is tried, or the test fails. */
  async function fired(headers: Record<string, string>): Promise<number> {
    const context = await browser.newContext()
    const ran = await listen(context)
    await context.route('**/*', route => route.abort())
    const frames = framed.flatMap(framesOf)
    const tried = { acted: 0, left: 0 }
    for (let at = 0; at < frames.length; at += 60) {
      const { acted, left } = await tryOn(context, headers, frames.slice(at, at + 60))
      tried.acted += acted
      tried.left += left
    }
    expect(tried.acted + tried.left).toBe(frames.length)
    console.log(`${frames.length} frames: ${tried.acted} acted on, ${tried.left} led elsewhere by themselves`)
    await context.close()
    return ran.size
  }

  it('fires at least 100 times, so the harness can see', async () => {
    const count = await fired({})
    console.log(`unsafe page: ${count} of ${framed.length} attacks ran`)
    expect(count).toBeGreaterThanOrEqual(100)
  })

  it('fires not once under our policy: the second wall holds alone', async () => {
    expect(await fired({ 'Content-Security-Policy': headerPolicy({ scripts: [], styles: [] }) })).toBe(0)
  })
})
