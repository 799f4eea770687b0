// The share panel in a real browser: each step present, absent and refusing; links to passages; the QR code on paper.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { absolute, articlePath } from '#lib/model/site'
import { shareText } from '#lib/text/description'
import { debianTool } from '../site/debian-tool'
import { launchChromium } from './chromium'
import { type Served, serve } from './served'

const article = content().articles.at(-1)
if (!article) throw new Error('no article')
const path = articlePath(article.id)
const link = absolute(path)

let browser: Browser
let served: Served
let context: BrowserContext

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchChromium(), serve()])
})
afterEach(() => context.close())
afterAll(async () => {
  await browser.close()
  await served.close()
})

/** The article's page in a browser whose abilities were changed by a script that runs before the page's own. */
async function open(
  change = '',
  options: { javaScriptEnabled?: boolean; permissions?: string[] } = {},
): Promise<Page> {
  context = await browser.newContext(options)
  await context.addInitScript({ content: change })
  const page = await context.newPage()
  await page.goto(served.url + path.slice(1))
  if (options.javaScriptEnabled === false) return page
  // The code of the row comes when the row comes near.
  await page.locator('#share').scrollIntoViewIfNeeded()
  await page.waitForFunction(() => customElements.get('share-panel'))
  return page
}

/** Opens what the row holds back: QR code, fields, Weibo, print. */
const openRow = (page: Page) => button(page, 'more').click()
const inView = (page: Page, selector: string) =>
  page.locator(selector).evaluate(element => {
    const { top, bottom } = element.getBoundingClientRect()
    return top >= 0 && bottom <= innerHeight
  })

const refuse = `() => Promise.reject(new DOMException('no', 'NotAllowedError'))`
const share = (send: string) => `Object.defineProperty(navigator, 'share', { value: ${send} })`
const clipboard = (value: string) => `Object.defineProperty(navigator, 'clipboard', { value: ${value} })`
const noCommand = 'Document.prototype.execCommand = () => false'
const said = (page: Page) => page.locator('share-panel output')
const button = (page: Page, name: string) => page.locator(`share-panel [data-do=${name}]`)
const selected = (page: Page) =>
  page.evaluate(() => {
    const field = document.activeElement
    return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
      ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
      : ''
  })

describe('the system sheet', () => {
  it('gets title, text and link', async () => {
    const page = await open(share('data => { window.sent = data; return Promise.resolve() }'))
    await button(page, 'system').click()
    const [title, sentence] = shareText(article).split('\n')
    expect(await page.evaluate('window.sent')).toEqual({ title, text: `${title}\n${sentence}`, url: link })
  })

  it('is not offered where the browser has none', async () => {
    const page = await open('delete Navigator.prototype.share')
    await button(page, 'link').waitFor()
    expect(await button(page, 'system').isVisible()).toBe(false)
  })

  it('says so when it refuses, and nothing when the reader closes it', async () => {
    const page = await open(share(refuse))
    await button(page, 'system').click()
    await expect.poll(() => said(page).textContent()).toBe('没有发出去，请复制链接')
    await context.close()
    const closed = await open(share(`() => Promise.reject(new DOMException('closed', 'AbortError'))`))
    await button(closed, 'system').click()
    expect(await said(closed).textContent()).toBe('')
  })
})

describe.each([
  ['link', link],
  ['text', shareText(article)],
] as const)('copying the %s', (name, value) => {
  it('writes it to the clipboard', async () => {
    const page = await open(
      clipboard('{ writeText: text => { window.copied = text; return Promise.resolve() } }'),
    )
    await button(page, name).click()
    await expect.poll(() => said(page).textContent()).toBe('已复制，可以粘贴到微信里')
    expect(await page.evaluate('window.copied')).toBe(value)
    // Beside the finger: the button itself says it, and what is spoken stands right below, in view.
    expect(await button(page, name).textContent()).toBe('已复制')
    expect(await inView(page, 'share-panel output')).toBe(true)
    const [tapped, told] = await Promise.all([button(page, name).boundingBox(), said(page).boundingBox()])
    expect((told?.y ?? 999) - (tapped?.y ?? 0) - (tapped?.height ?? 0)).toBeLessThan(60)
  })

  it('falls back to the old command without a clipboard', async () => {
    const page = await open(
      `${clipboard('undefined')}; Document.prototype.execCommand = name => { window.command = name; window.taken = document.activeElement.value; return true }`,
    )
    await button(page, name).click()
    await expect.poll(() => said(page).textContent()).toBe('已复制，可以粘贴到微信里')
    expect(await page.evaluate('window.command')).toBe('copy')
    expect(await page.evaluate('getSelection().toString() || window.taken')).toBe(value)
  })

  it('leaves it selected where all is refused', async () => {
    const page = await open(`${clipboard(`{ writeText: ${refuse} }`)}; ${noCommand}`)
    await button(page, name).click()
    await expect.poll(() => said(page).textContent()).toBe('没能自动复制：文字已选中，请长按选“复制”')
    expect(await selected(page)).toBe(value)
    expect(await page.locator(`share-panel [name=${name}]`).isVisible()).toBe(true)
  })
})

describe('print', () => {
  it('calls the browser, and is not offered where it cannot', async () => {
    const page = await open('window.print = () => { window.printed = true }')
    await openRow(page)
    await button(page, 'print').click()
    expect(await page.evaluate('window.printed')).toBe(true)
    await context.close()
    const unable = await open('delete window.print; delete Window.prototype.print')
    await openRow(unable)
    await unable.getByRole('link', { name: '发微博' }).waitFor()
    expect(await button(unable, 'print').isVisible()).toBe(false)
  })
})

describe('without JavaScript', () => {
  it('has link and text to copy by hand, the QR code and Weibo, and no dead button', async () => {
    const page = await open('', { javaScriptEnabled: false })
    expect(await page.locator('share-panel input').inputValue()).toBe(link)
    expect(await page.locator('share-panel textarea').inputValue()).toBe(shareText(article))
    expect(await page.locator('share-panel button:visible').count()).toBe(0)
    const weibo = new URL((await page.getByRole('link', { name: '发微博' }).getAttribute('href')) ?? '')
    expect([weibo.host, weibo.searchParams.get('url')]).toEqual(['service.weibo.com', link])
    await page.locator('share-panel img').scrollIntoViewIfNeeded()
    await expect
      .poll(() =>
        page.locator('share-panel img').evaluate(img => img instanceof HTMLImageElement && img.naturalWidth),
      )
      .toBeGreaterThan(200)
  })

  it('leaves to the code what Weibo is told', async () => {
    const page = await open()
    await openRow(page)
    const weibo = new URL((await page.getByRole('link', { name: '发微博' }).getAttribute('href')) ?? '')
    expect(weibo.searchParams.get('title')).toBe(shareText(article).split('\n')[0])
  })
})

describe('the order', () => {
  it('is sheet, link, text; then, opened, QR code, Weibo, print', async () => {
    const page = await open(share(refuse))
    await button(page, 'system').waitFor()
    const shown = page.locator('share-panel :is(button, img, a):visible')
    expect(await shown.evaluateAll(all => all.map(element => element.getAttribute('data-do')))).toEqual([
      ...['system', 'link', 'text', 'more'],
    ])
    const tops = await page
      .locator('share-panel > .acts button:visible')
      .evaluateAll(all => all.map(element => element.getBoundingClientRect().top))
    expect(new Set(tops).size).toBe(1) // one row
    await openRow(page)
    // What it opens is loaded on use.
    await expect.poll(() => button(page, 'more').getAttribute('aria-expanded')).toBe('true')
    const names = await shown.evaluateAll(all =>
      all.map(element => element.getAttribute('data-do') ?? element.tagName.toLowerCase()),
    )
    expect(names).toEqual(['system', 'link', 'text', 'more', 'img', 'a', 'print'])
  })
})

describe('a link to a passage', () => {
  it('is offered for selected text, and leads to it', async () => {
    const page = await open(
      clipboard('{ writeText: text => { window.copied = text; return Promise.resolve() } }'),
    )
    const quote = button(page, 'quote')
    expect(await quote.isVisible()).toBe(false)
    const last = page.locator('.body > [id]').last()
    const id = await last.getAttribute('id')
    await last.evaluate(paragraph => {
      const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
      if (text) getSelection()?.setBaseAndExtent(text, 7, text, 19)
    })
    await quote.click()
    await expect.poll(() => page.evaluate('window.copied')).toMatch(`${link}#${id}:~:text=`)
    expect(await page.locator('share-panel input').inputValue()).toBe(link)
    // The panel's own message is far below; the button says it, until something else is selected.
    await expect.poll(() => quote.textContent()).toBe('已复制')
    await last.evaluate(paragraph => getSelection()?.selectAllChildren(paragraph))
    await expect.poll(() => quote.textContent()).toBe('复制这段的链接')
    const copied = String(await page.evaluate('window.copied'))
    // Only the passage is left to go by, not the paragraph's id.
    const passage = copied.replace(`#${id}:~:`, '#:~:').replace(link, served.url + path.slice(1))
    const fresh = await context.newPage()
    await fresh.goto(passage)
    await expect.poll(() => fresh.evaluate(() => scrollY)).toBeGreaterThan(300)
  })

  it('stands selected where all is refused, and the next one is a link of its own', async () => {
    const page = await open(`${clipboard('undefined')};document.execCommand = () => false`)
    const field = page.locator('share-panel input')
    for (const [from, to] of [
      [2, 9],
      [9, 15],
    ]) {
      await page
        .locator('.body > [id]')
        .first()
        .evaluate(
          (paragraph, [start, end]) => {
            const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
            if (text) getSelection()?.setBaseAndExtent(text, start ?? 0, text, end ?? 0)
          },
          [from, to],
        )
      await button(page, 'quote').click()
      await expect.poll(() => field.inputValue()).toMatch(`${link}#`)
      expect((await field.inputValue()).split('#')).toHaveLength(2)
    }
  })

  it('is not offered for text outside the article', async () => {
    const page = await open()
    await button(page, 'link').waitFor()
    // The panel listens longer than we do, so it has heard of the selection when we have.
    await page.locator('h1').evaluate(heading => {
      const heard = new Promise(done => document.addEventListener('selectionchange', done, { once: true }))
      getSelection()?.selectAllChildren(heading)
      return heard.then(() => {})
    })
    expect(await button(page, 'quote').isVisible()).toBe(false)
  })
})

describe('what is forwarded', () => {
  it('is the page, never #share: the way to the row leaves the address alone', async () => {
    const page = await open()
    await page.evaluate(() => scrollTo(0, 0))
    await page.locator('.tools a[href="#share"]').click()
    await expect.poll(() => inView(page, '#share')).toBe(true)
    expect(await page.evaluate(() => [location.hash, document.activeElement?.id])).toEqual(['', 'share'])
    await page.goto(`${served.url}${path.slice(1)}#share`)
    await expect.poll(() => page.evaluate(() => location.hash)).toBe('')
  })

  it('is warned of where the site has no address yet', async () => {
    const page = await open()
    const local = new URL(link).hostname === 'localhost'
    expect(await page.getByText('这是本机的网址，别人打不开').count()).toBe(local ? 1 : 0)
  })

  it('goes by the menu of WeChat there, which the row points to', async () => {
    const weChat = `Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 MicroMessenger/8.0.50' })`
    const inside = await open(`${share(refuse)}; ${weChat}`)
    await inside.getByText('点右上角的“···”').waitFor()
    expect(await button(inside, 'system').isVisible()).toBe(false)
    await context.close()
    const outside = await open()
    expect(await outside.getByText('点右上角的“···”').isVisible()).toBe(false)
  })
})

describe('other pages', () => {
  const copies = `${clipboard('{ writeText: text => { window.copied = text; return Promise.resolve() } }')}`

  it.each(['/topics/innovation/', '/regions/jiangsu/', '/issues/gh202411/'])(
    '%s is passed on by its own address',
    async place => {
      const page = await open(copies)
      await page.goto(served.url + place.slice(1))
      await page.locator('#share').scrollIntoViewIfNeeded()
      await page.waitForFunction(() => customElements.get('share-panel'))
      await button(page, 'link').click()
      await expect.poll(() => page.evaluate('window.copied')).toBe(absolute(place))
      await button(page, 'text').click()
      await expect.poll(() => page.evaluate('window.copied')).toContain(absolute(place))
    },
  )

  it('a search is passed on with its query, a narrowed front page with its choice', async () => {
    const page = await open(copies)
    const query = new URLSearchParams({ q: '工匠' })
    await page.goto(`${served.url}search/?${query}`)
    await page.locator('.results mark').first().waitFor()
    await page.locator('#share').scrollIntoViewIfNeeded()
    await page.waitForFunction(() => customElements.get('share-panel'))
    await button(page, 'link').click()
    await expect.poll(() => page.evaluate('window.copied')).toBe(`${absolute('/search/')}?${query}`)
    await page.goto(served.url)
    await page.locator('index-filter:defined').waitFor()
    await page.locator('.finder a[data-region=jiangsu]:visible').first().click()
    await page.locator('#share').scrollIntoViewIfNeeded()
    await page.waitForFunction(() => customElements.get('share-panel'))
    await button(page, 'link').click()
    await expect.poll(() => page.evaluate('window.copied')).toBe(absolute('/regions/jiangsu/'))
  })
})

const pdftoppm = debianTool('pdftoppm', 'poppler-utils')
const zbarimg = debianTool('zbarimg', 'zbar-tools')
const missing = pdftoppm.missing || zbarimg.missing

describe('on paper', () => {
  it('the QR code is at least 22 mm wide, its quiet zone not counted', async () => {
    const page = await open()
    await page.emulateMedia({ media: 'print' })
    const width = (await page.locator('share-panel img').boundingBox())?.width ?? 0
    expect((width / 96) * 25.4 * (29 / 37)).toBeGreaterThanOrEqual(22)
  })

  it.skipIf(missing)(`zbarimg reads the address from a print at 150 dpi ${missing}`, async () => {
    const page = await open()
    await page.emulateMedia({ media: 'print' }) // the code is folded away on the screen, and comes when it is in view
    const code = page.locator('share-panel img')
    await code.scrollIntoViewIfNeeded()
    await expect
      .poll(() => code.evaluate(img => img instanceof HTMLImageElement && img.naturalWidth))
      .toBeGreaterThan(0)
    const folder = mkdtempSync(join(tmpdir(), 'print-'))
    await page.pdf({ path: join(folder, 'page.pdf'), format: 'A4' })
    pdftoppm.run(['-r', '150', '-png', join(folder, 'page.pdf'), join(folder, 'page')])
    const sheets = readdirSync(folder).filter(name => name.endsWith('.png'))
    // Sheets without a code make zbarimg fail: what counts is what it read.
    const read = spawnSync('zbarimg', ['-q', '--raw', ...sheets], { cwd: folder, encoding: 'utf8' }).stdout
    rmSync(folder, { recursive: true })
    expect(read.trim()).toBe(link)
  })
})
