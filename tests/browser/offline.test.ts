// Reading offline, in a real browser: what was visited, what came along, a new build, broken and slow servers, retraction,
// a device without space, and the kill switch.
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { siteServer } from '#lib/build/hosting/site-server'
import { writeOffline, writeOfflineOff } from '#lib/build/offline-worker'
import { site } from '#lib/model/site'
import { type OpenServer, openServer } from '../open-server'
import { outFolder } from '../out-folder'
import { launchChromium } from './chromium'

let browser: Browser
let folder = ''
let server: OpenServer
let root = ''
/** What the server does wrong at the moment. */
let fault: { status?: number; until?: Promise<void>; only?: string; down?: boolean } = {}
let inner: Server
let context: BrowserContext
let page: Page

/** Pages of a folder of the site; a region without articles has feeds but no page. */
const pagesOf = (folder: string) =>
  readdirSync(join(outFolder, folder)).filter(name => existsSync(join(outFolder, folder, name, 'index.html')))
const [first = '', second = ''] = pagesOf('articles')
/** A page that does not come along with the pack. */
const region = `regions/${pagesOf('regions')[0]}/`

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** A copy of the built site without compressed copies, so that a test may change its pages. */
async function copySite(): Promise<void> {
  folder = mkdtempSync(join(tmpdir(), 'offline-'))
  cpSync(outFolder, folder, { recursive: true, filter: path => !/\.(br|gz)$/.test(path) })
  await writeOffline({ folder, basePath: site.basePath, newest: [first] })
  inner = siteServer({ folder, basePath: site.basePath })
}

beforeEach(async () => {
  await copySite()
  fault = {}
  const faulty = createServer(async (request, response) => {
    const hit = !fault.only || request.url?.includes(fault.only)
    if (hit && fault.down) return void request.socket.destroy()
    if (hit) await fault.until
    if (hit && fault.status)
      return void response
        .writeHead(fault.status, { 'Content-Type': 'text/html', 'Cache-Control': 'no-cache' })
        .end('<h1>fault</h1>')
    // Who asked may have gone meanwhile, and the site of the test with it.
    if (!response.destroyed) inner.emit('request', request, response)
  })
  server = await openServer(faulty)
  root = `${server.origin}${site.basePath}/`
  context = await browser.newContext()
  page = await context.newPage()
})
afterEach(async () => {
  await context.close()
  await server.close()
  rmSync(folder, { recursive: true })
})

/** Opens a page and waits until the worker looks after it. */
async function visitFirst(path = ''): Promise<void> {
  await page.goto(root + path)
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise(done =>
        navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
      )
  })
}

const title = async () => (await page.locator('h1').first().textContent()) ?? ''
const titleOf = (path: string) =>
  /<h1[^>]*>(.*?)<\/h1>/s.exec(readFileSync(join(folder, path, 'index.html'), 'utf8'))?.[1] ?? ''
const plain = (html: string) => html.replace(/<[^>]+>/g, '')

function edit(path: string, change: (html: string) => string): void {
  const file = join(folder, path, 'index.html')
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

/** What the device has saved, as paths. */
const saved = () =>
  page.evaluate(async () => {
    const names = (await caches.keys()).filter(name => name.endsWith(' pages'))
    const keys = await Promise.all(names.map(async name => (await caches.open(name)).keys()))
    return keys.flat().map(request => new URL(request.url).pathname)
  })
const savedPath = (path: string) => `${site.basePath}/${path}`

/** Waits until the device has saved a page, with that text on it: it is saved after it is shown. */
const keeps = (path: string, text = '') =>
  expect
    .poll(
      () =>
        page.evaluate(
          async url => (await (await caches.match(url, { ignoreVary: true }))?.text()) ?? 'not saved',
          savedPath(path),
        ),
      { message: path },
    )
    .toContain(text || '<h1')

describe('without a network', () => {
  it('shows what was visited, the first page included, with a query as well', async () => {
    await visitFirst(region)
    await page.goto(`${root}articles/${second}/`)
    await keeps(region)
    await keeps(`articles/${second}/`)
    fault = { down: true }
    await page.goto(root + region)
    expect(await title()).toBe(plain(titleOf(region)))
    await page.goto(`${root}articles/${second}/?mode=care`)
    expect(await title()).toBe(plain(titleOf(`articles/${second}`)))
  })

  it('shows the index and the newest articles, never visited, under the same policy', async () => {
    await visitFirst(region)
    fault = { down: true }
    await page.goto(`${root}articles/${first}/`)
    expect(await title()).toBe(plain(titleOf(`articles/${first}`)))
    const csp = await page.evaluate(
      async url => (await caches.match(url))?.headers.get('Content-Security-Policy'),
      page.url(),
    )
    expect(csp).toContain("frame-ancestors 'none'")
    await page.goto(root)
    expect(await title()).not.toBe('')
    expect(page.url()).toBe(root)
  })

  it('shows the offline page for the rest, with a list of what is saved whose links work', async () => {
    await visitFirst()
    fault = { down: true }
    const answer = await page.goto(`${root}articles/${second}/?q=1`)
    expect(answer?.status()).toBe(503)
    expect(await title()).toBe('离线阅读')
    const link = page.locator('#saved-pages a[href*="/articles/"]')
    expect(await link.count()).toBe(1)
    await link.click()
    await expect.poll(title).toBe(plain(titleOf(`articles/${first}`)))
  })

  it('lists what is saved on the offline page opened by itself, with a network too', async () => {
    await visitFirst('offline/')
    await expect.poll(saved).toContain(savedPath(`articles/${first}/`))
    const answer = await page.goto(`${root}offline/?mode=care`)
    expect(answer?.status()).toBe(200)
    const links = page.locator('#saved-pages a')
    const paths = await links.evaluateAll(all => all.map(a => a.getAttribute('href')))
    expect(paths).toContain(savedPath(`articles/${first}/`))
    expect(paths).not.toContain(savedPath('offline/'))
  })

  it('keeps at most 200 pages, those read last', async () => {
    await visitFirst()
    await page.evaluate(async () => {
      const name = (await caches.keys()).find(key => key.endsWith(' pages')) ?? ''
      const cache = await caches.open(name)
      const database = await new Promise<IDBDatabase>((done, fail) => {
        const opening = indexedDB.open('workbox-expiration')
        opening.onsuccess = () => done(opening.result)
        opening.onerror = () => fail(opening.error)
      })
      const store = database.transaction('cache-entries', 'readwrite').objectStore('cache-entries')
      for (let i = 0; i < 250; i++) {
        const url = new URL(`old/${i}/`, location.href).href
        store.put({ id: `${name}|${url}`, cacheName: name, url, timestamp: 1000 + i })
      }
      database.close()
      for (let i = 0; i < 250; i++)
        await cache.put(new URL(`old/${i}/`, location.href).href, new Response('x'))
    })
    await page.goto(root + region)
    await expect.poll(async () => (await saved()).length).toBeLessThanOrEqual(200)
    expect(await saved()).toContain(savedPath(region))
    expect(await saved()).not.toContain(savedPath('old/0/'))
  })
})

describe('with a network', () => {
  it('shows a new build on the next visit, and offline from then on', async () => {
    await visitFirst(`articles/${first}/`)
    edit(`articles/${first}`, html => html.replace(/(<h1[^>]*>).*?<\/h1>/s, '$1新的标题</h1>'))
    await writeOffline({ folder, basePath: site.basePath, newest: [first] })
    inner = siteServer({ folder, basePath: site.basePath })
    await page.goto(`${root}articles/${first}/`)
    expect(await title()).toBe('新的标题')
    await keeps(`articles/${first}/`, '新的标题')
    fault = { down: true }
    await page.reload()
    expect(await title()).toBe('新的标题')
  })

  it('brings a new build’s pack along without visiting its pages', async () => {
    await visitFirst(region)
    edit(`articles/${first}`, html => html.replace(/(<h1[^>]*>).*?<\/h1>/s, '$1新的标题</h1>'))
    await writeOffline({ folder, basePath: site.basePath, newest: [first] })
    inner = siteServer({ folder, basePath: site.basePath })
    await page.goto(root + region)
    // The browser may have looked for it already by itself.
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
    await keeps(`articles/${first}/`, '新的标题')
    fault = { down: true }
    await page.goto(`${root}articles/${first}/`)
    expect(await title()).toBe('新的标题')
  })

  it('stands in for a server that answers 503', async () => {
    await visitFirst(region)
    await keeps(region)
    fault = { status: 503 }
    await page.goto(root + region)
    expect(await title()).toBe(plain(titleOf(region)))
    await page.goto(`${root}articles/${second}/`)
    expect(await title()).toBe('离线阅读')
  })

  it('gives a server three seconds, then shows the saved copy', async () => {
    await visitFirst(region)
    await keeps(region)
    let answer = () => {}
    const until = new Promise<void>(done => {
      answer = done
    })
    fault = { until, only: savedPath(region) }
    const started = Date.now()
    // It comes although the server has not answered; a slow machine only makes it later.
    await page.goto(root + region)
    expect(Date.now() - started).toBeGreaterThanOrEqual(2500)
    expect(await title()).toBe(plain(titleOf(region)))
    answer()
  })

  it.each([404, 410])('forgets an article that the server answers with %i', async status => {
    await visitFirst()
    const path = `articles/${first}/`
    expect(await saved()).toContain(savedPath(path))
    fault = { status, only: savedPath(path) }
    const answer = await page.goto(root + path)
    expect(answer?.status()).toBe(status)
    await expect.poll(saved).not.toContain(savedPath(path))
    fault = { down: true }
    await page.goto(root + path)
    expect(await title()).toBe('离线阅读')
  })

  it('goes on reading when the device has no space left', async () => {
    await visitFirst()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Storage.overrideQuotaForOrigin', { origin: new URL(root).origin, quotaSize: 1 })
    await page.goto(root + region)
    expect(await title()).toBe(plain(titleOf(region)))
    await page.goto(`${root}articles/${second}/`)
    expect(await title()).toBe(plain(titleOf(`articles/${second}`)))
  })

  it('leaves the device by the kill switch', async () => {
    await visitFirst()
    await page.evaluate(async () => {
      await (await caches.open('of another site')).put('/other', new Response('x'))
    })
    await writeOfflineOff(folder)
    inner = siteServer({ folder, basePath: site.basePath })
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update())
    const left = () =>
      page.evaluate(async () => [
        await caches.keys(),
        (await navigator.serviceWorker.getRegistrations()).length,
      ])
    await expect.poll(left).toEqual([['of another site'], 0])
    await page.goto(root + region)
    expect(await title()).toBe(plain(titleOf(region)))
    fault = { down: true }
    await expect(page.goto(root + region)).rejects.toThrow(/ERR_/)
  })

  it('is not brought to readers who save data', async () => {
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    )
    await page.goto(root, { waitUntil: 'networkidle' })
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0)
  })
})
