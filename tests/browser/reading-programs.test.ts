// Other readers' programs: Firefox's Reader View, a text browser, a printer.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sentences } from '#lib/device/sentences'
import { content } from '#lib/library/content'
import { type Article, characterCount } from '#lib/model/article'
import { absolute, articlePath } from '#lib/model/site'
import { displayTitle, withoutDateline } from '#lib/text/reading'
import { debianTool } from '../site/debian-tool'
import { launchChromium } from './chromium'
import { at, kinds, photoArticle, wholeIssues } from './reading-pages'
import { type Served, serve } from './served'

const { articles } = content()
const out = new URL('../../out', import.meta.url).pathname
const readability = readFileSync(
  createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
  'utf8',
)
const bare = (text: string) => text.replace(/\s/gu, '')

let browser: Browser
let served: Served
let page: Page

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchChromium(), serve()])
  page = await browser.newPage({ serviceWorkers: 'block' })
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

type Found = { readonly title: string; readonly byline: string; readonly textContent: string } | null

/** Where an article prints who wrote it: its byline, else the dateline that opens it, 本报讯（记者李娜）…. */
function printedNames({ byline, blocks }: Article): string {
  const opening = blocks[0]?.text ?? ''
  return byline || opening.slice(0, opening.length - withoutDateline(opening).length)
}

/** Those of the names that stand in the text, in the order in which they stand there. */
const namesIn = (text: string, names: readonly string[]) =>
  names.filter(name => text.includes(name)).sort((a, b) => text.indexOf(a) - text.indexOf(b))

// The right byline is who wrote it: every name that is printed, in that order, and nothing else. The line as printed would not do:
// most articles have none, only a dateline within their text, and 本报记者, 通讯员 and newspapers are no names. Readability
// takes it from the JSON-LD, author by author, and puts “, ” between.
describe('Readability', () => {
  const long = articles.filter(article => characterCount(article) >= 500)

  it.each(long.map(article => [article.id, article] as const))('finds %s', async (id, article) => {
    await page.goto(at(served.url, articlePath(id)))
    await page.evaluate(readability)
    const found = (await page.evaluate('new Readability(document.cloneNode(true)).parse()')) as Found
    expect(found?.title).toBe(displayTitle(article))
    expect(found?.byline).toBe(article.authors.join(', '))
    expect(article.authors.length).toBeGreaterThan(0)
    expect(namesIn(printedNames(article), article.authors)).toEqual(article.authors)
    const text = bare(found?.textContent ?? '')
    expect(article.blocks.filter(block => !text.includes(bare(block.text)))).toEqual([])
  })
})

describe('print', () => {
  it('is a clipping on A4: title block and text, no navigation', async () => {
    const article = articles.find(({ kicker }) => kicker !== '')
    await page.goto(at(served.url, articlePath(article?.id ?? '')))
    await page.emulateMedia({ media: 'print' })
    const shown = (selector: string) => page.locator(selector).first().isVisible()
    expect(await Promise.all(['h1', '.story .kicker', '.facts', '[data-body]'].map(shown))).toEqual([
      true,
      true,
      true,
      true,
    ])
    const hidden = [
      'settings-panel',
      '.crumbs .topic',
      '.onward',
      '.masthead .search-box',
      '.share .acts',
      '.footer',
      'read-aloud',
      'reading-place',
    ]
    expect(await Promise.all(hidden.map(shown))).toEqual(hidden.map(() => false))
    // Cut out and put away, it still says where it is from and when.
    expect(await page.locator('.crumbs').textContent()).toContain(article?.provinces[0])
    expect(await Promise.all(['.crumbs a', '.crumbs time'].map(shown))).toEqual([true, true])
    const pdf = await page.pdf({ preferCSSPageSize: true })
    const media = pdf
      .toString('latin1')
      .match(/\/MediaBox\s*\[([^\]]*)\]/)?.[1]
      ?.trim()
      .split(/\s+/)
      .map(Number)
    // A4 in points.
    expect(media?.map(Math.round)).toEqual([0, 0, 595, 842])
    await page.emulateMedia({ media: null })
  })

  it.each(['/', articlePath(articles[0]?.id ?? ''), photoArticle, ...wholeIssues])(
    'of %s has nothing to tap, and every word of it is ink',
    async path => {
      await page.goto(at(served.url, path))
      await page.evaluate(() => {
        for (const card of document.querySelectorAll('[data-article]'))
          card.toggleAttribute('data-read', true)
      })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator(':is(button, .tool, input, textarea, select):visible').count()).toBe(0)
      const inks = await page.evaluate(() =>
        [...document.querySelectorAll('.title, .photo-mark, .tag')].map(
          element => getComputedStyle(element).color,
        ),
      )
      expect(inks.length).toBeGreaterThan(0)
      expect(inks.filter(ink => ink !== 'rgb(0, 0, 0)')).toEqual([])
      await page.emulateMedia({ media: null })
    },
  )

  it('sets the text in two columns, in care mode large and in one', async () => {
    await page.goto(at(served.url, articlePath(articles[0]?.id ?? '')))
    await page.emulateMedia({ media: 'print' })
    const set = () =>
      page.locator('.body').evaluate(body => {
        const { columnCount, fontSize } = getComputedStyle(body)
        return [columnCount, Math.round((Number.parseFloat(fontSize) * 72) / 96)]
      })
    expect(await set()).toEqual(['2', 11])
    await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: 'care' }))
    expect(await set()).toEqual(['auto', 18])
    await page.emulateMedia({ media: null })
    await page.evaluate(() => Object.assign(document.documentElement.dataset, { size: 'standard' }))
  })

  it('prints what a search found, without the box', async () => {
    await page.goto(at(served.url, kinds['search with hits']))
    await page.locator('.results mark').first().waitFor()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.results .title').first().isVisible()).toBe(true)
    expect(await page.locator(':is(button, .tool, input, select):visible').count()).toBe(0)
    await page.emulateMedia({ media: null })
  })

  it('says where the page is found: the article by its code too, the issue in words', async () => {
    await page.emulateMedia({ media: 'print' })
    for (const path of [photoArticle, ...wholeIssues]) {
      await page.goto(at(served.url, path))
      expect(await page.locator('.address:visible').textContent()).toBe(absolute(path))
    }
    await page.emulateMedia({ media: null })
    expect(await page.locator('.address:visible').count()).toBe(0)
  })

  it('prints black on white whatever theme is set', async () => {
    await page.goto(at(served.url, articlePath(articles[0]?.id ?? '')))
    await page.evaluate(() =>
      Object.assign(document.documentElement.dataset, { theme: 'dark', size: 'care' }),
    )
    await page.emulateMedia({ media: 'print' })
    const ink = await page.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body)
      return [color, backgroundColor]
    })
    expect(ink).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
    await page.emulateMedia({ media: null })
  })
})

const w3m = debianTool('w3m', 'w3m')

describe(`w3m ${w3m.missing}`, () => {
  it.skipIf(w3m.missing).each(articles.map(article => [article.id, article] as const))(
    'prints every sentence of %s in order',
    (id, article) => {
      const file = join(out, articlePath(id), 'index.html')
      const how = ['-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', '78']
      const dump = bare(w3m.run([...how, file]))
      let from = 0
      const texts = [article.kicker, article.title, ...article.blocks.map(block => block.text)].filter(
        Boolean,
      )
      for (const sentence of texts.flatMap(text =>
        sentences(text).map(({ start, end }) => bare(text.slice(start, end))),
      )) {
        const place = dump.indexOf(sentence, from)
        expect(place, sentence).toBeGreaterThanOrEqual(0)
        from = place + sentence.length
      }
    },
  )
})
