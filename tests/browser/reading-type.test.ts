// Chinese typography as a browser really sets it, over every article there is.
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { content } from '#lib/library/content'
import { articlePath } from '#lib/model/site'
import { launchChromium } from './chromium'
import { at, dress, kinds, longArticle, sizeNames, wholeIssues } from './reading-pages'
import { type Served, serve } from './served'

const widths = [320, 360, 768, 1280]
const atStart = /^[、。，！？：；）》”’」』】]/u
const atEnd = /[（《“‘「『【]$/u

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchChromium(), serve()])
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

/** One for each width, which goes from address to address: a page of its own for each takes longer than all that is done on it. */
const pages = new Map<number, Page>()

async function open(path: string, width: number): Promise<Page> {
  const page = pages.get(width) ?? (await newPage(browser, width))
  pages.set(width, page)
  await page.goto(at(served.url, path))
  return page
}

const newPage = (launched: Browser, width: number) =>
  launched.newPage({ viewport: { width, height: 740 }, serviceWorkers: 'block' })

type Block = { readonly running: boolean; readonly lines: readonly string[] }

/**
 * The lines of every block of text on a page, as they are set: a new line starts where a character stands lower and further left.
 * Running text is what is read line by line: the articles and their boxes. Provinces in vertical writing are left out.
 */
function linesOfPage(): Block[] {
  const blocks = document.querySelectorAll('main :is(p, h1, h2, h3, li, dd):not(:has(p, h1, h2, h3, li))')
  return [...blocks]
    .filter(block => block.checkVisibility() && getComputedStyle(block).writingMode === 'horizontal-tb')
    .map(block => ({
      running: block.matches('[data-body] p, .tip p, .corrections li, .prose :is(p, li)'),
      lines: linesOf(block),
    }))

  function linesOf(block: Element): string[] {
    const lines: string[] = []
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
    const range = document.createRange()
    let last: DOMRect | undefined
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      let offset = 0
      for (const character of node.nodeValue ?? '') {
        range.setStart(node, offset)
        range.setEnd(node, offset + character.length)
        offset += character.length
        const box = range.getClientRects()[0]
        if (!box || box.width === 0) continue
        const isNew = !last || (box.top > last.top + last.height / 2 && box.left < last.right)
        if (isNew) lines.push('')
        lines[lines.length - 1] += character
        last = box
      }
    }
    return lines.map(line => line.trim()).filter(Boolean)
  }
}

describe.each(widths)('the whole corpus at %i px', width => {
  const blocks: Block[] = []
  const linesOf = (list: readonly Block[]) => list.flatMap(block => block.lines)

  beforeAll(async () => {
    for (const path of [...wholeIssues, kinds.index, kinds.about]) {
      const page = await open(path, width)
      for (const size of ['standard', 'care']) {
        await dress(page, size, 'light')
        blocks.push(...(await page.evaluate(linesOfPage)))
      }
    }
  })

  it('is all there', () => {
    const set = linesOf(blocks).join('').replace(/\s/gu, '')
    const missing = content().articles.flatMap(article =>
      article.blocks.map(block => block.text.replace(/\s/gu, '')).filter(text => !set.includes(text)),
    )
    expect(missing).toEqual([])
  })

  it('starts no line with 、。，！？：；）》” and ends none with （《“', () => {
    const lines = linesOf(blocks)
    expect(lines.length).toBeGreaterThan(200)
    expect(lines.filter(line => atStart.test(line) || atEnd.test(line))).toEqual([])
  })

  it('ends under 2 % of its paragraphs in a line of one character', () => {
    const paragraphs = blocks
      .filter(({ running, lines }) => running && lines.length > 1)
      .map(({ lines }) => lines)
    const lonely = paragraphs.filter(lines => (lines.at(-1) ?? '').replace(/[\p{P}\s]/gu, '').length <= 1)
    expect(paragraphs.length).toBeGreaterThan(50)
    expect(lonely.length / paragraphs.length, lonely.map(lines => lines.join('/')).join('\n')).toBeLessThan(
      0.02,
    )
  })
})

/** Places where a line of a heading begins inside a word: between two Chinese characters without a <wbr>, as “项/目”. Words wider than their column may break. */
function brokenWords(): string[] {
  return [...document.querySelectorAll('main :has(> wbr)')]
    .filter(heading => heading.checkVisibility())
    .flatMap(heading =>
      [...heading.childNodes]
        .filter(node => node instanceof Text)
        .filter(node => [...node.data].length * sizeOf(heading) <= roomOf(heading))
        .flatMap(breaksIn),
    )

  function sizeOf(heading: Element): number {
    return Number.parseFloat(getComputedStyle(heading).fontSize)
  }

  function roomOf(heading: Element): number {
    const block = getComputedStyle(heading).display === 'inline' ? heading.parentElement : heading
    return block?.clientWidth ?? 0
  }

  function breaksIn(text: Text): string[] {
    const range = document.createRange()
    let [last, bottom, found]: [string, number, string[]] = ['', Number.POSITIVE_INFINITY, []]
    for (let at = 0; at < text.data.length; at++) {
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      const { top, height } = range.getBoundingClientRect()
      const character = text.data[at] ?? ''
      const within = /\p{Script=Han}/u.test(last) && /\p{Script=Han}/u.test(character)
      if (within && top > bottom - height / 2) found.push(`${text.data.slice(0, at)}/${text.data.slice(at)}`)
      ;[last, bottom] = [character, top + height]
    }
    return found
  }
}

describe('headings', () => {
  it.each([320, 360, 1280])('break between words at %i px, in every size', async width => {
    for (const path of [kinds.index, longArticle, ...wholeIssues]) {
      const page = await open(path, width)
      expect(await page.locator('main :has(> wbr)').count()).toBeGreaterThan(1)
      for (const size of sizeNames) {
        await dress(page, size, 'light')
        expect(await page.evaluate(brokenWords), `${path} ${size}`).toEqual([])
      }
    }
  })

  it('are copied and heard as they are written', async () => {
    for (const { id, kicker, title } of content().articles) {
      const page = await open(articlePath(id), 360)
      const heading = page.locator('article hgroup')
      await heading.evaluate(group => getSelection()?.selectAllChildren(group))
      const copied = await page.evaluate(() => String(getSelection()).split(/\n+/).filter(Boolean))
      const mark = /^图片新闻\s*/
      expect(copied.map(line => line.replace(mark, '').trim())).toEqual([kicker, title].filter(Boolean))
      const named = await page.locator('h1').ariaSnapshot()
      expect(named.replace(/^- heading "(?:图片新闻 ?)?|" \[level=1\].*$/gs, '')).toBe(title)
    }
  })
})

type Column = { readonly ems: number; readonly off: number; readonly lines: number; readonly align: string }

function measureColumn(): Column {
  const body = document.querySelector<HTMLElement>('[data-body]')
  if (!body) throw new Error('no body')
  const style = getComputedStyle(body.querySelector('p') ?? body)
  const size = Number.parseFloat(style.fontSize)
  const width = body.getBoundingClientRect().width
  const ems = Math.round(width / size)
  return {
    ems,
    off: Math.abs(width - ems * size),
    lines: Number.parseFloat(style.lineHeight) / size,
    align: style.textAlign,
  }
}

describe('the column of an article', () => {
  it.each(widths)('is a whole number of ems at %i px in every size, justified from 20', async width => {
    const page = await open(longArticle, width)
    for (const size of sizeNames) {
      await dress(page, size, 'light')
      const column = await page.evaluate(measureColumn)
      expect(column.off, `${size}: ${column.ems} em`).toBeLessThanOrEqual(1)
      expect(column.lines).toBeGreaterThanOrEqual(1.6)
      expect(column.lines).toBeLessThanOrEqual(2)
      expect(column.align, `${size}: ${column.ems} em`).toBe(column.ems >= 20 ? 'justify' : 'start')
    }
  })

  it('holds 34 to 38 characters on a desktop', async () => {
    const page = await open(longArticle, 1280)
    const { ems } = await page.evaluate(measureColumn)
    expect(ems).toBeGreaterThanOrEqual(34)
    expect(ems).toBeLessThanOrEqual(38)
  })

  it.each([
    ['standard', 18],
    ['large', 20],
    ['xlarge', 24],
    ['care', 28],
  ])('is set on a phone in %s: %i px', async (size, pixels) => {
    const page = await open(longArticle, 360)
    await dress(page, size, 'light')
    expect(await page.evaluate(sizeOfText)).toBe(pixels)
  })

  it('indents by two characters, by one in a narrow column, and sets no gap between paragraphs', async () => {
    const page = await open(longArticle, 360)
    expect(await page.evaluate(measureParagraphs)).toEqual({ indent: 2, gap: 0 })
    await dress(page, 'xlarge', 'light')
    expect(await page.evaluate(measureParagraphs)).toEqual({ indent: 1, gap: 0 })
    await dress(page, 'care', 'light')
    const { indent, gap } = await page.evaluate(measureParagraphs)
    expect(indent).toBe(0)
    expect(gap).toBeGreaterThanOrEqual(1.3)
  })

  it('has headings of at least 30 px in care mode', async () => {
    const page = await open(wholeIssues[0] ?? '/', 360)
    await dress(page, 'care', 'light')
    const heads = await page.evaluate(() =>
      [...document.querySelectorAll('main :is(h1, h2, h3)')].map(head =>
        Number.parseFloat(getComputedStyle(head).fontSize),
      ),
    )
    expect(Math.min(...heads)).toBeGreaterThanOrEqual(30)
  })
})

function sizeOfText(): number {
  const text = document.querySelector('[data-body] p')
  return text ? Number.parseFloat(getComputedStyle(text).fontSize) : 0
}

/** Indent in characters, gap in line heights. */
function measureParagraphs(): { indent: number; gap: number } {
  const [first, second] = document.querySelectorAll('[data-body] p')
  if (!first || !second) throw new Error('no two paragraphs')
  const { textIndent, fontSize, lineHeight } = getComputedStyle(first)
  const gap = second.getBoundingClientRect().top - first.getBoundingClientRect().bottom
  const [indent, size, line] = [textIndent, fontSize, lineHeight].map(Number.parseFloat)
  const probe = document.createElement('span')
  probe.textContent = '工'
  probe.setAttribute('style', 'position:absolute')
  first.append(probe)
  const width = textIndent.endsWith('ic') ? 1 : probe.getBoundingClientRect().width
  probe.remove()
  return {
    indent: Math.round((indent ?? 0) / (width || size || 1)),
    gap: Math.round((gap / (line ?? 1)) * 100) / 100,
  }
}

/** What sticks out to the right, other than what scrolls by itself. */
function overflowing(): string[] {
  const scrolls = (element: Element) => element.closest('.chips') !== null
  const wide = [...document.querySelectorAll('body *')]
    .filter(element => element.checkVisibility() && !element.matches('.skip') && !scrolls(element))
    .filter(element => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
    .map(element => element.outerHTML.slice(0, 100))
  const page = document.scrollingElement
  return page && page.scrollWidth > page.clientWidth ? [`page ${page.scrollWidth}`, ...wide] : wide
}

describe('no page scrolls sideways', () => {
  // 320 px is also what 1280 px become at 400 % zoom.
  it('at 320 px, in every size', async () => {
    for (const [kind, path] of Object.entries(kinds)) {
      const page = await open(path, 320)
      await page.evaluate(() =>
        document.querySelectorAll('details').forEach(details => {
          details.open = true
        }),
      )
      for (const size of sizeNames) {
        await dress(page, size, 'light')
        expect(await page.evaluate(overflowing), `${kind} ${size}`).toEqual([])
      }
    }
  })

  it('at 150 % text, in standard and care', async () => {
    const enlarged = await launchChromium(['--blink-settings=defaultFontSize=24'])
    const page = await newPage(enlarged, 320)
    for (const [kind, path] of Object.entries(kinds)) {
      await page.goto(at(served.url, path))
      expect(
        await page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize)),
      ).toBe(27)
      for (const size of ['standard', 'care']) {
        await dress(page, size, 'light')
        expect(await page.evaluate(overflowing), `${kind} ${size}`).toEqual([])
      }
    }
    await enlarged.close()
  })
})

it('is readable where @layer and the newer functions are unknown: 18 px, 1.6', async () => {
  // The policy names our styles by their hash, and would refuse them changed.
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    bypassCSP: true,
    serviceWorkers: 'block',
  })
  const page = await context.newPage()
  // An old browser drops what it does not know, whole blocks of it.
  await page.route('**/*', async route => {
    const answer = await route.fetch()
    const isText = /html|css/.test(answer.headers()['content-type'] ?? '')
    if (!isText) return route.fulfill({ response: answer })
    return route.fulfill({ response: answer, body: withoutLayers(await answer.text()) })
  })
  await page.goto(at(served.url, longArticle))
  expect(await page.evaluate(() => document.documentElement.outerHTML.includes('@layer'))).toBe(false)
  const column = await page.evaluate(measureColumn)
  expect(await page.evaluate(sizeOfText)).toBeGreaterThanOrEqual(18)
  expect(column.lines).toBeGreaterThanOrEqual(1.6)
  expect(await page.evaluate(overflowing)).toEqual([])
  await context.close()
})

/** Style sheets without their @layer blocks, @container blocks, and declarations in oklch(). */
function withoutLayers(text: string): string {
  let rest = text
  for (
    let start = rest.search(/@(layer|container|property)\b/);
    start >= 0;
    start = rest.search(/@(layer|container|property)\b/)
  ) {
    const opening = rest.indexOf('{', start)
    const semicolon = rest.indexOf(';', start)
    let end = semicolon
    if (opening >= 0 && (semicolon < 0 || opening < semicolon)) {
      let depth = 1
      for (end = opening + 1; depth > 0; end++) depth += rest[end] === '{' ? 1 : rest[end] === '}' ? -1 : 0
      end -= 1
    }
    rest = rest.slice(0, start) + rest.slice(end + 1)
  }
  return rest.replace(/[\w-]+:[^;{}]*okl(ch|ab)\([^;{}]*/g, '')
}
