// The site in a sub-folder, as on GitHub Pages: every address carries the folder, and reading offline stays within it.
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { filesIn } from '#lib/build/files/folder'
import { serverFiles } from '#lib/build/hosting/server-files'
import { siteServer } from '#lib/build/hosting/site-server'
import { otherServers } from '../build/other-servers'
import { faultsOf } from '../build/served-files'
import { type OpenServer, openServer } from '../open-server'
import { copyProject, type ProjectCopy } from '../project-copy'
import { launchChromium } from './chromium'

const basePath = '/jianbao'
const address = `https://union.example${basePath}`
let browser: Browser
let copy: ProjectCopy
let out = ''
let server: OpenServer

beforeAll(async () => {
  copy = copyProject()
  copy.build({ SITE_URL: address })
  out = join(copy.folder, 'out')
  server = await openServer(siteServer({ folder: out, basePath }))
  browser = await launchChromium()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  copy.remove()
})

it('leads nowhere outside the folder, and every address leads to a file', async () => {
  const pages = (await filesIn(out)).filter(file => file.endsWith('.html'))
  expect(pages.length).toBeGreaterThan(10)
  for (const page of pages) {
    const html = readFileSync(join(out, page), 'utf8')
    const links = [...html.matchAll(/\s(?:href|src|action)="(\/[^"]*|https:\/\/union\.example[^"]*)"/g)]
    for (const [, link = ''] of links) {
      const path = decodeURIComponent(link.replace('https://union.example', '').replace(/[?#].*/, ''))
      expect(path.startsWith(`${basePath}/`), `${page}: ${link}`).toBe(true)
      const file = join(out, path.slice(basePath.length), path.endsWith('/') ? 'index.html' : '')
      expect(existsSync(file), `${page}: ${link}`).toBe(true)
    }
  }
})

it('names the folder in every rule for hosts', () => {
  const rules = readFileSync(join(out, '_headers'), 'utf8')
    .split('\n')
    .filter(line => line.startsWith('/'))
  expect(rules.filter(rule => !rule.startsWith(`${basePath}/`))).toEqual([])
})

it('is read in a browser without a complaint, and offline', async () => {
  const context = await browser.newContext()
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.goto(`${server.origin}${basePath}/`)
  const scope = await page.evaluate(async () => (await navigator.serviceWorker.ready).scope)
  expect(scope).toBe(`${server.origin}${basePath}/`)
  await page.locator('main a[href*="/articles/"]').first().click()
  await page.waitForURL('**/articles/**')
  const title = await page.locator('h1').first().textContent()
  expect(complaints).toEqual([])
  await page.waitForFunction(
    async () => (await caches.match(location.href, { ignoreVary: true })) !== undefined,
  )
  await context.setOffline(true)
  await page.reload()
  expect(await page.locator('h1').first().textContent()).toBe(title)
  await context.close()
})

describe.each(otherServers())('$name', ({ name, installed, brotli, start }) => {
  it.skipIf(!installed)('serves the folder with the include file that lies in it', async () => {
    const root = mkdtempSync(join(tmpdir(), 'www-'))
    symlinkSync(out, join(root, basePath))
    const { port, close } = await start({ root, include: readFileSync(join(out, serverFiles[name]), 'utf8') })
    expect(await faultsOf({ port, out, basePath, brotli })).toEqual([])
    await close()
    rmSync(root, { recursive: true })
  })
})
