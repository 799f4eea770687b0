// Every kind of page under the real policy: nothing is refused, nothing is foreign, text needs one request, nothing shifts.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page, Request } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brotliBytes } from '#lib/build/files/compress'
import { budgets, ownWeight, weighPages } from '#lib/build/pages/budgets'
import { site } from '#lib/model/site'
import { type OpenServer, openServer } from '../open-server'
import { outFolder } from '../out-folder'
import { launchChromium } from './chromium'
import { pageKinds, pagesBelow } from './kinds'
import { painted, shiftsSoFar } from './painted'
import { type Served, serve } from './served'

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchChromium(), serve()])
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** What the browser complains of: policy reports and errors of the page. */
async function watch(page: Page): Promise<string[]> {
  const complaints: string[] = []
  page.on('pageerror', error => complaints.push(error.message))
  page.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  await page.exposeFunction('reportViolation', (what: string) => complaints.push(what))
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', event => {
      const report: unknown = Reflect.get(window, 'reportViolation')
      if (typeof report === 'function')
        report(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`)
    })
  })
  return complaints
}

async function open(context: BrowserContext, url: string) {
  const page = await context.newPage()
  const complaints = await watch(page)
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  await page.goto(url, { waitUntil: 'networkidle' })
  return { page, complaints, requests }
}

describe('with the policy as a header', () => {
  it.concurrent.each(pageKinds())('/%s: no violation, nothing foreign', async path => {
    const context = await browser.newContext()
    const { page, complaints, requests } = await open(context, served.url + path)
    // A reader who taps every button that is there must not run into the policy either.
    const hasForm = await page.locator('button:visible').evaluateAll(buttons => {
      const taps = buttons.filter(button => button instanceof HTMLButtonElement)
      for (const button of taps) if (button.type !== 'submit') button.click()
      return taps.some(button => button.type === 'submit')
    })
    if (hasForm) {
      // The search is the one form there is; it leads to another page, so it comes last.
      await painted(page)
      await page.locator('button[type=submit]:visible').first().click()
      await page.waitForURL('**/search/**')
      await page.waitForLoadState('networkidle')
    }
    await painted(page)
    expect(complaints).toEqual([])
    expect(requests.filter(url => !url.startsWith(served.url))).toEqual([])
    await context.close()
  })

  it('refuses what is not ours, and says so: the check above can fail', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const complaints = await watch(page)
    await page.route(served.url, async route => {
      const answer = await route.fetch()
      const body = (await answer.text()).replace(
        '</body>',
        '<script>window.ran=1</script><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:red">x</p>' +
          '<form action="https://other.example/"></form></body>',
      )
      await route.fulfill({ response: answer, body })
    })
    await page.goto(served.url)
    await page.evaluate(() => [...document.forms].at(-1)?.submit())
    await expect.poll(() => complaints.join('\n')).toMatch(/form-action/)
    for (const directive of ['script-src-elem', 'img-src', 'style-src-attr'])
      expect(complaints.join('\n')).toContain(directive)
    expect(await page.evaluate(() => Reflect.get(window, 'ran'))).toBeUndefined()
    await context.close()
  })

  it('lets no script write HTML', async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    await page.goto(served.url)
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>'
        return false
      } catch (error) {
        return error instanceof TypeError
      }
    })
    expect(refused).toBe(true)
    await context.close()
  })
})

describe('with the policy in the page alone, as on hosts without headers', () => {
  let bare: OpenServer
  beforeAll(async () => {
    bare = await openServer(createServer(sirv(outFolder)))
  })
  afterAll(() => bare.close())

  it.concurrent.each(pageKinds())('/%s: no violation', async path => {
    const context = await browser.newContext()
    const { page, complaints } = await open(context, `${bare.origin}/${path}`)
    expect(complaints).toEqual([])
    const refused = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>x</b>'
        return false
      } catch {
        return true
      }
    })
    expect(refused).toBe(true)
    await context.close()
  })
})

describe('the weight of a page in a browser', () => {
  it.concurrent.each(pageKinds())(
    '/%s: text after one request, all of it light, nothing shifts',
    async path => {
      const context = await browser.newContext({
        serviceWorkers: 'block',
        viewport: { width: 360, height: 740 },
      })
      const page = await context.newPage()
      const requests: Request[] = []
      page.on('requestfinished', request => requests.push(request))
      // What comes after the page is painted must not move what is there: it comes one by one, painted in between, as if it came slowly.
      const waiting: (() => Promise<void>)[] = []
      await page.route('**/*', route => {
        if (route.request().resourceType() === 'document') return route.continue()
        waiting.push(() => route.continue())
      })
      await page.goto(served.url + path, { waitUntil: 'commit' })
      // Scripts wait, so the page is whole before it is complete.
      await page.waitForFunction(() => document.readyState !== 'loading')
      await painted(page)
      const idle = page.waitForLoadState('networkidle').then(() => 'idle')
      for (let calm: unknown; calm !== 'idle'; calm = await Promise.race([idle, painted(page)]))
        await waiting.shift()?.()
      await painted(page)
      // Bodies, as the build weighs them: headers are the host's, and HTTP/2 and 3 send repeated ones as a few bytes.
      const sizes = await Promise.all(requests.map(request => request.sizes()))
      const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
      const file = path.endsWith('.html') ? path : `${path}index.html`
      const html = readFileSync(join(outFolder, file), 'utf8')
      const own = ownWeight(file, html, brotliBytes(html))
      const [weighed] = await weighPages(outFolder, [own], site.basePath)
      // The build stops for what it counts, so it must count whatever a browser loads.
      expect(bytes).toBeGreaterThan(0)
      expect(bytes).toBeLessThanOrEqual(weighed?.everything ?? 0)
      expect(weighed?.problems).toEqual([])
      // The text of a whole issue comes on top (lib/build/pages/budgets.ts).
      if (weighed?.kind !== 'issue') expect(bytes).toBeLessThanOrEqual(budgets.everything)
      expect(await shiftsSoFar(page)).toEqual([])

      // Everything but the page itself fails to arrive: the text is there and set as before.
      const box = () => page.locator('h1').boundingBox()
      const before = await box()
      await page.unroute('**/*')
      await page.route('**/*', route =>
        route.request().resourceType() === 'document' ? route.continue() : route.abort(),
      )
      await page.reload()
      expect(await box()).toEqual(before)
      await context.close()
    },
  )
})

/** A server of one page that comes bit by bit, from <body> to the end of the map: `isPainted` is waited for after each piece. */
function serveInPieces(html: string, isPainted: () => Promise<void>): Promise<OpenServer> {
  const [head = '', body = ''] = html.split(/(?=<body)/)
  const [above = '', ...below] = body.split(/(?<=class="map".*?<\/ul>)/)
  const pieces = above.split(/(?=<(?:a|button|details|div|h1|li|p|summary|ul)\b)/)
  const server = createServer(async (request, response) => {
    if (request.url !== '/') return response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.write(head)
    for (const piece of pieces) {
      response.write(piece)
      await isPainted()
    }
    response.end(below.join(''))
  })
  return openServer(server)
}

describe('a page that arrives bit by bit', () => {
  it.each([
    ['a phone', 360, ''],
    ['a desktop', 1280, ''],
    ['a phone', 360, pagesBelow('articles/')[0] ?? ''],
    ['a phone', 360, pagesBelow('regions/').flatMap(pagesBelow)[0] ?? ''],
  ])('shifts nothing on %s of %i px: /%s', async (_device, width, path) => {
    const context = await browser.newContext({ viewport: { width, height: 740 } })
    const page = await context.newPage()
    let elements = 0
    // Every piece begins with an element.
    const isPainted = async () => {
      await page.waitForFunction(before => document.querySelectorAll('*').length > before, elements)
      await painted(page)
      elements = await page.locator('*').count()
    }
    const slow = await serveInPieces(readFileSync(join(outFolder, path, 'index.html'), 'utf8'), isPainted)
    await page.goto(`${slow.origin}/`, { waitUntil: 'load' })
    expect(elements).toBeGreaterThan(20)
    expect(await shiftsSoFar(page)).toEqual([])
    await context.close()
    await slow.close()
  })
})

describe('moving on', () => {
  it('fetches a page ahead when the pointer rests on its link, within the policy', async () => {
    const context = await browser.newContext({ serviceWorkers: 'block' })
    const { page, complaints } = await open(context, served.url)
    const link = page.locator('a[href*="/articles/"]').first()
    const href = new URL((await link.getAttribute('href')) ?? '', served.url).href
    const ahead = page.waitForRequest(request => request.url() === href)
    await link.scrollIntoViewIfNeeded()
    await link.hover()
    expect((await (await ahead).allHeaders())['sec-purpose']).toMatch(/prefetch/)
    expect(complaints).toEqual([])
    await context.close()
  })
})
