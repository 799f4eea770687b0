// npm run bench:bytes: what a reader's first article costs, ours beside the same article from other generators, in one run.
// Their blog starters lie on a code host; so that this runs without one, each gets the plainest page that its documentation
// shows for a blog post (a layout, one style sheet, the text), without the starters' web fonts: in their favour.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import type { Browser } from 'playwright-core'
import sirv from 'sirv'
import { characterCount } from '#lib/article'
import { content } from '#lib/content'
import { renderBody } from '#lib/markdown'
import { layCompressedCopies } from '#lib/press/compress'
import { launchChromium } from '../browser/chromium'
import { openServer } from '../open-server'
import { copyProject } from '../project-copy'

const root = new URL('../..', import.meta.url).pathname
const home = join(root, '.cache', 'bench-bytes')
const [article] = [...content().articles].sort((a, b) => characterCount(b) - characterCount(a))
if (!article) throw new Error('no article in content/')

const css = `body{margin:0 auto;max-width:38em;padding:0 1em;font:18px/1.8 "PingFang SC","Noto Sans CJK SC",system-ui,sans-serif;color:#222}
h1{font-size:1.6em;line-height:1.3}p{margin:0 0 1em}a{color:#a3262a}header,footer{padding:1em 0;color:#666}`

/** What both others print around the text: as little as a post can have. */
const inside = `<header><a href="/">工会简报</a></header><main><article><p>${article.kicker}</p><h1>${article.title}</h1><p>${article.byline}</p>${renderBody(article.body)}</article></main><footer>工会简报</footer>`

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}

function run(folder: string, command: string, ...args: readonly string[]): void {
  const env: NodeJS.ProcessEnv = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`)
}

function install(folder: string, ...packages: readonly string[]): void {
  if (!existsSync(join(folder, 'node_modules')))
    run(folder, 'npm', 'install', '--no-audit', '--no-fund', ...packages)
}

/** Astro 5, the newest that runs on Node 20. */
function astro(): string {
  const folder = join(home, 'astro')
  write(folder, {
    'package.json': '{"private":true,"type":"module"}',
    'src/styles/global.css': css,
    'src/pages/post.astro': `---\nimport '../styles/global.css'\nconst inside = ${JSON.stringify(inside)}\n---\n<html lang="zh-CN"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width"/><title>${article?.title}</title></head><body set:html={inside}></body></html>`,
  })
  install(folder, 'astro@5')
  run(folder, 'npx', 'astro', 'build')
  return join(folder, 'dist')
}

function eleventy(): string {
  const folder = join(home, 'eleventy')
  write(folder, {
    'package.json': '{"private":true}',
    'src/_includes/post.njk': `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{{ title }}</title><link rel="stylesheet" href="/style.css"></head><body>{{ content | safe }}</body></html>`,
    'src/post.html': `---\ntitle: ${JSON.stringify(article?.title)}\nlayout: post.njk\n---\n${inside}`,
    'src/style.css': css,
    'eleventy.config.js':
      "module.exports = c => { c.addPassthroughCopy('src/style.css'); return { dir: { input: 'src' } } }",
  })
  install(folder, '@11ty/eleventy@3')
  run(folder, 'npx', 'eleventy', '--quiet')
  return join(folder, '_site')
}

type Cost = {
  readonly requests: number
  readonly bytes: number
  readonly script: number
  readonly page: number
}

/** Opens a page once with an empty cache, compressed copies served to all alike, and counts what comes. */
async function cost(browser: Browser, folder: string, path: string): Promise<Cost> {
  await layCompressedCopies(folder)
  const server = await openServer(createServer(sirv(folder, { brotli: true, gzip: true })))
  const context = await browser.newContext({ serviceWorkers: 'block', viewport: { width: 360, height: 740 } })
  const page = await context.newPage()
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const kinds = new Map<string, string>()
  const sum = { requests: 0, bytes: 0, script: 0, page: 0 }
  cdp.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  cdp.on('Network.requestWillBeSent', () => {
    sum.requests++
  })
  // Body and headers; dataReceived would leave the page itself out.
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sum.bytes += encodedDataLength
    if (kinds.get(requestId) === 'Script') sum.script += encodedDataLength
    if (kinds.get(requestId) === 'Document') sum.page += encodedDataLength
  })
  await page.goto(`${server.origin}${path}`, { waitUntil: 'networkidle' })
  await context.close()
  await server.close()
  return sum
}

async function main(): Promise<void> {
  const path = `/articles/${article?.id}/`
  if (!existsSync(join(root, 'out', path, 'index.html'))) throw new Error('no out/: run npm run build first')
  rmSync(join(home, 'astro', 'dist'), { recursive: true, force: true })
  const copy = copyProject()
  copy.exportOnly()
  const browser = await launchChromium()
  const rows: readonly (readonly [string, string, string])[] = [
    ['ours', join(root, 'out'), path],
    ['plain Next (our pages, no press)', join(copy.folder, 'out'), path],
    ['Astro 5, plainest post', astro(), '/post/'],
    ['Eleventy 3, plainest post', eleventy(), '/post/'],
  ]
  console.log(
    `${article?.id}, ${article && characterCount(article)} characters; bytes as sent (brotli, headers included)\n`,
  )
  console.log('site | requests | bytes | of it script | page alone | against ours')
  let ours = 0
  for (const [name, folder, address] of rows) {
    const { requests, bytes, script, page } = await cost(browser, folder, address)
    ours ||= bytes
    console.log([name, requests, bytes, script, page, `${(bytes / ours).toFixed(2)}×`].join(' | '))
  }
  const version = (folder: string, name: string): unknown =>
    JSON.parse(readFileSync(join(home, folder, 'node_modules', name, 'package.json'), 'utf8')).version
  console.log(`\nastro ${version('astro', 'astro')}, eleventy ${version('eleventy', '@11ty/eleventy')}`)
  await browser.close()
  copy.remove()
}

main()
