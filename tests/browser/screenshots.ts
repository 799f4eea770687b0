// npm run screenshots: every kind of page as a reader sees it, and what unfolds on them, into .cache/screenshots; phone and
// desktop, in every theme and in care mode. Names of kinds or states after the command draw only those.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { themes } from '#lib/device/settings'
import { launchChromium } from './chromium'
import { at, dress, kinds, settle } from './reading-pages'
import { serve } from './served'

const folder = new URL('../../.cache/screenshots', import.meta.url).pathname
const screens = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desktop', width: 1280, height: 900 },
]
const looks = [
  { name: 'care', size: 'care', theme: 'light' },
  ...themes.slice(1).map(({ value }) => ({ name: value, size: 'standard', theme: value })),
]

type State = { readonly path: string; readonly act?: (page: Page) => Promise<unknown> }

/** What a page shows only after a tap or a key. */
const states: Readonly<Record<string, State>> = {
  settings: { path: kinds.index, act: page => page.locator('.settings summary').click() },
  keys: { path: kinds.article, act: page => page.keyboard.press('?') },
  share: { path: kinds.article, act: page => page.locator('.share').scrollIntoViewIfNeeded() },
  map: { path: kinds.index, act: unfold },
  'narrowed index': { path: '/?region=jiangsu' },
  'narrowed to nothing': { path: '/?region=jiangsu&topic=democracy' },
  'read marks': { path: kinds.index, act: readTwo },
}

async function unfold(page: Page) {
  const summary = page.locator('.finder summary')
  if (await summary.isVisible()) await summary.click()
}

async function readTwo(page: Page) {
  await page.evaluate(() => {
    localStorage['jianbao:read'] = 'gh202411-01 gh202411-02'
  })
  await page.reload()
}

/** A picture of the whole page shows what a reader would have to scroll to. */
async function loadAll() {
  for (const image of document.images) {
    image.loading = 'eager'
    await image.decode()
  }
}

const all: Readonly<Record<string, State>> = {
  ...Object.fromEntries(Object.entries(kinds).map(([kind, path]) => [kind, { path }])),
  ...states,
}
const only = process.argv.slice(2)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const [browser, served] = await Promise.all([launchChromium(), serve()])
for (const { name: screen, width, height } of screens) {
  for (const [name, { path, act }] of Object.entries(all)) {
    if (only.length > 0 && !only.includes(name)) continue
    const page = await browser.newPage({ viewport: { width, height }, serviceWorkers: 'block' })
    await page.goto(at(served.url, path))
    await settle(page)
    await act?.(page)
    await page.evaluate(loadAll)
    await page.waitForLoadState('networkidle')
    for (const { name: look, size, theme } of looks) {
      await dress(page, size, theme)
      const file = join(folder, `${name.replaceAll(' ', '-')}-${screen}-${look}.png`)
      await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: height * 3.5 } })
    }
    console.log(`${name}, ${screen}`)
    await page.close()
  }
}
await browser.close()
await served.close()
