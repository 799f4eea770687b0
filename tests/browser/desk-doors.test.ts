// Every form that a page comes in by, each dropped on the desk once as a hand drops it: files and folders of the disk.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkContent } from '#lib/audit/check'
import { pageFiles } from '#lib/desk/page'
import { deskServer } from '#lib/desk/server'
import { type DeskFolder, deskFolder } from '../desk/desk-folder'
import { articles } from '../import/invented'
import { writeDocx } from '../import/readers/docx-writer'
import { writePdf } from '../import/readers/pdf-writer'
import { draft, setStory, sheetOf } from '../import/readers/typeset'
import { type OpenServer, openServer } from '../open-server'
import { photo } from '../photographs'
import { launchChromium } from './chromium'

const key = 'a-key-of-the-terminal-for-tests'
const story = articles[0]
if (!story) throw new Error('no article')
const { title, kicker = '', paragraphs } = story

let folder: DeskFolder
let open: OpenServer
let browser: Browser
let page: Page
let hand: CDPSession
/** Where the files lie that are dropped. */
let home = ''
beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'doors-'))
  folder = deskFolder()
  const files = await pageFiles(process.cwd())
  open = await openServer(
    deskServer({ desk: folder.desk, site: folder.site, files, key, previewPort: () => 9 }),
  )
  browser = await launchChromium()
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  page.on('pageerror', error => expect.soft(error.message).toBe(''))
  page.on('console', message => message.type() === 'error' && expect.soft(message.text()).toBe(''))
  hand = await page.context().newCDPSession(page)
  await page.goto(`${open.origin}/#${key}`)
})
afterAll(async () => {
  await browser?.close()
  await open?.close()
  folder?.remove()
  rmSync(home, { recursive: true, force: true })
})

/** Drops files and folders on the place for pages, as the browser gets them from a hand. */
async function drop(...names: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/'
  })
  const place = await (await page.waitForSelector('.take')).boundingBox()
  const at = { x: (place?.x ?? 0) + 40, y: (place?.y ?? 0) + 20 }
  const data = { items: [], files: names.map(name => join(home, name)), dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await hand.send('Input.dispatchDragEvent', { type, ...at, data })
  await page.waitForSelector('.take form')
}

/** What stands there now, '' where there is nothing: whoever asks again is not kept waiting. */
const textOf = (selector: string) => page.$$eval(selector, all => all.map(one => one.textContent).join(''))

/** Has it read as an issue and written; what the desk said before it was written. */
async function bringIn(id: string): Promise<string> {
  await page.fill('.take form input', id)
  await page.keyboard.press('Enter')
  const says = '.take [role=status], .take [role=alert]'
  await expect.poll(() => textOf(says)).not.toBe('')
  const seen = await textOf(says)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(`#/${id}`)
  await expect.poll(() => textOf('.pane.print')).toContain(paragraphs[1]?.slice(0, 12))
  return seen
}

/** What is wrong with an issue, read where nobody has read it; the names of its files. */
function arrived(id: string): { readonly problems: readonly unknown[]; readonly names: readonly string[] } {
  const place = mkdtempSync(join(tmpdir(), 'proof-'))
  cpSync(join(folder.desk.out, id), join(place, id), { recursive: true })
  const { problems } = checkContent(place)
  rmSync(place, { recursive: true, force: true })
  return { problems, names: readdirSync(join(folder.desk.out, id)) }
}
const proved = (id: string, ...names: readonly string[]) =>
  expect(arrived(id)).toEqual({ problems: [], names: expect.arrayContaining(['01.md', ...names]) })

const text = `${kicker}\n${title}\n${paragraphs.map(one => `　　${one}`).join('\n')}\n`
const indented = paragraphs.map(one => `<p>　　${one}</p>`)
const html =
  `<html><head><meta charset="utf-8"><title>${title}_山海工报</title></head><body><div class="article"><h3>${kicker}</h3>` +
  `<h1>${title}</h1><div class="content">${indented[0]}<p><img src="./夜市_files/摊位.jpg"></p>${indented.slice(1).join('')}</div></div>` +
  `<script src="./夜市_files/ad.js"></script></body></html>`
const markdown = `# ${title}\n\n${paragraphs[0]}\n\n![](images/stall.jpg)\n\n${paragraphs.slice(1).join('\n\n')}\n`

it('text, and a picture that it does not name, which is said', async () => {
  writeFileSync(join(home, 'page.txt'), text)
  writeFileSync(join(home, 'loose.jpg'), await photo(400, 300, 7))
  await drop('page.txt', 'loose.jpg')
  const seen = await bringIn('by-text')
  expect(seen).toContain('读成 1 篇')
  expect(seen).toContain('图片 loose.jpg 没有放进去')
  proved('by-text', 'source.txt')
  expect(arrived('by-text').names).not.toContain('01.jpg')
})

it('a web page with the folder of its pictures, as browsers save it', async () => {
  writeFileSync(join(home, '夜市.html'), html)
  mkdirSync(join(home, '夜市_files'))
  const picture = await photo(400, 300, 1)
  writeFileSync(join(home, '夜市_files', '摊位.jpg'), picture)
  writeFileSync(join(home, '夜市_files', 'ad.js'), 'alert(1)')
  writeFileSync(join(home, '夜市_files', 'frame.html'), '<html><body><p>广告</p></body></html>')
  await drop('夜市.html', '夜市_files')
  const seen = await bringIn('by-web')
  expect(seen).toContain('网页，读成 1 篇')
  expect(seen).not.toContain('没有放进去')
  proved('by-web', 'source.html', '01.jpg')
  expect(readFileSync(join(folder.desk.out, 'by-web', '01.jpg')).equals(picture)).toBe(true)
})

it('a Word file with a picture in it', async () => {
  const [first = { text: '' }, ...rest] = paragraphs.map(one => ({ text: one }))
  const picture = { text: '', picture: await photo(400, 300, 2) }
  writeFileSync(
    join(home, 'page.docx'),
    writeDocx([{ text: title, style: 'Title' }, first, picture, ...rest]),
  )
  await drop('page.docx')
  expect(await bringIn('by-word')).toContain('Word，读成 1 篇')
  proved('by-word', 'source.docx', '01.jpg')
})

it('a PDF, whose page is drawn beside it', async () => {
  const sheet = draft()
  setStory(sheet, { title, body: paragraphs }, { x: 36, y: 40, columns: 2, measure: 180, gutter: 15 })
  writeFileSync(join(home, 'page.pdf'), writePdf([sheetOf(sheet, 450, 700)]))
  await drop('page.pdf')
  expect(await bringIn('by-pdf')).toContain('PDF，读成 1 篇')
  proved('by-pdf', 'source.pdf', 'glyphs.tsv')
  await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.source img')?.naturalWidth)
})

it('Markdown with a picture', async () => {
  writeFileSync(join(home, 'page.md'), markdown)
  writeFileSync(join(home, 'stall.jpg'), await photo(400, 300, 3))
  await drop('page.md', 'stall.jpg')
  const seen = await bringIn('by-markdown')
  expect(seen).toContain('Markdown，读成 1 篇')
  expect(seen).not.toContain('没有放进去')
  proved('by-markdown', 'source.txt', '01.jpg')
})

it('a picture alone is no page, and it is said where pictures go', async () => {
  await drop('loose.jpg')
  await page.fill('.take form input', 'by-picture')
  await page.keyboard.press('Enter')
  await expect.poll(() => textOf('.take [role=alert]')).toContain('按 A 放进去')
  expect(readdirSync(folder.desk.out)).not.toContain('by-picture')
})
