// npm run bench:bytes [-- --starters DIR]: what a reader's first article costs, ours beside the same article from other
// generators, in one run. DIR holds both blog starters: astro-blog (`npm create astro -- --template blog --ref
// astro@5.18.2`, the newest for Node 20) and eleventy-base-blog (a clone). They lie on a code host; without DIR, this needs none.
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser } from 'playwright-core'
import sirv from 'sirv'
import { compressFolder } from '#lib/build/files/compress'
import { content } from '#lib/library/content'
import { characterCount } from '#lib/model/article'
import { launchChromium } from '../browser/chromium'
import { openServer } from '../open-server'
import { copyProject } from '../project-copy'
import {
  type Built,
  buildStarter,
  missingOfStarters,
  plainestAstro,
  plainestEleventy,
  starters,
} from './bytes-rivals'

const root = new URL('../..', import.meta.url).pathname

type Cost = {
  readonly requests: number
  readonly bytes: number
  readonly script: number
  readonly page: number
}

/** Opens a page once with an empty cache, compressed copies served to all alike, and counts what comes. */
async function cost(browser: Browser, folder: string, path: string): Promise<Cost> {
  await compressFolder(folder)
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
  const { values } = parseArgs({ options: { starters: { type: 'string' } } })
  const parent = values.starters === undefined ? undefined : resolve(values.starters)
  const missing = parent === undefined ? [] : missingOfStarters(parent)
  if (missing.length > 0) {
    console.error(`--starters ${parent} has no ${missing.join(', no ')}`)
    process.exitCode = 1
    return
  }
  const [article] = [...content().articles].sort((a, b) => characterCount(b) - characterCount(a))
  if (!article) throw new Error('no article in content/')
  const path = `/articles/${article.id}/`
  if (!existsSync(join(root, 'out', path, 'index.html'))) throw new Error('no out/: run npm run build first')
  const copy = copyProject()
  copy.exportOnly()
  const rows: readonly Built[] = [
    { name: 'ours', folder: join(root, 'out'), path },
    { name: 'plain Next (our pages as it writes)', folder: join(copy.folder, 'out'), path },
    plainestAstro(article),
    plainestEleventy(article),
    ...(parent === undefined ? [] : starters.map(starter => buildStarter(parent, starter, article))),
  ]
  const browser = await launchChromium()
  console.log(
    `${article.id}, ${characterCount(article)} characters; bytes as sent (brotli, headers included)\n`,
  )
  console.log('site | requests | bytes | of it script | page alone | against ours')
  let ours = 0
  for (const { name, folder, path } of rows) {
    const { requests, bytes, script, page } = await cost(browser, folder, path)
    ours ||= bytes
    console.log([name, requests, bytes, script, page, `${(bytes / ours).toFixed(2)}×`].join(' | '))
  }
  if (parent === undefined)
    console.log('\nwithout the blog starters: --starters DIR, with astro-blog and eleventy-base-blog in it')
  await browser.close()
  copy.remove()
}

main()
