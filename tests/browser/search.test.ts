// Search and the index narrowed in place, in a real browser over the built site.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import type { Article } from '#lib/model/article'
import { site } from '#lib/model/site'
import { bruteForce } from '../search/brute-force'
import { launchChromium } from './chromium'
import { type Served, serve } from './served'

const { articles, issues } = content()
const truth = bruteForce(articles, [...issues.values()])

let browser: Browser
let served: Served
let context: BrowserContext
let page: Page
const faults: string[] = []

beforeAll(async () => {
  served = await serve()
  browser = await launchChromium()
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
  page = await context.newPage()
  // A test below takes the network away; what was not loaded then may be said later.
  page.on('console', message => {
    const wanted = message.text().includes('net::ERR_INTERNET_DISCONNECTED')
    if (message.type() === 'error' && !wanted) faults.push(message.text())
  })
  page.on('pageerror', error => faults.push(String(error)))
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

const status = () => page.locator('search-page [role=status]')
const said = (text: string | RegExp) => status().filter({ hasText: text }).waitFor()
const search = (query: string) => page.goto(`${served.url}search/?${new URLSearchParams({ q: query })}`)

async function found(): Promise<readonly string[]> {
  await page.locator('.results .title a').first().waitFor()
  const links = await page
    .locator('.results .title a')
    .evaluateAll(list => list.map(a => a.getAttribute('href')))
  return links.map(link => link?.split('/').at(-2) ?? '')
}

describe('search', () => {
  it.each(['工匠', '奋斗故事', '7.9万', '“工会+职校+企业”', '姜克红', '工匠 胶州', '盐'])(
    'for %s finds what is there',
    async query => {
      await search(query)
      const words = query.replace(/[“”]/g, '').split(' ')
      const wanted = truth(query)
      await said(`共 ${wanted.length} 篇`)
      expect(await found()).toEqual(wanted)
      for (const word of words) {
        const marks = await page.locator('.results mark').allTextContents()
        expect(marks.join(' ')).toContain(word)
      }
    },
  )

  it('downloads at most 15 KB for the first query of 8 articles, code included', async () => {
    const fresh = await browser.newContext({ serviceWorkers: 'block' })
    const first = await fresh.newPage()
    await first.goto(`${served.url}search/`)
    await first.fill('search-page input', '工匠')
    await first.press('search-page input', 'Enter')
    await first.locator('.results mark').first().waitFor()
    // Bodies as sent: the module of search, the manifest and the texts.
    const bodies = await first.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('search'))
        .map(entry => (entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0)),
    )
    expect(bodies.length).toBe(3)
    expect(Math.min(...bodies)).toBeGreaterThan(0)
    expect(bodies.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000)
    await fresh.close()
  })

  it('keeps query and filters in the address, and Back brings the last search again', async () => {
    await search('职工')
    await said(`共 ${truth('职工').length} 篇`)
    await page.selectOption('search-page [name=region]', 'jiangsu')
    const inJiangsu = truth('职工', article => article.provinces.includes('江苏'))
    await said(`“职工”，江苏，共 ${inJiangsu.length} 篇`)
    expect(new URL(page.url()).searchParams.get('region')).toBe('jiangsu')
    expect(await found()).toEqual(inJiangsu)
    await page.goBack()
    await said(`“职工”，共 ${truth('职工').length} 篇`)
    expect(await page.inputValue('search-page [name=region]')).toBe('')
    await page.goForward()
    await said(`“职工”，江苏，共 ${inJiangsu.length} 篇`)
    await page.reload()
    await said(`“职工”，江苏，共 ${inJiangsu.length} 篇`)
  })

  it('filters by region and topic together with the query', async () => {
    await search('职工')
    await page.selectOption('search-page [name=region]', 'jiangsu')
    await page.selectOption('search-page [name=topic]', 'innovation')
    const both = (article: Article) =>
      article.provinces.includes('江苏') && article.topic === '技术创新与竞赛'
    const wanted = truth('职工', both)
    expect(wanted.length).toBeGreaterThan(0)
    await said(`“职工”，江苏，技术创新与竞赛，共 ${wanted.length} 篇`)
    expect(await found()).toEqual(wanted)
    expect(await page.title()).toBe(`职工 · 江苏 · 技术创新与竞赛：${wanted.length} 篇 - 搜索 - ${site.name}`)
    await search('$& 搜索')
    await said('没有找到')
    expect(await page.title()).toBe(`$& 搜索：0 篇 - 搜索 - ${site.name}`)
    await page.goBack()
    await said('“职工”，江苏，技术创新与竞赛')
    const { searchParams } = new URL(page.url())
    expect([...searchParams]).toEqual([
      ['q', '职工'],
      ['region', 'jiangsu'],
      ['topic', 'innovation'],
    ])
  })

  it('finds a pasted paragraph where it stands, and not with one character changed', async () => {
    const long = articles.flatMap(({ id, blocks }) => blocks.map(({ text }) => ({ id, text })))
    const [paragraph] = long.sort((a, b) => b.text.length - a.text.length)
    const text = (paragraph?.text ?? '').replace(/[“”]/g, ' ')
    await search(text)
    await said('共 1 篇')
    expect(await found()).toEqual([paragraph?.id])
    await search(`${text}鸵`)
    await said('没有找到')
  })

  it('has the manifest before anything is asked, and marks a number only as printed', async () => {
    const manifest = page.waitForResponse(/search\/manifest\.json$/)
    await page.goto(`${served.url}search/`)
    await page.focus('search-page input')
    expect((await manifest).ok()).toBe(true)
    await search('7.9万')
    await said('共')
    expect(await page.locator('.results mark').allTextContents()).toContain('7.9万')
    await search('9万')
    await said('没有找到“9万”')
  })

  it('says when nothing is found, and offers what is near', async () => {
    await search('工匠 鸵鸟')
    await said('没有找到“工匠 鸵鸟”')
    const offer = page.locator('.offers a', { hasText: `搜“工匠”：${truth('工匠').length} 篇` })
    await offer.click()
    await said(`“工匠”，共 ${truth('工匠').length} 篇`)
    await page.goto(`${served.url}search/?q=${encodeURIComponent('手撕钢')}&region=fujian`)
    await said('没有找到“手撕钢”，福建')
    const links = await page.locator('.offers a').allTextContents()
    expect(links).toContain('搜“手撕钢”，不限地区和主题：1 篇')
    expect(links).toContain('看福建的全部文章')
  })

  it('shows markup in a query as text', async () => {
    await search('<img src=x onerror=alert(1)>')
    await said('没有找到“<img src=x onerror=alert(1)>”')
    expect(await page.locator('search-page img').count()).toBe(0)
  })

  it('starts from any page by a plain form', async () => {
    await page.goto(`${served.url}articles/gh202411-03/`)
    await page.keyboard.press('/') // on a phone the box waits until it is asked for
    const box = page.locator('.masthead input[name=q]')
    await box.fill('盐田')
    await box.press('Enter')
    await page.waitForURL(/\/search\/\?q=/)
    await said('“盐田”，共')
  })

  it('says what to do without a network', async () => {
    const files = '**/{search,hashed-search}/**'
    await page.goto(`${served.url}search/`)
    await page.focus('search-page input')
    await page.evaluate(async () => void (await customElements.whenDefined('search-page')))
    await page.route(files, route => route.abort())
    await page.fill('search-page input', '工匠')
    await page.press('search-page input', 'Enter')
    await said('没有连上网络')
    await page.unroute(files)
    await page.press('search-page input', 'Enter')
    await said('“工匠”，共')
    faults.length = 0 // the refused requests
  })

  it('says what to do without JavaScript', async () => {
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const tab = await plain.newPage()
    await tab.goto(`${served.url}search/?q=x`)
    expect(await tab.locator('noscript, .search-help').allInnerTexts()).toEqual(
      expect.arrayContaining([expect.stringContaining('在页面中查找')]),
    )
    await tab.locator('.search-help a[href*="/issues/"]').first().click()
    expect(await tab.locator('h1').count()).toBe(1)
    await plain.close()
  })
})

/** What the map says of each region, how dark it is, and whether it leads anywhere. */
const tilesOf = (tab: Page) =>
  tab
    .locator('.map li')
    .evaluateAll(tiles =>
      tiles.map(tile => [tile.className, tile.textContent, tile.querySelector('a')?.hasAttribute('href')]),
    )

describe('the index', () => {
  const heard = (text: string) =>
    page.locator('.everything [role=status]').filter({ hasText: text }).waitFor()
  const cards = () => page.locator('main .card:visible').evaluateAll(list => list.map(card => card.id))
  const chip = (name: string) => page.locator('.finder .chips nav a', { hasText: name })
  const whole = () => page.waitForFunction(() => !document.querySelector('.narrowed'))

  it('narrows in place, at once and without a network; Back restores it', async () => {
    await page.goto(served.url)
    await page.locator('index-filter:defined').waitFor()
    const all = await cards()
    expect(all.length).toBe(articles.length)
    await context.setOffline(true)
    await chip('山西').click()
    await heard('山西：1 篇')
    expect(await cards()).toEqual(['gh202411-01'])
    await page.goBack()
    await whole()
    expect(await cards()).toEqual(all)
    await page.goForward()
    await heard('山西：1 篇')
    await context.setOffline(false)
  })

  it('has the address of the page of the choice, which shows the same without JavaScript', async () => {
    await page.goto(served.url)
    await page.locator('index-filter:defined').waitFor()
    await chip('江苏').click()
    await heard('江苏：2 篇')
    expect(page.url()).toBe(`${served.url}regions/jiangsu/`)
    const shown = await cards()
    const plain = await browser.newContext({ javaScriptEnabled: false })
    const tab = await plain.newPage()
    await tab.goto(page.url())
    expect(await tab.locator('main .card').evaluateAll(list => list.map(card => card.id))).toEqual(shown)
    await page.locator('.topics a[data-topic=innovation]').dispatchEvent('click')
    await heard('江苏 · 技术创新与竞赛：1 篇')
    expect(page.url()).toBe(`${served.url}regions/jiangsu/innovation/`)
    await tab.goto(page.url())
    expect(await tilesOf(page)).toEqual(await tilesOf(tab))
    await plain.close()
  })

  it('recounts: each count is the length of the list after the tap, and what has none leads nowhere', async () => {
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.goto(served.url)
    await page.locator('index-filter:defined').waitFor()
    await page.locator('.map a[data-region=jiangsu]').click()
    await heard('江苏：2 篇')
    const topics = await page.locator('.topics a[data-topic]').evaluateAll(links =>
      links.map(link => ({
        name: link.firstChild?.textContent?.trim() ?? '',
        count: Number(link.querySelector('.count')?.textContent),
        leads: link.hasAttribute('href'),
      })),
    )
    expect(topics.reduce((sum, { count }) => sum + count, 0)).toBe(2)
    expect(topics.filter(({ count, leads }) => leads !== count > 0)).toEqual([])
    for (const { name, count } of topics.filter(({ leads }) => leads)) {
      await page.locator('.topics a[data-topic]', { hasText: name }).click()
      await heard(`江苏 · ${name}：${count} 篇`)
      expect((await cards()).length).toBe(count)
      await page.locator('.topics a[data-topic]', { hasText: name }).click()
      await heard('江苏：2 篇')
    }
    await page.setViewportSize({ width: 360, height: 740 })
  })

  it('scrolls the chosen chip into view, and taking it back keeps the focus', async () => {
    await page.goto(served.url)
    await page.locator('index-filter:defined').waitFor()
    const last = page.locator('.finder .chips nav a').last()
    await last.focus()
    await page.keyboard.press('Enter')
    await page.locator('.narrowed').waitFor()
    await expect
      .poll(() => last.evaluate(link => link.getBoundingClientRect().right <= innerWidth))
      .toBe(true)
    expect(await last.getAttribute('aria-current')).toBe('true')
    await page.keyboard.press('Enter')
    await whole()
    expect(await last.evaluate(link => link === document.activeElement)).toBe(true)
  })

  it('follows an old link, and takes an unknown slug for none', async () => {
    await page.goto(`${served.url}?region=jiangsu&topic=innovation`)
    await page.waitForURL('**/regions/jiangsu/innovation/')
    await page.goto(`${served.url}?region=atlantis`)
    await page.locator('index-filter:defined').waitFor()
    expect((await cards()).length).toBe(articles.length)
    expect(page.url()).toContain('atlantis')
  })
})

it('broke no rule of the policy and threw nothing', () => {
  expect(faults).toEqual([])
})
