// Photographs on real pages, of a site that is built of them here: light, still, for everyone, in large, on paper, and without a script.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { printArticle } from '#lib/format/article-file'
import { printIssue } from '#lib/format/issue-file'
import type { Picture } from '#lib/model/picture'
import { articleOf } from '../article-of'
import { cmykPhoto, photo, plainPicture, transparentPng, turnedPhoto } from '../photographs'
import { copyProject, type ProjectCopy } from '../project-copy'
import { violations, violationsInThemes } from './axe'
import { launchChromium } from './chromium'
import { painted, shiftsSoFar } from './painted'
import { type Served, serve } from './served'

/** As many as a page of a list has, all with a picture. */
const listed = 24

let home = ''
let copy: ProjectCopy
let browser: Browser
let served: Served

/**
 * An issue: 01 a photo item with four pictures, 02 an article with one that stands upright by EXIF, 03 without, 04 with nine, upright but
 * for the first, as many as a browser loads of a strip; then many for lists.
 */
async function writeIssue(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const issue = { id: 'zp1', title: '图片专版', date: '2024-12-03', dateBasis: '', publication: '' }
  writeFileSync(join(folder, 'issue.md'), printIssue({ issue, imported: new Map(), leftOut: [], doubts: '' }))
  const files: Record<string, Buffer> = {
    '01.jpg': await photo(1500, 1000, 1),
    '01-2.jpg': await cmykPhoto(800, 600, 2),
    '01-3.png': await transparentPng(500, 400),
    '01-4.jpg': await photo(500, 750, 4),
    '02.jpg': await turnedPhoto(900, 1350, 5),
  }
  for (let number = 4; number <= listed; number += 1)
    files[`${String(number).padStart(2, '0')}.jpg`] = await photo(360, 240, number)
  files['04.jpg'] = await photo(1500, 1000, 40)
  for (let count = 2; count <= 9; count += 1) files[`04-${count}.jpg`] = await photo(400, 600, 40 + count)
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes)
  for (let number = 1; number <= listed; number += 1) {
    const name = String(number).padStart(2, '0')
    const pictures = Object.keys(files)
      .filter(file => file.startsWith(name))
      .map((file): Picture => ({ ...plainPicture, file, ...said[file] }))
    const article = articleOf({
      ...{ id: `zp1-${name}`, issue: 'zp1', number, kind: number === 1 ? 'photo' : 'article', pictures },
      ...{ title: `职工技能大赛在车间里举行，第${number}场`, byline: number === 1 ? '本报记者 张三 摄' : '' },
      ...{ provinces: ['山东'], topic: '技术创新与竞赛', date: '2024-12-03' },
      blocks: [
        {
          kind: 'paragraph',
          text: '12月1日，三十家企业的一百二十名职工在车间里比试手艺，前三名被授予称号。',
        },
      ],
    })
    writeFileSync(join(folder, `${name}.md`), printArticle(article))
  }
}

const said: Readonly<Record<string, Partial<Picture>>> = {
  '01-2.jpg': { caption: '评委在打分。', credit: '李四 摄', names: ['李四'] },
  '01-3.png': { alt: '奖杯的图样' },
  '02.jpg': { caption: '老师傅在看图纸。', alt: '一位戴眼镜的师傅俯身看图纸' },
}

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'with-pictures-'))
  await writeIssue(join(home, 'content', 'zp1'))
  copy = copyProject(home)
  copy.takeCompiled()
  copy.build({ CONTENT_DIR: join(home, 'content') })
  ;[browser, served] = await Promise.all([launchChromium(), serve(join(copy.folder, 'out'))])
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
  rmSync(home, { recursive: true, force: true })
})

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 }
const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }

/** What was loaded of pictures, in bytes, and how far the page shifted, once it has come to rest. */
async function visit(path: string, options: BrowserContextOptions) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options })
  const page = await context.newPage()
  const faults: string[] = []
  const loaded = new Map<string, Promise<number>>()
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  page.on('response', response => {
    if (/\.(?:webp|jpg)$/.test(new URL(response.url()).pathname))
      loaded.set(
        response.url(),
        response.body().then(
          body => body.length,
          () => 0,
        ),
      )
  })
  // Pictures come after the page is painted: they must not move what is there.
  let letCome = () => {}
  const mayCome = new Promise<void>(done => {
    letCome = done
  })
  await page.route(/\.(?:webp|jpg)$/, async route => {
    await mayCome
    await route.continue()
  })
  await page.goto(`${served.url}${path}`, { waitUntil: 'commit' })
  await page.locator('h1').first().waitFor()
  if (options.javaScriptEnabled !== false) await painted(page)
  letCome()
  await page.waitForLoadState('networkidle')
  return {
    page,
    faults,
    bytes: async () => (await Promise.all(loaded.values())).reduce((sum, one) => sum + one, 0),
    close: () => context.close(),
  }
}

describe.each([
  ['a photo item', 'articles/zp1-01/', 60_000, 150_000],
  ['an article', 'articles/zp1-02/', 60_000, 150_000],
  ['an article with nine pictures', 'articles/zp1-04/', 60_000, 150_000],
  ['a list', 'regions/shandong/', 100_000, 150_000],
  ['the index', '', 100_000, 150_000],
])('%s', (_name, path, onPhone, onDesk) => {
  it('is light and still on a phone and on a desk, under the policy', async () => {
    for (const [options, most] of [
      [phone, onPhone],
      [desk, onDesk],
    ] as const) {
      const { page, faults, bytes, close } = await visit(path, options)
      expect(await shiftsSoFar(page)).toEqual([])
      const weight = await bytes()
      expect(weight).toBeGreaterThan(0)
      expect(weight).toBeLessThanOrEqual(most)
      expect(faults).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide).toBeLessThanOrEqual(0)
      await close()
    }
  })

  it('breaks no rule of axe in any theme, standard and care', async () => {
    const { page, close } = await visit(path, phone)
    expect(await violationsInThemes(page)).toEqual([])
    await close()
  })
})

describe('a picture', () => {
  it('opens in large by Enter, says its caption, closes by Escape, and gives the focus back', async () => {
    const { page, faults, close } = await visit('articles/zp1-01/', desk)
    const link = page.locator('.pic-strip a.pic-open').first()
    await link.focus()
    await page.keyboard.press('Enter')
    const dialog = page.locator('dialog[open]')
    await dialog.waitFor()
    expect(await dialog.locator('p').textContent()).toContain('评委在打分。')
    expect(await dialog.evaluate(box => [box.clientWidth, box.clientHeight])).toEqual([1280, 800])
    expect(await dialog.evaluate(box => getComputedStyle(box).backgroundColor)).toBe('rgb(0, 0, 0)')
    const shown = dialog.locator('img')
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('dialog img')?.naturalWidth)
    expect(await shown.getAttribute('src')).toMatch(/-large\.jpg$/)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    expect(await link.evaluate(one => one === document.activeElement)).toBe(true)
    await link.click()
    await page.locator('dialog[open] button').click()
    await dialog.waitFor({ state: 'detached' })
    expect(faults).toEqual([])
    await close()
  })

  it('opens by a tap, is enlarged by two fingers, and then moved about by one', async () => {
    const { page, close } = await visit('articles/zp1-01/', { ...phone, isMobile: true, hasTouch: true })
    await page.locator('a.pic-open').first().tap()
    await page.locator('dialog[open]').waitFor()
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('dialog img')?.naturalWidth)
    const fingers = await page.context().newCDPSession(page)
    const put = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...across: readonly number[]) =>
      fingers.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: across.map((x, id) => ({ x, y: 370, id })),
      })
    const seen = () =>
      page.evaluate(() => ({ scale: visualViewport?.scale ?? 0, left: visualViewport?.offsetLeft ?? 0 }))
    await put('touchStart', 160, 200)
    for (let apart = 24; apart <= 120; apart += 8) await put('touchMove', 180 - apart, 180 + apart)
    await put('touchEnd')
    await expect.poll(async () => (await seen()).scale).toBeGreaterThan(1.2)
    const before = await seen()
    await put('touchStart', 240)
    for (let x = 232; x >= 120; x -= 8) await put('touchMove', x)
    await put('touchEnd')
    await expect.poll(async () => (await seen()).left).toBeGreaterThan(before.left)
    expect((await seen()).scale).toBeGreaterThan(1.2)
    await close()
  })

  it('is told to those who do not see it: by an editor’s words, else by a pointer to its caption', async () => {
    const { page, close } = await visit('articles/zp1-01/', desk)
    const [main, second, third] = await page.locator('a.pic-open img').evaluateAll(images =>
      images.map(image => ({
        alt: image.getAttribute('alt'),
        loading: image.getAttribute('loading'),
        told: document.getElementById(image.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
      })),
    )
    expect(main?.alt).toBe('图片，说明见下')
    // The first at once, the others when they come near.
    expect([main?.loading, second?.loading, third?.loading]).toEqual([null, 'lazy', 'lazy'])
    expect(main?.told).toContain('三十家企业')
    expect(second).toMatchObject({ alt: '图片，说明见下', told: '评委在打分。\u2002李四 摄' })
    expect(third?.alt).toBe('奖杯的图样')
    await close()
  })

  it('is there without a script: seen, in a strip that scrolls, and in large behind its link', async () => {
    const { page, close } = await visit('articles/zp1-01/', { ...phone, javaScriptEnabled: false })
    expect(await page.locator('a.pic-open img').first().isVisible()).toBe(true)
    const strip = page.locator('.pic-strip')
    const box = await strip.boundingBox()
    const last = await strip.locator('li').last().boundingBox()
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeGreaterThan((box?.x ?? 0) + (box?.width ?? 0))
    await page.locator('a.pic-open').first().click()
    await page.waitForURL(/-large\.jpg$/)
    await close()
  })

  it('that is smaller than the text stays as small as it is, on a desk and on a phone', async () => {
    for (const options of [desk, phone]) {
      const { page, close } = await visit('articles/zp1-05/', options)
      const image = page.locator('a.pic-open img').first()
      const shown = await image.evaluate((one: HTMLImageElement) => [one.clientWidth, one.clientHeight])
      const room = Math.min(360, options.viewport?.width ?? 0)
      expect(shown).toEqual([room, (room * 2) / 3])
      expect(await shiftsSoFar(page)).toEqual([])
      await close()
    }
  })

  it('is on paper once, with its credit', async () => {
    const { page, close } = await visit('articles/zp1-01/', desk)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.pic-figure > a.pic-open img').isVisible()).toBe(true)
    expect(await page.locator('.pic-strip').isVisible()).toBe(false)
    expect(await page.locator('.credit').first().isVisible()).toBe(true)
    await close()
  })

  it('has an edge where the system chooses the colours', async () => {
    const { page, close } = await visit('articles/zp1-02/', { ...desk, forcedColors: 'active' })
    const edge = await page.locator('a.pic-open').evaluate(link => getComputedStyle(link).borderTopWidth)
    expect(edge).toBe('1px')
    await close()
  })

  it('comes small to those who save data, where it is still to come', async () => {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      ...phone,
      viewport: { width: 360, height: 200 },
    })
    const page = await context.newPage()
    // Held back until the script has run: which of the two is first is for the network to say.
    await page.route('**/pictures/**', async route => {
      await page.waitForFunction(
        () => document.readyState === 'complete' || document.readyState === 'interactive',
      )
      await route.continue()
    })
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '4g' } }),
    )
    await page.goto(`${served.url}articles/zp1-02/`, { waitUntil: 'networkidle' })
    await page.locator('a.pic-open img').scrollIntoViewIfNeeded()
    await page.waitForFunction(() =>
      document.querySelector<HTMLImageElement>('a.pic-open img')?.currentSrc.endsWith('-small.webp'),
    )
    await context.close()
  })

  it('leaves nothing on pages that have none: no style, no script', async () => {
    const { page, close } = await visit('articles/zp1-03/', phone)
    const html = await page.content()
    expect(html).not.toMatch(/pic-|picture-viewer|\/pictures\//)
    await close()
  })
})

describe('offline', () => {
  it('keeps the pictures of what was read up to a limit, and pages without their pictures', async () => {
    const context = await browser.newContext(phone)
    const page = await context.newPage()
    const isShown = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate(one => one instanceof HTMLImageElement && one.naturalWidth > 0)
    const main = 'a.pic-open img'
    await page.goto(`${served.url}articles/zp1-01/`)
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    await page.reload({ waitUntil: 'networkidle' })
    // It is saved after it is shown.
    const isKept = () =>
      page
        .locator(main)
        .first()
        .evaluate(
          async one =>
            one instanceof HTMLImageElement && !!(await caches.match(one.currentSrc, { ignoreVary: true })),
        )
    await expect.poll(isKept).toBe(true)
    const kept = () =>
      page.evaluate(async () => {
        const name = (await caches.keys()).find(one => one.endsWith(' pictures')) ?? ''
        return (await (await caches.open(name)).keys()).length
      })
    expect(await kept()).toBeGreaterThan(0)

    await context.setOffline(true)
    await page.goto(`${served.url}articles/zp1-01/`)
    await expect.poll(() => isShown(main)).toBe(true)
    // It came with the pack of newest pages and was never seen.
    await page.goto(`${served.url}articles/zp1-02/`)
    expect(await page.locator('h1').first().textContent()).toContain('第2场')
    expect(await isShown(main)).toBe(false)
    expect(await page.locator(main).first().getAttribute('alt')).toBe('一位戴眼镜的师傅俯身看图纸')
    expect(await page.locator('.pic-caption').first().isVisible()).toBe(true)

    await context.setOffline(false)
    await page.goto(`${served.url}articles/zp1-01/`)
    await page.evaluate(async () => {
      const source = document.querySelector<HTMLImageElement>('a.pic-open img')?.currentSrc ?? ''
      const load = (at: number) =>
        new Promise(done => {
          const image = new Image()
          image.onload = done
          image.src = `${source}?${at}`
        })
      for (let at = 0; at < 60; at += 1) await load(at)
    })
    await expect.poll(kept).toBeLessThanOrEqual(40)
    await context.close()
  })
})

it('the index in care mode on a desk: the first headline is the largest, and the search box keeps off the edge', async () => {
  const { page, close } = await visit('', desk)
  await page.evaluate(() => {
    document.documentElement.dataset.size = 'care'
  })
  // As where not all articles fit: then one leads.
  await page
    .locator('.region .card')
    .first()
    .evaluate(card => {
      const leading = document.createElement('div')
      leading.className = 'leading'
      leading.append(card.cloneNode(true))
      card.closest('.region')?.before(leading)
    })
  const sizeOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(title => Number.parseFloat(getComputedStyle(title).fontSize))
  expect(await sizeOf('.leading .title')).toBeGreaterThan(await sizeOf('.region .title'))
  const box = await page.locator('.masthead .search-box').boundingBox()
  expect(box?.y).toBeGreaterThan(4)
  await close()
})

it('an enclosure has the length of the picture that is served', async () => {
  const feed = await (await fetch(`${served.url}feed.xml`)).text()
  const enclosures = [...feed.matchAll(/<enclosure url="[^"]*\/(pictures\/[^"]+)" length="(\d+)"/g)]
  expect(enclosures.length).toBeGreaterThan(1)
  const [, path = '', length] = enclosures[0] ?? []
  expect((await (await fetch(`${served.url}${path}`)).arrayBuffer()).byteLength).toBe(Number(length))
  expect(feed).not.toContain('length="0"')
})
