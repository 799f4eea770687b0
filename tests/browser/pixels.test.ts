// What a build makes of Next's pages changes no pixel of them: the export of a bare `next build`, which is made with all that our
// build leaves out, and the published page look the same, dot for dot, and made plain it is the same page, byte for byte.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import sirv from 'sirv'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { readPageStyles, writePageStyles } from '#lib/build/pages/page-styles'
import { plainPage } from '#lib/build/pages/strip-runtime'
import { type OpenServer, openServer } from '../open-server'
import { outFolder } from '../out-folder'
import { copyProject, type ProjectCopy } from '../project-copy'
import { launchChromium } from './chromium'
import { pageKinds } from './kinds'
import { painted } from './painted'
import { comeNear } from './reading-pages'
import { type Served, serve } from './served'

let browser: Browser
let copy: ProjectCopy
let exported: OpenServer
let printed: Served

beforeAll(async () => {
  ;[browser, printed] = await Promise.all([launchChromium(), serve()])
  copy = copyProject()
  copy.exportOnly()
  exported = await openServer(createServer(sirv(join(copy.folder, 'out'))))
})
afterAll(async () => {
  await browser.close()
  await printed.close()
  await exported?.close()
  copy?.remove()
})

it('a bare export is the site that is published, once its pages are plain', async () => {
  const folder = join(copy.folder, 'out')
  const all = await filesIn(folder)
  await writePageStyles(process.cwd(), folder, all, '')
  const styles = readPageStyles(folder)
  const published = await filesIn(outFolder)
  // Flight data is beside the pages, and pages of the export's own.
  const files = all.filter(file => published.includes(file) && !file.startsWith('_next/'))
  const count = (names: readonly string[], end: string) => names.filter(name => name.endsWith(end)).length
  expect(count(files, '.html')).toBe(count(published, '.html'))
  expect(count(files, '.xml')).toBeGreaterThan(50)
  const different = files.filter(file => {
    const exported = readFileSync(join(folder, file))
    const plain = file.endsWith('.html')
      ? plainPage(exported.toString(), file, styles.sheetsOf(file, exported.toString()))
      : undefined
    expect(plain?.problems ?? []).toEqual([])
    const made = plain ? Buffer.from(plain.html) : exported
    return !made.equals(readFileSync(join(outFolder, file)))
  })
  expect(different).toEqual([])
})

const widths = [
  { name: 'phone', viewport: { width: 360, height: 740 }, colorScheme: 'light' },
  { name: 'desktop', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
] as const

describe.each(widths)('$name', ({ viewport, colorScheme }) => {
  it.concurrent.each(pageKinds())('/%s', async path => {
    const context = await browser.newContext({ viewport, colorScheme, serviceWorkers: 'block' })
    const page = await context.newPage()
    // Pictures are laid beside the pages by the build: the export has none yet.
    await page.route(/\.(png|ico|svg|jpe?g)$/, route => route.abort())
    // Ours are the same on both, and come before or after Next's has taken the export's page over, which undoes what they did.
    await page.route(/\/scripts\//, route => route.abort())
    const shot = async (root: string) => {
      await page.goto(root + path, { waitUntil: 'networkidle' })
      await painted(page)
      return page.screenshot({ fullPage: true, animations: 'disabled', caret: 'hide' })
    }
    const before = await shot(`${exported.origin}/`)
    const scripts = await page.locator('script[src*="/_next/"]').count()
    expect(scripts).toBeGreaterThan(0)
    const after = await shot(printed.url)
    expect(await page.locator('script[src*="/_next/"]').count()).toBe(0)
    expect(after.equals(before)).toBe(true)
    await context.close()
  })
})

/**
 * What is looked at: every width in one theme and in care mode, every other theme at one width. No rule asks for a width and a theme at
 * once, which is tried too, so there is nothing else to see.
 */
const looks = [
  ...[360, 768, 1280].flatMap(width => ['light', 'care'].map(theme => ({ theme, width }))),
  ...['dark', 'sepia', 'contrast', 'auto'].map(theme => ({ theme, width: 1280 })),
]

/** The computed style of all that a page shows, what stands before and after it too, look by look: of every property named. */
async function looksOf(
  page: Page,
  names: readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  const seen: Record<string, readonly string[]> = {}
  for (const { theme, width } of looks) {
    await page.setViewportSize({ width, height: 800 })
    seen[`${theme} ${width}`] = await page.evaluate(lookOf, { theme, names })
  }
  return seen
}

type Declared = { readonly names: readonly string[]; readonly ofBoth: readonly string[] }

/**
 * What the rules of a style sheet declare, each part of a shorthand by its own name, and what layout makes of it: all that can depend on
 * a rule; and the rules that ask for a width and for a theme at once.
 */
function declaredIn(css: string): Declared {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  const names = new Set('display width height top right bottom left line-height color float'.split(' '))
  const ofBoth: string[] = []
  const read = (rules: CSSRuleList, isSized: boolean, isThemed: boolean) => {
    for (const rule of rules) {
      const asks = rule instanceof CSSStyleRule ? rule.selectorText : ''
      const where = rule instanceof CSSConditionRule ? rule.conditionText : ''
      const sized = isSized || /width|inline-size/.test(where)
      const themed = isThemed || /data-theme|color-scheme/.test(asks + where)
      if (sized && themed && asks) ofBoth.push(asks)
      if (rule instanceof CSSStyleRule) for (const name of rule.style) names.add(name)
      if ('cssRules' in rule && rule.cssRules instanceof CSSRuleList) read(rule.cssRules, sized, themed)
    }
  }
  read(sheet.cssRules, false, false)
  return { names: [...names].filter(name => !name.startsWith('--')), ofBoth }
}

/** Brings what comes when it is near or in view, so that a page is the same whenever it is looked at. */
async function bringAll(page: Page): Promise<void> {
  await page.setViewportSize({ width: 360, height: 800 })
  await comeNear(page)
  await page.waitForLoadState('networkidle')
  await painted(page)
}

/** The style of every element, in short. */
function lookOf({ theme, names }: { readonly theme: string; readonly names: readonly string[] }): string[] {
  const { dataset } = document.documentElement
  dataset.theme = theme === 'care' ? 'light' : theme
  dataset.size = theme === 'care' ? 'care' : 'normal'
  const textOf = (style: CSSStyleDeclaration) => names.map(name => style.getPropertyValue(name)).join(';')
  const stylesOf = (element: Element) =>
    ['', '::before', '::after'].map(pseudo => {
      const style = getComputedStyle(element, pseudo)
      return pseudo && style.content === 'none' ? '' : textOf(style)
    })
  return [...document.querySelectorAll('html, body, body *')].map(element => {
    let hash = 0
    for (const letter of stylesOf(element).join()) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0
    return `${element.nodeName} ${element.className} ${hash}`
  })
}

it.concurrent.each(pageKinds())(
  'has the same style with all rules, in every theme and width: /%s',
  async path => {
    const folder = join(copy.folder, 'out')
    const file = path.endsWith('.html') ? path : `${path}index.html`
    const linked = [...readFileSync(join(folder, file), 'utf8').matchAll(/href="([^"]+[.]css)"/g)]
    const sheets = [...new Set(linked.map(([, address = '']) => address))]
    const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' })
    const page = await context.newPage()
    await page.goto(printed.url + path, { waitUntil: 'networkidle' })
    // Moving from one look to another takes time where a style says so.
    await page.addStyleTag({
      content: '*,*::before,*::after{transition:none!important;animation:none!important}',
    })
    const all = sheets.map(sheet => readFileSync(join(folder, sheet), 'utf8')).join('\n')
    const { names, ofBoth } = await page.evaluate(declaredIn, all)
    expect(names.length).toBeGreaterThan(50)
    expect(ofBoth).toEqual([])
    await bringAll(page)
    const before = await looksOf(page, names)
    await page.evaluate(setStyle, all)
    expect(await looksOf(page, names)).toEqual(before)
    // One rule more or less would be seen.
    await page.evaluate(setStyle, `${all} h1 { outline-offset: 7px }`)
    expect(await page.evaluate(lookOf, { theme: 'care', names })).not.toEqual(before['care 1280'])
    await context.close()
  },
)

/** Puts a style sheet in the place of those of a page. */
function setStyle(css: string): void {
  // The last one is that of this test.
  const [first, ...others] = [...document.querySelectorAll('head style')].slice(0, -1)
  if (first) first.textContent = css
  for (const other of others) other.textContent = ''
}
