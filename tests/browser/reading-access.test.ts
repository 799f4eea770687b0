// Everyone can use every kind of page: rules of axe, contrast, targets, focus, forced colours, reduced motion.
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { faintInThemes, violations, violationsInThemes } from './axe'
import { launchChromium } from './chromium'
import { contrast, inkPairs } from './contrast'
import { at, comeNear, dress, kinds, longArticle, openFolds, settle, themeNames } from './reading-pages'
import { type Served, serve } from './served'

const modes = ['standard', 'care']

let browser: Browser
let served: Served
let context: BrowserContext

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchChromium(), serve()])
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' })
})

afterAll(async () => {
  await browser.close()
  await served.close()
})

async function open(path: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(at(served.url, path))
  await settle(page)
  return page
}

describe.each(Object.entries(kinds))('%s', (_kind, path) => {
  let page: Page

  beforeAll(async () => {
    page = await open(path)
  })

  afterAll(() => page.close())

  it('breaks no rule of axe in 5 themes, standard and care', async () => {
    await openFolds(page)
    expect(await violationsInThemes(page)).toEqual([])
  })

  it.each([
    ['standard', 44],
    ['care', 60],
  ])('gives fingers room in %s: %i px', async (size, least) => {
    await dress(page, size, 'light')
    await openFolds(page)
    const targets = await page.evaluate(measureTargets)
    expect(targets.length).toBeGreaterThan(3)
    expect(targets.filter(({ width, height }) => width < least - 0.5 || height < least - 0.5)).toEqual([])
  })

  it('leads the keyboard through everything in reading order, and shows where it is', async () => {
    await page.reload()
    await settle(page)
    await comeNear(page)
    const expected = await page.evaluate(listTabStops)
    const steps = []
    for (let step = 0; step < expected.length; step++) {
      await page.keyboard.press('Tab')
      steps.push(await page.evaluate(describeFocus))
    }
    expect(steps.map(({ name }) => name)).toEqual(expected)
    expect(steps.filter(({ visible }) => !visible)).toEqual([])
  })

  it('has a skip link first, which leads to the main part', async () => {
    await page.reload()
    await settle(page)
    await page.keyboard.press('Tab')
    const box = await page.locator(':focus').boundingBox()
    expect(await page.locator(':focus').textContent()).toBe('跳到正文')
    expect(box && box.x >= 0 && box.y >= 0 && box.height >= 44).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
  })
})

describe('over selected text', () => {
  it('the button is read in every theme', async () => {
    const page = await open(longArticle)
    await page.evaluate(() => {
      const paragraph = document.querySelector('.body p')
      if (paragraph) getSelection()?.selectAllChildren(paragraph)
    })
    await page.locator('.quote-link').waitFor()
    expect(await faintInThemes(page)).toEqual([])
    await page.close()
  })
})

type Target = { readonly name: string; readonly width: number; readonly height: number }

/** Everything one can tap, except links within running text (WCAG 2.5.8: inline). */
function measureTargets(): Target[] {
  const inText = (element: Element) =>
    getComputedStyle(element).display === 'inline' &&
    (element.parentElement?.textContent?.trim().length ?? 0) > (element.textContent?.trim().length ?? 0)
  return [...document.querySelectorAll('a[href], button, summary, label, input:not(label input), select')]
    .filter(element => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .filter(element => !element.matches('.skip') && !inText(element))
    .map(element => {
      // The one link of a card is stretched over the card.
      const area = element.matches('.card .title a') ? (element.closest('.card') ?? element) : element
      const { width, height } = area.getBoundingClientRect()
      return {
        name: element.textContent?.trim().slice(0, 30) || element.outerHTML.slice(0, 80),
        width,
        height,
      }
    })
}

/** What Tab should stop at, in the order of the document: of a group of radios the chosen one. */
function listTabStops(): string[] {
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, summary, input, textarea, select, [tabindex="0"]',
    ),
  ]
    .filter(element => element.checkVisibility({ visibilityProperty: true }) || element.matches('.skip'))
    .filter(element => !element.matches('input[type=radio]:not(:checked), [disabled], [tabindex="-1"]'))
    .map(
      element => element.textContent?.trim().slice(0, 30) || element.getAttribute('name') || element.tagName,
    )
}

function describeFocus(): { name: string; visible: boolean } {
  const element = document.activeElement
  if (!element) return { name: '', visible: false }
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const { width, height } = element.getBoundingClientRect()
  return {
    name: element.textContent?.trim().slice(0, 30) || element.getAttribute('name') || element.tagName,
    visible: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && width > 0 && height > 0,
  }
}

describe('contrast of the tokens', () => {
  it.each(modes)('is at least 7 for body text and 4.5 for the rest in every theme: %s', async size => {
    const page = await open('/')
    const weak: string[] = []
    for (const theme of themeNames) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await dress(page, size, theme)
        for (const { text, ground, least } of inkPairs(size === 'care')) {
          const [a, b] = await page.evaluate(readTokens, [text, ground])
          const ratio = contrast(a ?? '', b ?? '')
          if (!(ratio >= least))
            weak.push(`${theme} (${colorScheme}): ${text} on ${ground} ${ratio.toFixed(2)} < ${least}`)
        }
      }
    }
    expect(weak).toEqual([])
    await page.close()
  })

  it('gives 护眼 its paper', async () => {
    const page = await open('/')
    await dress(page, 'standard', 'sepia')
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
      'rgb(251, 245, 230)',
    )
    await page.close()
  })
})

function readTokens(names: readonly string[]): string[] {
  const style = getComputedStyle(document.documentElement)
  return names.map(name => style.getPropertyValue(`--${name}`).trim())
}

describe.each(Object.entries(kinds))('a reader’s own colours and rest: %s', (_kind, path) => {
  let page: Page

  beforeAll(async () => {
    page = await open(path)
    await openFolds(page)
  })

  afterAll(() => page.close())

  it('frames, where colours are forced, what only its ground sets apart', async () => {
    expect(await page.evaluate(noteGrounds)).toBeGreaterThan(0) // else nothing is tried
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
    expect(await page.evaluate(listUnframed)).toEqual([])
    // axe reads -webkit-text-fill-color, for which Chromium still tells our ink and not the system's, which it draws.
    expect(await violations(page, { without: ['color-contrast'] })).toEqual([])
    expect(await page.evaluate(listOptedOut)).toEqual([])
    await page.keyboard.press('Tab')
    expect((await page.evaluate(describeFocus)).visible).toBe(true)
  })

  it('moves nothing for a reader who wants rest', async () => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await page.evaluate(listMoving)).toEqual([])
  })
})

/** Notes which elements stand on a ground of their own, and counts them. A tile without articles says nothing: it may fade. */
function noteGrounds(): number {
  const clear = 'rgba(0, 0, 0, 0)'
  const groundOf = (element: Element | null): string => {
    if (!element) return clear
    const { backgroundColor } = getComputedStyle(element)
    return backgroundColor === clear ? groundOf(element.parentElement) : backgroundColor
  }
  const grounded = [...document.querySelectorAll<HTMLElement>('body *')].filter(
    element =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.matches('.map li > span') &&
      (element.textContent?.trim() || element.matches('input, select, textarea')) &&
      groundOf(element) !== groundOf(element.parentElement),
  )
  for (const element of grounded) element.dataset.ground = ''
  return grounded.length
}

/** What keeps its own colours although the reader forces theirs. */
function listOptedOut(): string[] {
  return [...document.querySelectorAll('*')]
    .filter(element => getComputedStyle(element).getPropertyValue('forced-color-adjust') === 'none')
    .map(element => element.outerHTML.slice(0, 100))
}

/** Of the elements noted, those that nothing sets apart any more: no border, no outline, no ground that the system gave. */
function listUnframed(): string[] {
  return [...document.querySelectorAll<HTMLElement>('[data-ground]')]
    .filter(element => {
      const { borderTopStyle, borderLeftStyle, outlineStyle, backgroundColor } = getComputedStyle(element)
      const framed = [borderTopStyle, borderLeftStyle, outlineStyle].some(style => style !== 'none')
      return !framed && backgroundColor === getComputedStyle(document.body).backgroundColor
    })
    .map(element => element.outerHTML.slice(0, 100))
}

function listMoving(): string[] {
  return [...document.querySelectorAll('*')]
    .filter(element => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element)
      const still = transitionDuration.split(', ').every(time => time === '0s')
      return !still || animationName !== 'none' || scrollBehavior !== 'auto'
    })
    .map(element => element.outerHTML.slice(0, 100))
}
