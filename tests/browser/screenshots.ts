// npm run screenshots: every kind of page as a reader sees it, into .cache/screenshots; phone and desktop, light, dark and care.
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { launchChromium } from './chromium'
import { at, dress, kinds } from './reading-pages'
import { serve } from './served'

const folder = new URL('../../.cache/screenshots', import.meta.url).pathname
const screens = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'desktop', width: 1280, height: 900 },
]
const looks = [
  { name: 'light', size: 'standard', theme: 'light' },
  { name: 'dark', size: 'standard', theme: 'dark' },
  { name: 'care', size: 'care', theme: 'light' },
]
const only = process.argv.slice(2)

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const [browser, served] = await Promise.all([launchChromium(), serve()])
for (const { name: screen, width, height } of screens) {
  const page = await browser.newPage({ viewport: { width, height } })
  for (const [kind, path] of Object.entries(kinds)) {
    if (only.length > 0 && !only.includes(kind)) continue
    await page.goto(at(served.url, path))
    for (const { name: look, size, theme } of looks) {
      await dress(page, size, theme)
      const file = join(folder, `${kind.replace(' ', '-')}-${screen}-${look}.png`)
      await page.screenshot({ path: file, fullPage: true, clip: { x: 0, y: 0, width, height: height * 2.5 } })
      console.log(file)
    }
  }
  await page.close()
}
await browser.close()
await served.close()
