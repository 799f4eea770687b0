// What is on the first screen: the text of every article on a phone, in care mode too; and lines short enough to read on a desktop.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { articlePath } from '#lib/model/site'
import { launchChromium } from './chromium'
import { at } from './reading-pages'
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

const ids = content()
  .articles.slice(0, 8)
  .map(({ id }) => id)

/** Where the first line of the text ends, in px from the top of the page. */
const firstLine = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange()
    const block = document.querySelector('.body > *')
    if (block) range.selectNodeContents(block)
    return range.getClientRects()[0]?.bottom ?? Number.POSITIVE_INFINITY
  })

describe.each(['standard', 'care'])('%s, on a phone of 360 × 740', mode => {
  let page: Page
  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  })
  afterAll(() => page.close())

  it.each(ids)('shows the text of %s without scrolling', async id => {
    await page.goto(`${at(served.url, articlePath(id))}?mode=${mode}`)
    await page.waitForFunction(() => customElements.get('settings-panel'))
    expect(await firstLine(page)).toBeLessThan(740)
  })
})

it('care mode sets the fields of a search one under the other, from the same edge', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  await page.goto(`${at(served.url, '/search/')}?mode=care`)
  const edges = await page
    .locator('main .search-box')
    .evaluate(form =>
      [...form.querySelectorAll('input, select')].map(field => field.getBoundingClientRect().left),
    )
  expect(edges.length).toBeGreaterThan(2)
  expect(new Set(edges).size).toBe(1)
  await page.close()
})

it('care mode has at most 36 characters a line on a desktop', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
  await page.goto(`${at(served.url, articlePath(ids[0] ?? ''))}?mode=care`)
  const characters = await page
    .locator('.body p')
    .first()
    .evaluate(paragraph => {
      return paragraph.getBoundingClientRect().width / Number.parseFloat(getComputedStyle(paragraph).fontSize)
    })
  expect(characters).toBeGreaterThan(30)
  expect(characters).toBeLessThanOrEqual(36)
  await page.close()
})

it('care mode folds the tip behind a button, without JavaScript too, and says nothing of a map that is not there', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  const tipped = content().articles.find(({ tip }) => tip)
  if (!tipped) throw new Error('no article has a tip')
  await page.goto(`${at(served.url, articlePath(tipped.id))}?mode=care`)
  expect(await page.locator('.tip').isVisible()).toBe(false)
  await page.locator('.tip-link').click()
  await page.locator('.tip').waitFor()
  await page.goto(`${at(served.url, '/')}#finder`)
  await page.locator('.map').waitFor()
  expect(await page.locator('.shades').isVisible()).toBe(false)
  await page.close()
})

it('the next article comes before sharing, and no link stands twice after the text', async () => {
  const page = await browser.newPage({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  for (const id of ids) {
    await page.goto(at(served.url, articlePath(id)))
    const [links, order] = await page.evaluate(() => [
      [...document.querySelectorAll<HTMLAnchorElement>('.onward a')].map(link => link.pathname),
      [...document.querySelectorAll('.neighbours a, #share')].map(element => element.id || element.className),
    ])
    expect(new Set(links).size, id).toBe(links.length)
    expect(order.slice(0, 2)).toEqual(['next', 'previous'])
    expect(order[order.length - 1]).toBe('share')
    const rows = await page
      .locator('.neighbours')
      .evaluateAll(lists =>
        lists.map(list => new Set([...list.children].map(link => link.getBoundingClientRect().top)).size),
      )
    expect(new Set(rows), id).toEqual(new Set([1]))
  }
  await page.close()
})
