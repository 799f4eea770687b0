// A reader's way through the served site, with JavaScript and without it.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from './chromium'
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

describe.each([true, false])('with JavaScript: %s', javaScriptEnabled => {
  let context: BrowserContext
  let page: Page
  const errors: string[] = []

  beforeAll(async () => {
    context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } })
    page = await context.newPage()
    page.on('pageerror', error => errors.push(error.message))
    page.on('console', message => message.type() === 'error' && errors.push(message.text()))
  })

  afterAll(() => context.close())

  // With JavaScript a choice on the index narrows the list in place; without it the link is followed. The address is the same.
  const chosen = (slug: string) => `**/regions/${slug}/`

  it('opens the index, chooses a province, opens an article, and comes back', async () => {
    await page.goto(served.url)
    expect(await page.locator('.card').count()).toBe(8)
    await page.getByRole('link', { name: '江苏 2' }).click()
    await page.waitForURL(chosen('jiangsu'))
    await page.getByRole('link', { name: '江苏3个一线职工项目获省科学技术奖' }).click()
    await page.waitForURL('**/articles/gh202411-02/')
    expect(await page.locator('.body').textContent()).toContain('技术创新项目30万项')
    await page.goBack()
    await page.waitForURL(chosen('jiangsu'))
    await page.getByRole('link', { name: '共享工具屋 满满邻里情' }).waitFor()
  })

  it('starts the first article above the fold of a phone', async () => {
    await page.goto(served.url)
    const title = await page.locator('.card .title').first().boundingBox()
    expect((title?.y ?? 9999) + (title?.height ?? 0)).toBeLessThan(740)
  })

  it('unfolds the map, and leads from a tile to its province', async () => {
    await page.goto(served.url)
    expect(await page.locator('.map').isVisible()).toBe(false)
    await page.getByRole('link', { name: '筛选' }).click()
    await page.getByRole('link', { name: '山东，1 篇' }).click()
    await page.waitForURL(chosen('shandong'))
  })

  it('shows the way back from an address that leads nowhere', async () => {
    const answer = await page.goto(`${served.url}articles/none/`)
    expect(answer?.status()).toBe(404)
    await page.getByRole('link', { name: /回到首页/ }).click()
    await page.waitForURL(served.url)
    // The 404 itself is reported on the console, and that is right.
    expect(errors.filter(error => !error.includes('404'))).toEqual([])
  })
})

it('opens an article from anywhere on its card', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 } })
  await page.goto(served.url)
  const card = page.locator('.card').first()
  const box = await card.boundingBox()
  await card.click({ position: { x: (box?.width ?? 0) - 6, y: (box?.height ?? 0) - 6 } })
  await page.waitForURL('**/articles/**')
  expect(await page.locator('.card .title a').count()).toBe(0)
  await page.close()
})

it('opens the map at once on a desktop', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  await page.goto(served.url)
  expect(await page.locator('.map').isVisible()).toBe(true)
  await page.close()
})
