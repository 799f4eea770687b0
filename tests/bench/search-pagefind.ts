// Pagefind beside our search: the same articles, the same queries, in a browser. Installed into .cache/ when the benchmark runs and
// not a devDependency: 25 MB of programs for five systems would be the price of every install, for a table made once in a while.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Response } from 'playwright-core'
import sirv from 'sirv'
import type { Article } from '#lib/model/article'
import { launchChromium } from '../browser/chromium'
import { openServer } from '../open-server'

const version = '1.6.0'
const home = '.cache/bench-pagefind'

export type Built = { readonly folder: string; readonly seconds: number; readonly bytes: number }
export type Asked = { readonly ids: readonly string[]; readonly bytes: number; readonly requests: number }

/** 'words': as it comes, lang zh. 'characters': a space after every Han character, no language, queries quoted. */
export type Way = 'words' | 'characters'

const spaced = (text: string) => text.replace(/\p{Script=Han}/gu, '$& ')
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function page(article: Article, way: Way): string {
  const text = (given: string) => escaped(way === 'words' ? given : spaced(given))
  const { title, kicker, subtitle, column, tip, byline, blocks } = article
  const fields = [kicker, subtitle, column, tip, byline, ...blocks.map(block => block.text)].filter(Boolean)
  const paragraphs = fields.map(field => `<p>${text(field)}</p>`).join('')
  const lang = way === 'words' ? 'zh' : 'und'
  return `<html lang="${lang}"><body data-pagefind-body><h1>${text(title)}</h1>${paragraphs}</body></html>`
}

type Index = {
  addHTMLFile: (file: { url: string; content: string }) => Promise<{ errors: string[] }>
  writeFiles: (to: { outputPath: string }) => Promise<{ errors: string[] }>
}
type Pagefind = {
  createIndex: (options: { forceLanguage: string }) => Promise<{ index?: Index; errors: string[] }>
  close: () => Promise<null>
}

async function pagefind(): Promise<Pagefind> {
  const entry = join(home, 'node_modules/pagefind/lib/index.js')
  mkdirSync(home, { recursive: true })
  if (!existsSync(entry)) {
    writeFileSync(join(home, 'package.json'), '{"private":true}')
    execFileSync('npm', ['install', '--no-audit', '--no-fund', `pagefind@${version}`], { cwd: home })
  }
  return import(pathToFileURL(entry).href)
}

export async function buildPagefind(articles: readonly Article[], way: Way): Promise<Built> {
  const { createIndex, close } = await pagefind()
  const started = Date.now()
  const { index } = await createIndex({ forceLanguage: way === 'words' ? 'zh' : 'und' })
  if (!index) throw new Error('Pagefind made no index')
  for (const article of articles) {
    await index.addHTMLFile({ url: `/${article.id}/`, content: page(article, way) })
  }
  const folder = join(home, way)
  rmSync(folder, { recursive: true, force: true })
  await index.writeFiles({ outputPath: folder })
  await close()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(file => file.isFile())
  const data = files.filter(file => /\.pf_|pagefind-entry/.test(file.name))
  const bytes = data.reduce((sum, file) => sum + readFileSync(join(file.parentPath, file.name)).length, 0)
  return { folder, seconds: (Date.now() - started) / 1000, bytes }
}

/** Asks each query in a page of its own with an empty cache; bytes are index, metadata and ten fragments, no code. */
export async function askPagefind(
  folder: string,
  queries: readonly string[],
  way: Way,
): Promise<readonly Asked[]> {
  const ids = idsOfFragments(folder)
  const serve = sirv(folder, { dev: true })
  const site = createServer((request, response) => {
    if (request.url === '/') response.setHeader('Content-Type', 'text/html').end('<title>x</title>')
    else serve(request, response)
  })
  const server = await openServer(site)
  const browser = await launchChromium()
  const answers: Asked[] = []
  for (const query of queries) {
    const context = await browser.newContext()
    const tab = await context.newPage()
    const loads: Promise<number>[] = []
    tab.on('response', response => {
      if (/\.pf_|entry/.test(response.url())) loads.push(sizeOf(response))
    })
    await tab.goto(`${server.origin}/`)
    const asked =
      way === 'words'
        ? query
        : query
            .split(/\s+/)
            .map(word => `"${spaced(word).trim()}"`)
            .join(' ')
    const found = await tab.evaluate(askInPage, asked)
    const bytes = (await Promise.all(loads)).reduce((sum, size) => sum + size, 0)
    answers.push({ ids: found.map(id => ids.get(id) ?? id), bytes, requests: loads.length })
    await context.close()
  }
  await browser.close()
  await server.close()
  return answers
}

/** The size of an answer; 0 of one that still arrives when its page is closed, which is none of the ten results. */
const sizeOf = (response: Response) =>
  response.body().then(
    body => body.length,
    () => 0,
  )

async function askInPage(query: string): Promise<string[]> {
  const address = '/pagefind.js'
  const { search, init } = await import(address)
  await init?.()
  const { results } = await search(query)
  await Promise.all(results.slice(0, 10).map((result: { data: () => Promise<unknown> }) => result.data()))
  return results.map((result: { id: string }) => result.id)
}

/** Pagefind's own names of pages, by the fragment files: gzip of `pagefind_dcd` and JSON. */
function idsOfFragments(folder: string): ReadonlyMap<string, string> {
  const fragments = join(folder, 'fragment')
  return new Map(
    readdirSync(fragments).map(name => {
      const text = gunzipSync(readFileSync(join(fragments, name))).toString()
      const { url }: { url: string } = JSON.parse(text.slice(text.indexOf('{')))
      return [name.replace(/\.pf_fragment$/, ''), url.replaceAll('/', '')] as const
    }),
  )
}
