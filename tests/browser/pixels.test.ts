// What a build makes of Next's pages changes no pixel of them: the export of a bare `next build`, which is made with all that our
// build leaves out, and the published page look the same, dot for dot, and made plain it is the same page, byte for byte.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
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
      ? plainPage(exported.toString(), file, styles.sheetsOf(file))
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
    // Pictures are laid beside the pages by the press: the export has none yet.
    await page.route(/\.(png|ico|svg|jpe?g)$/, route => route.abort())
    const shot = async (root: string) => {
      await page.goto(root + path, { waitUntil: 'networkidle' })
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
