// An editor at the desk with a browser only: faults mended by keyboard and by touch, undone over reloads, nothing lost; everyone can use it.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { pageFiles } from '#lib/desk/page'
import { deskServer } from '#lib/desk/server'
import { type DeskFolder, deskFolder } from '../desk/desk-folder'
import { type OpenServer, openServer } from '../open-server'
import { launchChromium } from './chromium'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const key = 'a-key-of-the-terminal-for-tests'

let folder: DeskFolder
let open: OpenServer
let browser: Browser
let files: Awaited<ReturnType<typeof pageFiles>>
let before: ReadonlyMap<string, string>
beforeAll(async () => {
  files = await pageFiles(process.cwd())
  browser = await launchChromium()
})
afterAll(async () => await browser?.close())
beforeEach(async () => {
  folder = deskFolder()
  before = folder.files()
  open = await openServer(
    deskServer({ desk: folder.desk, site: folder.site, files, key, previewPort: () => 9 }),
  )
})
afterEach(async () => {
  await open?.close()
  folder?.remove()
})

/** A page on the list of issues; what it complains of in its console fails the test. */
async function issueList(options: Parameters<Browser['newPage']>[0]): Promise<Page> {
  const page = await browser.newPage(options)
  page.on('pageerror', error => expect.soft(error.message).toBe(''))
  page.on('console', message => message.type() === 'error' && expect.soft(message.text()).toBe(''))
  await page.goto(`${open.origin}/#${key}`)
  await page.waitForSelector('.rows a')
  return page
}

const violations = async (page: Page) => {
  await page.evaluate(axeSource)
  const found = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
  return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

/** Controls in sight that are smaller than a finger. */
const small = (page: Page) =>
  page.$$eval('button, a, select, input, summary', all =>
    all.flatMap(one => {
      const { width, height } = one.getBoundingClientRect()
      return width > 0 && (width < 43.9 || height < 43.9)
        ? [`${one.outerHTML.slice(0, 80)} ${width}×${height}`]
        : []
    }),
  )

const proved = () => expect(checkContent(folder.desk.out).problems).toEqual([])
const fileOf = (name: string) => folder.files().get(name) ?? ''

/** What the desk says now: `done 拆成两篇（…）`. */
const noteOf = (page: Page) =>
  page.$eval('.note', note => `${note.className.replace('note ', '')} ${note.firstChild?.textContent ?? ''}`)

/** Waits until what was asked for is done, and that the content is proved. */
async function done(page: Page, says: RegExp): Promise<void> {
  await expect.poll(() => noteOf(page), { message: String(says) }).toMatch(says)
  proved()
}

describe('by keyboard alone', () => {
  it('mends ten faults, keeps them over a reload, and undoes them to the last byte', async () => {
    const page = await issueList({ viewport: { width: 1280, height: 800 } })
    const press = async (...keys: readonly string[]) => {
      for (const one of keys) await page.keyboard.press(one)
    }
    const isAtIssue = () => page.evaluate(() => document.activeElement?.matches('.rows a') ?? false)
    for (let presses = 0; presses < 9 && !(await isAtIssue()); presses += 1) await press('Tab')
    await press('Enter')
    await page.waitForSelector('.current')
    expect(await page.textContent('.current h3')).toContain('促进行行业')
    await press('2')
    await done(page, /^done 更正（07，“促进行行业”，“促进行业”，“衍“?行”?字/)
    expect(fileOf('07.md')).toContain('促进行业发展方面')
    await press('Enter')
    await done(page, /^done 认可（08，“原文“机制条职工”/)
    // Item 01: the kicker a column, a seam broken and joined again.
    for (
      let at = 0;
      at < 9 && (await page.getAttribute('.strip button:first-child', 'aria-current')) !== 'true';
      at += 1
    )
      await press('ArrowLeft')
    await press('ArrowDown', 'c')
    await page.fill('dialog [name=source]', '活动联动 品牌联动')
    await page.fill('dialog [name=print]', '活动联动 品牌互动')
    await page.fill('dialog [name=why]', '误植')
    await press('Enter')
    await done(page, /^done 更正（01/)
    expect(fileOf('01.md')).toContain('kicker: "媒体联动 阵地联动 活动联动 品牌互动"')
    const part = async (text: string) => {
      await press(...Array.from({ length: 15 }, () => 'ArrowUp'))
      for (let at = 0; at < 20; at += 1) {
        if ((await page.textContent('.part.chosen p').catch(() => ''))?.includes(text)) return
        await press('ArrowDown')
      }
      throw new Error(`no part ${text}`)
    }
    await part('山西各级工会注重突出宣')
    await press('d')
    await page.waitForSelector('dialog .seams')
    await press('Enter')
    await done(page, /^done 另起一段（01/)
    expect(fileOf('01.md')).toMatch(/突出宣\n\n讲主体/)
    await part('讲主体的亲和力')
    await press('b')
    await done(page, /^done 接上一段（01/)
    expect(fileOf('01.md')).toContain('突出宣讲主体')
    await part('在品牌联动方面')
    await press('s')
    await done(page, /^done 拆成两篇（01/)
    expect(fileOf('09.md')).toContain('在品牌联动方面')
    await press('m')
    await page.selectOption('dialog select', '09')
    await press('Enter')
    await done(page, /^done 并成一篇（01/)
    expect(folder.files().has('09.md')).toBe(false)
    await part('在活动联动方面')
    await press('x')
    await page.keyboard.type('广告')
    await press('Enter')
    await done(page, /^done 不刊（01/)
    expect(fileOf('01.md')).not.toContain('在活动联动方面')
    await page.focus('.run.out button')
    await press('Enter')
    await page.selectOption('dialog select', '01 ')
    await page.focus('dialog button.main')
    await press('Enter')
    await done(page, /^done 收回（01/)
    await press('f')
    await page.selectOption('dialog [name=topic]', '民主管理')
    await page.fill('dialog [name=cities]', '太原')
    await page.focus('dialog button.main')
    await press('Enter')
    await done(page, /^done 改事实（01/)
    expect(fileOf('01.md')).toMatch(/cities: \["太原"\]\ntopic: "民主管理"/)
    await page.reload()
    await page.waitForSelector('.current')
    for (let at = 0; at < 11; at += 1) {
      await press('Control+z')
      await expect.poll(() => noteOf(page)).toContain('done 已撤去')
      await page.waitForFunction(() => !document.querySelector('.acts button:disabled'))
      if ((await page.getAttribute('.mast .undo', 'disabled')) !== null) break
      await press('j')
    }
    expect(folder.files()).toEqual(before)
    await page.close()
  })
})

describe('by touch alone', () => {
  it('accepts, reads otherwise, changes a role and takes it back', async () => {
    const page = await issueList({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })
    expect(await small(page)).toEqual([])
    await page.tap('.rows a')
    await page.waitForSelector('.current')
    expect(await small(page)).toEqual([])
    await page.tap('.way:nth-child(2)')
    await done(page, /^done 更正（07/)
    await page.tap('.thumbs .main')
    await done(page, /^done 认可（08/)
    await page.tap('.segments button:nth-child(3)')
    await page.tap('.strip button:nth-child(2)')
    await page.tap('.part.title p')
    await page.waitForSelector('.tools')
    expect(await small(page)).toEqual([])
    await page.selectOption('.part.kicker select', 'column')
    await done(page, /^done 改身份（02/)
    expect(fileOf('02.md')).toContain('column: "工会持续激发职工创新创造潜能"')
    for (let at = 0; at < 3; at += 1) {
      await page.tap('.mast .undo')
      await expect.poll(() => noteOf(page)).toContain('done 已撤去')
      await page.waitForFunction(() => !document.querySelector('.part select:disabled'))
      await page.tap(`.strip button:nth-child(${at + 3})`)
    }
    expect(folder.files()).toEqual(before)
    await page.close()
  })
})

describe('a page comes in', () => {
  it('by a file and by pasting: it is seen first, then written and open on the bench', async () => {
    const page = await issueList({ viewport: { width: 1280, height: 800 } })
    const text = readFileSync('tests/content/gh202411/source.txt', 'utf8').split('\n').slice(0, 38).join('\n')
    await page.setInputFiles('.take input[type=file]', {
      name: 'Demo_1.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(text),
    })
    expect(await page.inputValue('.take form input')).toBe('demo-1')
    await page.click('.take .main')
    await expect
      .poll(() => page.textContent('.take form'))
      .toMatch(/读成 2 篇[\s\S]*江苏3个一线职工项目获省科学技术奖/)
    expect(await violations(page)).toEqual([])
    expect(await small(page)).toEqual([])
    await page.click('.take .main')
    await page.waitForSelector('.current')
    expect(page.url()).toContain('#/demo-1')
    proved()
    await page.click('.mast .name')
    await page.waitForSelector('.rows li:nth-child(2)')
    await page.evaluate(() => {
      const data = new DataTransfer()
      data.setData('text/plain', '只有一行')
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
    })
    await page.fill('.take form input', 'demo-2')
    await page.click('.take .main')
    await page.waitForSelector('.take .alarm')
    expect(await page.textContent('.take .alarm')).toMatch(/点“明知如此，仍要导入”$/)
    expect(await violations(page)).toEqual([])
    await page.click('.take button:has-text("明知如此")')
    await page.waitForSelector('.crumb:has-text("demo-2")')
    proved()
    await page.close()
  })
})

describe('two at once', () => {
  it('the second is shown both, and nothing is overwritten', async () => {
    const page = await issueList({ viewport: { width: 1280, height: 800 } })
    await page.click('.rows a')
    await page.waitForSelector('.current')
    const path = join(folder.dir, '05.md')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, text.replace('cities: ["泉州"]', 'cities: ["晋江"]'))
    await page.keyboard.press('Enter')
    await page.waitForSelector('.note.changed table')
    expect(await page.textContent('.note.changed')).toMatch(/没有覆盖[\s\S]*泉州[\s\S]*晋江/)
    expect(readFileSync(path, 'utf8')).toContain('晋江')
    await page.click('.note.changed button:has-text("再做一次")')
    await done(page, /^done 认可（07/)
    expect(readFileSync(path, 'utf8')).toContain('晋江')
    await page.close()
  })
})

describe('two tabs', () => {
  it('the one that did nothing is told at once, and shows both', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    const [one, two] = [await context.newPage(), await context.newPage()]
    for (const page of [one, two]) {
      await page.goto(`${open.origin}/#${key}`)
      await page.goto(`${open.origin}/#/gh202411`)
      await page.waitForSelector('.current')
    }
    await one.keyboard.press('2')
    await done(one, /^done 更正（07/)
    await two.waitForSelector('.note.changed table')
    expect(await two.textContent('.note.changed')).toMatch(/别处改过[\s\S]*促进行业发展/)
    await context.close()
  })
})

describe('everybody', () => {
  it('breaks no rule of axe, on the list of issues, at an issue, in a question, on a phone', async () => {
    const page = await issueList({ viewport: { width: 1280, height: 800 } })
    expect(await violations(page)).toEqual([])
    await page.click('.rows a')
    await page.waitForSelector('.current')
    expect(await small(page)).toEqual([])
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('f')
    await page.waitForSelector('dialog[open]')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 360, height: 740 })
    for (const pane of [1, 2, 3]) {
      await page.click(`.segments button:nth-child(${pane})`)
      expect(await violations(page)).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBe(360)
    }
    await page.close()
  })
})
