// npm run handbook: the pictures of the editors' handbook, made of what the commands print and the pages show.
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { command as check } from '#lib/cli/check'
import type { Command } from '#lib/cli/command'
import { command as edit } from '#lib/cli/edit'
import { command as importing } from '#lib/cli/import'
import { openDesk } from '#lib/desk/desk'
import { pageFiles } from '#lib/desk/page'
import { deskServer } from '#lib/desk/server'
import { openSite } from '#lib/desk/site'
import { runHere } from '../cli/run-here'
import { openServer } from '../open-server'
import { launchChromium } from './chromium'

const folder = new URL('../../lib/handbook', import.meta.url).pathname
const home = mkdtempSync(join(tmpdir(), 'handbook-'))
const content = join(home, 'content')
const source = new URL('../content/gh202411/source.txt', import.meta.url).pathname

/** Pixels; of a picture in a handbook nothing is read that is smaller. */
const wide = { width: 1000, height: 520 } as const
const phone = { width: 400, height: 640 } as const

/** Light, and sharp enough for small type. */
async function save(name: string, png: Buffer): Promise<void> {
  await sharp(png)
    .resize({ width: 1120, withoutEnlargement: true })
    .webp({ quality: 55, effort: 6 })
    .toFile(join(folder, `${name}.webp`))
  console.log(`${name}.webp`)
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A terminal with a command as an editor types it and the first lines of what it prints. */
async function terminal(
  browser: Browser,
  name: string,
  typed: string,
  {
    of,
    args,
    lines = 20,
  }: { readonly of: Command; readonly args: readonly string[]; readonly lines?: number },
): Promise<void> {
  const { stdout, stderr } = await runHere(of, args)
  const said = `${stdout}${stderr}`.replaceAll(content, 'content').replaceAll(source, 'gh202411.txt')
  const shown = said.trimEnd().split('\n').slice(0, lines).join('\n')
  const page = await browser.newPage({ viewport: wide })
  await page.setContent(
    `<style>body{margin:0;background:#fff}pre{box-sizing:border-box;width:${wide.width}px;margin:0;padding:20px;background:#1d1f21;color:#e6e6e6;` +
      `font:15px/1.55 "Noto Sans Mono CJK SC","Noto Sans CJK SC",monospace;white-space:pre-wrap;word-break:break-all}b{color:#8fd694}</style>` +
      `<pre><b>$ ${escaped(typed)}</b>\n${escaped(shown)}</pre>`,
  )
  await save(name, await page.locator('pre').screenshot())
  await page.close()
}

/** In the page: the folder of the moment is called what an editor's is. */
function nameContent(folderNow: string): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    node.textContent = (node.textContent ?? '').replaceAll(folderNow, 'content')
}

async function picture(
  browser: Browser,
  name: string,
  url: string,
  size: typeof wide | typeof phone,
): Promise<void> {
  const page = await browser.newPage({ viewport: size })
  await page.goto(url)
  await page.evaluate(nameContent, content)
  await save(name, await page.screenshot({ caret: 'initial' }))
  await page.close()
}

/** The desk with the issue open at its first doubt. */
async function deskPicture(browser: Browser): Promise<void> {
  const key = 'the-key-of-a-picture-of-the-handbook'
  const folder = join(home, 'published')
  const site = openSite({
    ...{ content, folder, remote: '', built: join(home, 'out'), uploaded: join(home, 'uploaded') },
    build: async () => ({ problems: [], failed: '' }),
  })
  const desk = openDesk(content, join(home, 'desk'), folder)
  const files = await pageFiles(process.cwd())
  const open = await openServer(deskServer({ desk, site, files, key, previewPort: () => 0 }))
  const page = await browser.newPage({ viewport: { width: 1280, height: 760 } })
  await page.goto(`${open.origin}/#${key}`)
  await page.click('.rows a')
  await page.waitForSelector('.current')
  await save('desk', await page.screenshot())
  await page.close()
  await open.close()
}

/** `next dev` on a free port with that content; resolves with its address. */
async function develop(): Promise<{ readonly server: ChildProcess; readonly origin: string }> {
  const env = { ...process.env, CONTENT_DIR: content, NEXT_TELEMETRY_DISABLED: '1', SITE_SETTINGS: '{}' }
  const args = ['node_modules/next/dist/bin/next', 'dev', '-p', '0', '-H', '127.0.0.1']
  const stdio: ('ignore' | 'pipe' | 'inherit')[] = ['ignore', 'pipe', 'inherit']
  const server = spawn(process.execPath, args, { env: { ...env, NODE_ENV: 'development' }, stdio })
  const origin = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout?.on('data', data => {
      said += data
      const port = /http:\/\/[\w.]+:(\d+)/.exec(said)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    server.once('exit', () => reject(new Error(said)))
  })
  return { server, origin }
}

const change = (name: string, make: (text: string) => string) => {
  const file = join(content, 'gh202411', name)
  writeFileSync(file, make(readFileSync(file, 'utf8')))
}

const browser = await launchChromium()
mkdirSync(content)
const out = ['--out', content]
const page = [source, '--issue', 'gh202411', ...out]
await terminal(browser, 'import', 'npm run import -- gh202411.txt', { of: importing, args: page })
const { server, origin } = await develop()
try {
  await deskPicture(browser)
  await terminal(browser, 'edit', 'npm run edit -- gh202411 split 02 "近年来,江苏工会"', {
    of: edit,
    args: ['gh202411', 'split', '02', '近年来,江苏工会', ...out],
  })
  await terminal(browser, 'check', 'npm run check', { of: check, args: [content] })
  await picture(browser, 'article', `${origin}/articles/gh202411-02/`, phone)
  await runHere(edit, ['gh202411', 'set', '04', 'status', 'withdrawn', '人名有误，更正稿见下一期', ...out])
  await picture(browser, 'withdrawn', `${origin}/articles/gh202411-04/`, phone)
  change('03.md', text => text.replace('["四川"]', '["四山"]'))
  await picture(browser, 'problem', `${origin}/articles/gh202411-03/`, phone)
  await terminal(browser, 'fault', 'npm run check', { of: check, args: [content] })
} finally {
  server.kill()
  await browser.close()
  rmSync(home, { recursive: true, force: true })
}
