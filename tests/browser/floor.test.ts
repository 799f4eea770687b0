// The oldest browsers we promise, for real: Chrome 66 shows text and follows links, Chrome 80 does everything. Decision 0090.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findOldChrome, launchOldChrome, type OldBrowser, type OldPage, type OldVersion } from './old-chrome'
import { at, kinds } from './reading-pages'
import { type Served, serve } from './served'

const phone = { width: 360, height: 740 }
const desktop = { width: 1280, height: 900 }

let served: Served
/** One of each version, started when it is first asked for. */
const browsers = new Map<OldVersion, Promise<OldBrowser>>()

beforeAll(async () => {
  served = await serve()
})
afterAll(async () => {
  for (const browser of browsers.values()) await (await browser).close()
  await served.close()
})

async function open(version: OldVersion, size: typeof phone): Promise<OldPage> {
  const chrome = findOldChrome(version)
  if ('missing' in chrome) throw new Error(chrome.missing)
  const browser = browsers.get(version) ?? launchOldChrome(chrome.path)
  browsers.set(version, browser)
  return (await browser).open(new URL(served.url).origin, size)
}

const click = (page: OldPage, selector: string) =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).click()`)

/** What makes a page readable: no sideways scroll, the look, and text as large as it should be. */
const looks = `(() => {
  const body = getComputedStyle(document.body)
  return {
    sideways: document.documentElement.scrollWidth > innerWidth,
    size: getComputedStyle(document.documentElement).fontSize,
    paper: body.backgroundColor,
    left: Math.min(...[...document.querySelectorAll('main h1, main h2, main p, .body > *')]
      .filter(e => e.getClientRects().length > 0).map(e => e.getBoundingClientRect().left)) > 0,
  }
})()`

describe.each([66, 80, 86] as const)('Chrome %i', version => {
  const chrome = findOldChrome(version)
  const path = 'path' in chrome ? chrome.path : ''
  const why = 'missing' in chrome ? `(${chrome.missing})` : ''

  it.skipIf(!path).each(Object.entries(kinds))(
    `shows %s as it should look ${why}`,
    async (_kind, address) => {
      const page = await open(version, phone)
      await page.goto(at(served.url, address))
      expect(await page.evaluate(looks)).toEqual({
        ...{ sideways: false, size: '18px', paper: 'rgb(251, 250, 247)', left: true },
      })
    },
  )

  it.skipIf(!path)(`follows a choice, opens an article and reads it in care mode ${why}`, async () => {
    const page = await open(version, phone)
    await page.goto(served.url)
    await click(page, '.finder a[href$="/regions/jiangsu/"]')
    await page.until(`location.href.includes('jiangsu') && document.querySelectorAll('.card').length >= 2`)
    await page.until(
      `[...document.querySelectorAll('.card')].filter(c => c.getClientRects().length).length === 2`,
    )
    await page.goto(`${at(served.url, kinds.article)}?mode=care`)
    expect(await page.evaluate(`getComputedStyle(document.querySelector('.body > p')).fontSize`)).toBe('28px')
  })
})

describe('Chrome 66', () => {
  const chrome = findOldChrome(66)
  const path = 'path' in chrome ? chrome.path : ''

  it.skipIf(!path)('runs none of our modules, and shows no control that needs them', async () => {
    const page = await open(66, phone)
    await page.goto(at(served.url, kinds.article))
    expect(await page.evaluate(`customElements.get('settings-panel') === undefined`)).toBe(true)
    const shown = `[...document.querySelectorAll('button, summary')].filter(e => e.getClientRects().length > 0
      && getComputedStyle(e).visibility === 'visible' && !e.closest('form')).map(e => e.textContent)`
    expect(await page.evaluate(shown)).toEqual([])
  })
})

describe('Chrome 80', () => {
  const chrome = findOldChrome(80)
  const path = 'path' in chrome ? chrome.path : ''
  let page: OldPage

  it.skipIf(!path)('searches', async () => {
    page = await open(80, phone)
    await page.goto(at(served.url, `/search/?q=${encodeURIComponent('工匠')}`))
    await page.until(`document.querySelector('.results mark')`)
    expect(page.errors).toEqual([])
  })

  it.skipIf(!path)('copies, changes the size, keeps the place', async () => {
    page = await open(80, phone)
    await page.goto(at(served.url, kinds.article))
    await page.until(`customElements.get('settings-panel')`)
    await click(page, '[data-care]')
    expect(await page.evaluate('document.documentElement.dataset.size')).toBe('care')
    await page.evaluate(`document.getElementById('share').scrollIntoView()`)
    await page.until(`customElements.get('share-panel')`)
    await click(page, '[data-do=link]')
    await page.until(`document.querySelector('share-panel output').textContent !== ''`)
    expect(page.errors).toEqual([])
  })

  it.skipIf(!path)('has the map and the list side by side on a desktop', async () => {
    page = await open(80, desktop)
    await page.goto(served.url)
    const boxes = `['.map', '.card'].map(s => document.querySelector(s).getBoundingClientRect())
      .map(({ left, top, width }) => ({ left, top, width }))`
    const [map, card] = (await page.evaluate(boxes)) as { left: number; top: number; width: number }[]
    expect(map?.width).toBeGreaterThan(200)
    expect(card?.left).toBeGreaterThan((map?.left ?? 0) + (map?.width ?? 0))
  })
})
