// The whole way of a page with a browser only: in, mended, looked at, published; the site has it all. Once by keyboard, once by touch.
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, FileChooser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { builderIn } from '#lib/cli/build-apart'
import { pageFiles } from '#lib/desk/page'
import { previewServer } from '#lib/desk/preview-server'
import { deskServer } from '#lib/desk/server'
import { type DeskFolder, deskFolder } from '../desk/desk-folder'
import { type OpenServer, openServer } from '../open-server'
import { photo } from '../photographs'
import { launchChromium } from './chromium'
import { plantedFaults, plantedPage } from './planted-page'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const key = 'a-key-of-the-terminal-for-tests'
const id = 'demo-1'

let folder: DeskFolder
let open: OpenServer
let preview: OpenServer
let browser: Browser
let files: Awaited<ReturnType<typeof pageFiles>>
beforeAll(async () => {
  files = await pageFiles(process.cwd())
  browser = await launchChromium()
})
afterAll(async () => await browser?.close())
beforeEach(async () => {
  folder = deskFolder((place, content) => builderIn(place, { ...process.env, CONTENT_DIR: content }))
  rmSync(folder.dir, { recursive: true }) // a desk that has seen no page
  const { desk, site } = folder
  const ports = { desk: 0, preview: 0 }
  preview = await openServer(previewServer({ site, basePath: '', deskPort: () => ports.desk }))
  open = await openServer(deskServer({ desk, site, files, key, previewPort: () => preview.port }))
  ports.desk = open.port
})
afterEach(async () => {
  await folder?.site.idle()
  await open?.close()
  await preview?.close()
  folder?.remove()
})

async function listPage(options: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const page = await browser.newPage(options)
  page.on('pageerror', error => expect.soft(error.message).toBe(''))
  page.on('console', message => message.type() === 'error' && expect.soft(message.text()).toBe(''))
  await page.goto(`${open.origin}/#${key}`)
  await page.waitForSelector('.take')
  return page
}

/** Waits until an act is done that says so. */
async function done(page: Page, says: RegExp): Promise<void> {
  const note = () =>
    page.$eval('.note', one => `${one.className.replace('note ', '')} ${one.firstChild?.textContent ?? ''}`)
  await expect.poll(note, { message: String(says) }).toMatch(says)
  await page.waitForFunction(() => !document.querySelector('.acts button:disabled, .part select:disabled'))
}

/** Waits until the site is built of what there is now; a build that failed is said at once. */
async function fresh(page: Page): Promise<void> {
  const ended = () =>
    document.querySelector('.site-status')?.textContent === '照现在的内容建成'
      ? 'built'
      : document.querySelector('[role=alert]')?.textContent
  expect(await (await page.waitForFunction(ended)).jsonValue()).toBe('built')
}

/** What keeps somebody from using the page: rules of axe that it breaks, controls smaller than a finger. */
async function inTheWay(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(() => axe.run({ iframes: false, resultTypes: ['violations'] }))
  const small = await page.$$eval('button, a, select, input', all =>
    all.flatMap(one => {
      const { width, height } = one.getBoundingClientRect()
      return width > 0 && (width < 43.9 || height < 43.9) ? [one.outerHTML.slice(0, 80)] : []
    }),
  )
  return [...found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`), ...small]
}

const alt = '几户人家在公用的工具屋里挑工具'

/** The text of an article in a frame of the preview. */
async function framed(page: Page, path: string): Promise<string> {
  const frame = await expect
    .poll(
      () =>
        page
          .frames()
          .find(one => new URL(one.url()).pathname === path)
          ?.url() ?? '',
    )
    .not.toBe('')
    .then(() => page.frames().find(one => new URL(one.url()).pathname === path))
  await frame?.waitForSelector('h1')
  return (await frame?.textContent('main')) ?? ''
}

const published = (path: string) => readFileSync(join(folder.published, path), 'utf8')

/** Whether the planted faults are there: in the articles as they were read. */
function hasTheFaults(): void {
  const article = (name: string) => readFileSync(join(folder.desk.out, id, `${name}.md`), 'utf8')
  expect(plantedFaults).toHaveLength(10)
  for (const { name, wrong } of plantedFaults) expect(article(wrong[0]), name).toContain(wrong[1])
}

/** What both have mended and made, as the published site says it. */
function hasItAll(): void {
  const article = (name: string) => published(`articles/${id}-${name}.md`)
  const all = readdirSync(join(folder.published, 'articles')).filter(name => name.endsWith('.md'))
  for (const { name, wrong, right } of plantedFaults) {
    for (const one of all) expect(published(join('articles', one)), name).not.toContain(wrong[1])
    for (const [number, words] of right) expect(article(number), name).toContain(words)
  }
  expect(published('index.html')).toContain(`/articles/${id}-01/`)
  expect(published(`articles/${id}-04/index.html`)).toContain('已撤回')
  expect(published('regions/guangdong/index.html')).toContain(`/articles/${id}-05/`)
  expect(published(`issues/${id}/index.html`)).toContain('2031')
  expect(published(`articles/${id}-01/index.html`)).toContain(alt)
  expect(readdirSync(join(folder.published, 'pictures')).length).toBeGreaterThan(0)
}

describe('by keyboard alone', () => {
  it('a page comes in, ten faults are mended, it is looked at and published', async () => {
    const page = await listPage({ viewport: { width: 1280, height: 800 } })
    // Asked for long before the key: a browser that is asked for it in the same moment may open a window of its own.
    const choosers: FileChooser[] = []
    page.on('filechooser', one => choosers.push(one))
    const press = async (...keys: readonly string[]) => {
      for (const one of keys) await page.keyboard.press(one)
    }
    await page.evaluate(text => {
      const data = new DataTransfer()
      data.setData('text/plain', text)
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    }, plantedPage)
    await page.focus('.take form input')
    await page.keyboard.type(id)
    await press('Enter')
    await expect.poll(() => page.textContent('.take form')).toContain('读成 4 篇')
    await press('Enter')
    await page.waitForSelector('.current')
    hasTheFaults()

    const item = async (at: number) => {
      for (let presses = 0; presses < 9; presses += 1) {
        const current = await page.textContent('.strip [aria-current]')
        if (Number(current?.slice(0, 2)) === at) return
        await press(Number(current?.slice(0, 2)) > at ? 'ArrowLeft' : 'ArrowRight')
      }
      throw new Error(`no item ${at}`)
    }
    const part = async (text: string) => {
      await press(...Array.from({ length: 15 }, () => 'ArrowUp'))
      for (let at = 0; at < 20; at += 1) {
        if ((await page.textContent('.part.chosen p'))?.includes(text)) return
        await press('ArrowDown')
      }
      throw new Error(`no part ${text}`)
    }
    const role = async (text: string, as: string) => {
      await part(text)
      await page.focus('.part.chosen select')
      await page.selectOption('.part.chosen select', as)
    }
    await item(1)
    await role('焊花落在饭桌旁', 'title')
    await done(page, /^done 改身份（01/)
    await role('把夜校办进码头食堂', 'subtitle')
    await done(page, /^done 改身份（01.*subtitle/)
    await part('维修修车间')
    await press('c')
    await page.fill('dialog [name=source]', '维修修车间')
    await page.fill('dialog [name=print]', '维修车间')
    await page.fill('dialog [name=why]', '衍“修”字')
    await press('Enter')
    await done(page, /^done 更正（01/)
    await item(2)
    await role('江边灯火', 'column')
    await done(page, /^done 改身份（02/)
    await part('牌子上写着')
    await press('d')
    await page.waitForSelector('dialog .seams')
    await press('Enter')
    await done(page, /^done 另起一段（02/)
    await role('写自山海江边', 'signature')
    await done(page, /^done 改身份（02.*signature/)
    // A doubt about it has the right reading among its others.
    for (let at = 0; !(await page.textContent('.current h3'))?.includes('只有一个小标题'); at += 1) {
      if (at > 30) throw new Error('no such doubt')
      await press('j')
    }
    const ways = await page.$$eval('.ways .way', all => all.map(one => one.textContent ?? ''))
    await press(String(ways.findIndex(says => says.includes('另成一篇')) + 1))
    await done(page, /^done 拆成两篇（02/)
    await item(5)
    await press('f')
    await page.fill('dialog [name=provinces]', '广东')
    await page.fill('dialog [name=cities]', '佛山')
    await press('Enter')
    await done(page, /^done 改事实（05/)
    await part('工具柜不上锁以后')
    await press('d')
    await page.waitForSelector('dialog .seams')
    await press('Enter')
    await done(page, /^done 另起一段（05/)
    await part('本报地址')
    await press('x')
    await page.keyboard.type('报社的地址')
    await press('Enter')
    await done(page, /^done 不刊（05/)
    await page.focus('#s26 button')
    await press('Enter')
    await page.selectOption('dialog [name=goal]', { label: '在“退休的质检员冯秀兰今天回车间”之前' })
    await page.focus('dialog button.main')
    await press('Enter')
    await done(page, /^done 收回（/)
    await item(3)
    await press('f')
    await page.selectOption('dialog [name=topic]', '职工服务与帮扶')
    await page.focus('dialog button.main')
    await press('Enter')
    await done(page, /^done 改事实（03/)
    await item(4)
    await press('f')
    await page.selectOption('dialog [name=status]', 'withdrawn')
    await page.fill('dialog [name=why]', '消息过时')
    await press('Enter')
    await done(page, /^done 改事实（04/)
    await press('i')
    await page.fill('dialog [name=date]', '2031-05-12')
    await press('Enter')
    await done(page, /^done 改事实（00/)

    await item(1)
    await page.focus('.pane.print > .body')
    await press('a')
    await expect.poll(() => choosers.length).toBe(1)
    const buffer = await photo(1200, 800)
    await choosers[0]?.setFiles({ name: '工具屋.jpg', mimeType: 'image/jpeg', buffer })
    await done(page, /^done 图片（01/)
    await page.focus('.pictures button')
    await press('Enter')
    await page.fill('dialog[open] [name=alt]', alt)
    await press('Enter')
    await done(page, /^done 图片（01/)
    await expect.poll(() => page.textContent('.pictures')).toContain(alt)

    await press('p')
    await fresh(page)
    expect(await inTheWay(page)).toEqual([])
    expect(await framed(page, `/articles/${id}-01/`)).toContain('搬进了维修车间')
    await press('Escape')
    await page.waitForSelector('.current')
    await press('g')
    await fresh(page)
    await page.waitForSelector('.publish-bar .main:not(:disabled)')
    expect(await page.textContent('.changes')).toContain('新')
    expect(await inTheWay(page)).toEqual([])
    await press('Control+Enter')
    await page.waitForSelector('.said-good')
    hasItAll()
    await page.waitForFunction(() =>
      document.querySelector('.publish-bar')?.textContent?.includes('一字不差'),
    )
    await page.close()
  })
})

describe('by touch alone', () => {
  it('a page comes in, ten faults are mended, it is looked at and published', async () => {
    const page = await listPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    const upload = { name: 'Demo_1.txt', mimeType: 'text/plain', buffer: Buffer.from(plantedPage) }
    await page.setInputFiles('.take input[type=file]', upload)
    await page.tap('.take .main')
    await expect.poll(() => page.textContent('.take form')).toContain('读成 4 篇')
    await page.tap('.take .main')
    await page.waitForSelector('.current')
    hasTheFaults()

    for (let at = 0; !(await page.textContent('.current h3'))?.includes('只有一个小标题'); at += 1) {
      if (at > 30) throw new Error('no such doubt')
      await page.tap('.thumbs button:has-text("下一条")')
    }
    await page.tap('.way:has-text("另成一篇")')
    await done(page, /^done 拆成两篇（02/)
    const pane = (at: number) => page.tap(`.segments button:nth-child(${at})`)
    await pane(3)
    const item = (at: number) => page.tap(`.strip button:nth-child(${at})`)
    const part = async (text: string, tool: string) => {
      await page.tap(`.part p:has-text("${text}")`)
      await page.tap(`.tools button:has-text("${tool}")`)
    }
    const role = (text: string, as: string) =>
      page.selectOption(`.part:has(p:has-text("${text}")) select`, as)
    const answer = (name: string, value: string) => page.fill(`dialog[open] [name=${name}]`, value)
    const send = () => page.tap('dialog[open] button.main')
    await item(1)
    await role('焊花落在饭桌旁', 'title')
    await done(page, /^done 改身份（01/)
    await role('把夜校办进码头食堂', 'subtitle')
    await done(page, /^done 改身份（01.*subtitle/)
    await part('维修修车间', '更正')
    await answer('source', '维修修车间')
    await answer('print', '维修车间')
    await answer('why', '衍“修”字')
    await send()
    await done(page, /^done 更正（01/)
    await item(2)
    await role('江边灯火', 'column')
    await done(page, /^done 改身份（02/)
    await part('牌子上写着', '断开')
    await page.tap('dialog .seams button')
    await done(page, /^done 另起一段（02/)
    await role('写自山海江边', 'signature')
    await done(page, /^done 改身份（02.*signature/)
    await item(5)
    await page.tap('.facts')
    await answer('provinces', '广东')
    await answer('cities', '佛山')
    await send()
    await done(page, /^done 改事实（05/)
    await part('工具柜不上锁以后', '断开')
    await page.tap('dialog .seams button')
    await done(page, /^done 另起一段（05/)
    await part('本报地址', '不刊')
    await answer('why', '报社的地址')
    await send()
    await done(page, /^done 不刊（05/)
    await pane(1)
    await page.tap('#s26 button')
    await page.selectOption('dialog[open] [name=goal]', { label: '在“退休的质检员冯秀兰今天回车间”之前' })
    await send()
    await done(page, /^done 收回（/)
    await pane(3)
    await item(3)
    await page.tap('.facts')
    await page.selectOption('dialog[open] [name=topic]', '职工服务与帮扶')
    await send()
    await done(page, /^done 改事实（03/)
    await item(4)
    await page.tap('.facts')
    await page.selectOption('dialog[open] [name=status]', 'withdrawn')
    await answer('why', '消息过时')
    await send()
    await done(page, /^done 改事实（04/)
    await page.tap('button:has-text("这一期")')
    await answer('date', '2031-05-12')
    await send()
    await done(page, /^done 改事实（00/)

    await item(1)
    const picture = { name: '工具屋.jpg', mimeType: 'image/jpeg', buffer: await photo(1200, 800) }
    await page.setInputFiles('#add-picture', picture)
    await done(page, /^done 图片（01/)
    await page.tap('.pictures button')
    await answer('alt', alt)
    await send()
    await expect.poll(() => page.textContent('.pictures')).toContain(alt)

    await page.tap('.mast a:has-text("预览")')
    await fresh(page)
    expect(await inTheWay(page)).toEqual([])
    expect(await framed(page, `/articles/${id}-01/`)).toContain('搬进了维修车间')
    await page.tap('.mast a:has-text("去签发")')
    await fresh(page)
    await page.waitForSelector('.publish-bar .main:not(:disabled)')
    expect(await inTheWay(page)).toEqual([])
    await page.tap('.publish-bar .main')
    await page.waitForSelector('.said-good')
    hasItAll()
    await page.close()
  })
})
