// At the desk with a browser only: pictures, written articles, many items at once, the doubts of all issues, the page of a PDF; by day and by night.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { pageFiles } from '#lib/desk/page'
import { deskServer } from '#lib/desk/server'
import { importBytes } from '#lib/issues/import-file'
import { type DeskFolder, deskFolder } from '../desk/desk-folder'
import { writePdf } from '../import/readers/pdf-writer'
import { draft, setStory, sheetOf } from '../import/readers/typeset'
import { type OpenServer, openServer } from '../open-server'
import { plainPng } from '../photographs'
import { launchChromium } from './chromium'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const key = 'a-key-of-the-terminal-for-tests'

let folder: DeskFolder
let open: OpenServer
let browser: Browser
let page: Page
beforeAll(async () => {
  folder = deskFolder()
  const files = await pageFiles(process.cwd())
  open = await openServer(
    deskServer({ desk: folder.desk, site: folder.site, files, key, previewPort: () => 9 }),
  )
  browser = await launchChromium()
  // Colours that are on their way from one theme to the other are in neither.
  page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  page.on('pageerror', error => expect.soft(error.message).toBe(''))
  page.on('console', message => message.type() === 'error' && expect.soft(message.text()).toBe(''))
  await page.goto(`${open.origin}/#${key}`)
})
afterAll(async () => {
  await browser?.close()
  await open?.close()
  folder?.remove()
})

/** What stands in the way of somebody: rules of axe by day and by night, controls smaller than a finger, a page wider than a phone. */
async function barriers(): Promise<readonly string[]> {
  const found: string[] = []
  for (const [scheme, width] of [
    ['light', 1280],
    ['dark', 360],
  ] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 800 })
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }))
    found.push(...violations.map(({ id, nodes }) => `${scheme} ${id}: ${nodes[0]?.html}`))
    const small = await page.$$eval('button, a, select, input, textarea, summary', all =>
      all.flatMap(one => {
        const { width: wide, height } = one.getBoundingClientRect()
        return wide > 0 && (wide < 43.9 || height < 43.9) ? [one.outerHTML.slice(0, 80)] : []
      }),
    )
    found.push(...small)
    const all = await page.evaluate(() => document.documentElement.scrollWidth)
    if (all > width) found.push(`${all} > ${width}`)
  }
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

const go = async (hash: string, wanted: string) => {
  await page.evaluate(to => {
    location.hash = to
  }, hash)
  await page.waitForSelector(wanted)
}
const fileOf = (name: string) => folder.files().get(name) ?? ''
const said = (pattern: RegExp) => expect.poll(() => page.textContent('.note')).toMatch(pattern)

it('a picture is dropped on an item, described by keyboard, and taken back', async () => {
  const before = folder.files()
  await go('#/gh202411', '.current')
  await page.click('.strip button:nth-child(5)')
  const base64 = plainPng(300, 200).toString('base64')
  await page.evaluate(bytes => {
    const data = new DataTransfer()
    const file = Uint8Array.from(atob(bytes), one => one.charCodeAt(0))
    data.items.add(new File([file], '盐田.png', { type: 'image/png' }))
    const item = document.querySelector('.print article')
    item?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, base64)
  await page.waitForSelector('.pictures img')
  expect(fileOf('05.md')).toContain('file: "05.png"')
  // The missing description is a doubt: K goes through the others, 1 opens the question.
  const isAlt = async () => (await page.textContent('.current h3'))?.includes('05.png') ?? false
  for (let at = 0; at < 40 && !(await isAlt()); at += 1) await page.keyboard.press('k')
  await page.keyboard.press('1')
  await page.waitForSelector('dialog [name=alt]')
  expect(await barriers()).toEqual([])
  await page.fill('dialog [name=alt]', '盐工在盐田里旋盐')
  await page.keyboard.press('Enter')
  await said(/图片（05/)
  expect(fileOf('05.md')).toContain('alt: "盐工在盐田里旋盐"')
  await page.waitForSelector('.mast .undo:enabled')
  await page.keyboard.press('Control+z')
  await expect.poll(() => fileOf('05.md')).not.toContain('alt:')
  await page.waitForSelector('.mast .undo:enabled')
  await page.waitForFunction(() => !document.querySelector('.part select:disabled'))
  await page.keyboard.press('Control+z')
  await expect.poll(() => folder.files()).toEqual(before)
})

it('an article is written from a text that was pasted; what is left out is shown first', async () => {
  await go('#/gh202411/write', '.write form')
  await page.fill('[name=title]', '编后：把事办在平时')
  await page.evaluate(() => {
    const data = new DataTransfer()
    const html =
      '<p>第一段的话。</p><h3>小标题</h3><p><b>第二段</b>。</p><p><a href="https://x.example">阅读原文</a></p>'
    data.setData('text/html', html)
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })
  await page.waitForSelector('.pasted')
  expect(await page.textContent('.pasted del')).toBe('阅读原文')
  expect(await barriers()).toEqual([])
  await page.click('.pasted .main')
  await page.click('form > .acts .main')
  await page.waitForSelector('.strip button:nth-child(9)')
  expect(fileOf('09.md')).toMatch(/origin: "web"[\s\S]*第一段的话。\n\n## 小标题\n\n第二段。/)
  expect(checkContent(folder.desk.out).problems).toEqual([])
})

it('what was typed and not sent is said to be so, and does not put back what was changed meanwhile', async () => {
  const write = '#/gh202411/write/09'
  await go(write, '.write form')
  expect(await page.$('.write form [role=status]')).toBeNull()
  await page.fill('[name=kicker]', '没有写完的引题')
  await go('#/gh202411', '.strip')
  const other = await browser.newPage()
  await other.goto(`${open.origin}/#${key}`)
  await other.goto(`${open.origin}/${write}`)
  await other.fill('[name=body]', '别处改过的一段。')
  await other.click('form > .acts .main')
  await expect.poll(() => fileOf('09.md')).toContain('别处改过的一段。')
  await other.close()
  await go(write, '.write form [role=alert]')
  expect(await page.textContent('.write [role=alert]')).toContain('那以后这一期改过')
  expect(await page.inputValue('[name=kicker]')).toBe('没有写完的引题')
  expect(await page.inputValue('[name=body]')).toBe('别处改过的一段。')
  expect(await barriers()).toEqual([])
  await page.click('.write [role=alert] button')
  await expect.poll(() => page.inputValue('[name=kicker]')).toBe('')
  expect(await page.$('.write [role=alert]')).toBeNull()
})

it('a written article gets a picture with words of its own, and loses it by undo', async () => {
  await go('#/gh202411', '.strip button:nth-child(9)')
  await page.click('.strip button:nth-child(9)')
  await page.waitForSelector('.print article#i09')
  const buffer = plainPng(300, 200)
  await page.setInputFiles('#add-picture', { name: '盐田.png', mimeType: 'image/png', buffer })
  await said(/图片（09/)
  await page.click('.pictures button')
  await page.fill('dialog[open] [name=alt]', '傍晚的盐田')
  await page.fill('dialog[open] [name=caption]', '收工以后的盐田')
  expect(await barriers()).toEqual([])
  await page.keyboard.press('Enter')
  await expect.poll(() => fileOf('09.md')).toContain('caption: "收工以后的盐田"\n    alt: "傍晚的盐田"')
  expect(checkContent(folder.desk.out).problems).toEqual([])
  for (const left of ['file: "09.png"', 'title:']) {
    await page.waitForFunction(() => !document.querySelector('.mast .undo:disabled, .add button:disabled'))
    await page.click('.mast .undo')
    await expect.poll(() => fileOf('09.md')).not.toContain(left === 'title:' ? 'pictures:' : 'alt:')
    expect(fileOf('09.md')).toContain(left)
  }
})

it('a fact of several items is changed at once and taken back, and the doubts of all issues are gone through', async () => {
  await go('#/', '.rows .unfold')
  await page.click('.rows .unfold')
  await page.check('.items li:nth-child(1) input')
  await page.check('.items li:nth-child(3) input')
  expect(await barriers()).toEqual([])
  const before = [fileOf('01.md'), fileOf('03.md')]
  await page.selectOption('#bulk-value', '民主管理')
  await page.click('.bulk .main')
  await expect.poll(() => page.textContent('.bulk')).toContain('改了 1 期')
  for (const name of ['01.md', '03.md']) expect(fileOf(name)).toContain('topic: "民主管理"')
  await page.click('.bulk button:has-text("撤销")')
  await expect.poll(() => [fileOf('01.md'), fileOf('03.md')]).toEqual(before)
  await page.keyboard.press('q')
  await page.waitForSelector('.queue-page .current')
  expect(await barriers()).toEqual([])
  await page.keyboard.press('2')
  await expect.poll(() => page.textContent('.queue-page .said')).toMatch(/^更正（07/)
  expect(fileOf('07.md')).toContain('促进行业发展方面')
  await page.keyboard.press('Control+z')
  await expect.poll(() => page.textContent('.queue-page .said')).toMatch(/^已撤去/)
  expect(fileOf('07.md')).toContain('促进行行业发展方面')
})

it('on the page of a PDF a touch of a line leads to its text', async () => {
  const body = [
    '晚上七点，山西省大同市平城区文化广场亮起一排白炽灯。',
    '市总工会介绍，摊主都是各企业请来的技师。',
  ]
  const sheet = draft()
  setStory(
    sheet,
    { title: '下班后学手艺', byline: '本报记者 乔立言', body },
    { x: 36, y: 60, columns: 2, measure: 126, gutter: 15 },
  )
  const bytes = Buffer.from(writePdf([sheetOf(sheet, 320, 400, texts => texts)]))
  const options = { out: folder.desk.out, replace: false, allow: [] }
  const done = importBytes([{ file: 'a.pdf', bytes }], { file: 'a.pdf', issue: 'a-pdf' }, options, new Map())
  expect(done.problems).toEqual([])
  await go('#/a-pdf', '.sheet img')
  expect(await barriers()).toEqual([])
  const line = page.locator('.region').last()
  const words = (await line.getAttribute('id'))?.slice(1)
  await line.locator('rect').click({ force: true })
  await page.waitForSelector('.part.chosen')
  await page.click('.way-of-seeing button:has-text("文字")')
  await page.waitForSelector(`#s${words}.at`)
})
