// Budgets: what a page may weigh, checked on every page of every build. A broken one stops the build.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pMap from 'p-map'
import type { Problem } from '../../model/problem'
import { brotliBytes } from '../files/compress'
import { attribute, type PageElement, readPage, textOf } from './html-tree'
import { type Loads, loadsIn, withImports } from './page-loads'

/** Bytes as sent: brotli for all, gzip for JavaScript. 14,000 is one initial congestion window (RFC 6928: 10 segments). */
export const budgets = {
  article: 14_000,
  smallIndex: 14_000,
  list: 20_000,
  /** The page and all it loads on its own. */
  everything: 25_000,
  script: 6_000,
} as const

/** An index with that many articles still fits the first round trip. */
const smallIndexArticles = 8
/** So much compressed text (about 4,000 characters) fits an article's budget; what a longer text adds comes on top. */
const textInBudget = 6_000

/** So much of an index of years and cities, compressed by itself, fits the budget of a list; what an older archive adds comes on top. */
const indexInBudget = 800

export type PageKind = 'article' | 'index' | 'issue' | 'list'

/** The kind of a page by its file: articles/x/index.html */
export function pageKind(file: string): PageKind {
  if (file === 'index.html') return 'index'
  if (/^articles\/[^/]+\/index\.html$/.test(file)) return 'article'
  return /^issues\/[^/]+(?:\/\d+)?\/index\.html$/.test(file) ? 'issue' : 'list'
}

/** What a page says of its own weight. Brotli bytes but for `inlineScript`, which is gzip. */
export type OwnWeight = {
  readonly file: string
  readonly kind: PageKind
  readonly page: number
  readonly inlineScript: number
  readonly loads: Loads
  /** What the page may weigh, and how much of that is for a text or an index longer than most. */
  readonly limit: number
  readonly longer: number
  /** What it is made of, where it is too heavy. */
  readonly parts: string
}

export type Weighed = {
  readonly file: string
  readonly kind: PageKind
  /** Brotli bytes of the page alone, and of the page with all it loads on its own. */
  readonly page: number
  readonly everything: number
  /** Gzip bytes of the modules it loads and of its inline scripts. */
  readonly script: number
  readonly problems: readonly Problem[]
}

/** Weighs a plain page by itself; `page`: its brotli bytes; `elements`: what it is made of, where that was read already. */
export function ownWeight(
  file: string,
  html: string,
  page: number,
  elements: readonly PageElement[] = readPage(html).elements,
): OwnWeight {
  const kind = pageKind(file)
  const longer = page > budgets.article ? longText(kind, html) + longIndex(kind, html) : 0
  const limit = pageBudget(kind, html) + longer
  const parts = page > limit ? heaviest(html) : ''
  const inlineScript = inlineScriptBytes(elements)
  return { file, kind, page, inlineScript, loads: loadsIn(elements), limit, longer, parts }
}

/** Adds to the weight of pages what they load: files of a folder that has its compressed copies; basePath as in the pages' addresses. */
export async function weighPages(
  folder: string,
  pages: readonly OwnWeight[],
  basePath: string,
): Promise<readonly Weighed[]> {
  const sizes = new Map<string, Promise<number>>()
  const sizeOf = (file: string, copy: string) => {
    const known = sizes.get(`${file}${copy}`) ?? sizeOnWire(join(folder, file), copy)
    sizes.set(`${file}${copy}`, known)
    return known
  }
  const inFolder = (address: string) => address.slice(basePath.length + 1).replace(/[?#].*/, '')
  const modules = new Map<string, Promise<readonly string[]>>()
  const modulesOf = ({ scripts, elements }: Loads) => {
    const key = [...scripts, ...elements].join()
    const known = modules.get(key) ?? withImports(folder, scripts.map(inFolder), elements)
    modules.set(key, known)
    return known
  }
  return pMap(
    pages,
    async own => {
      const scripts = await modulesOf(own.loads)
      const others = own.loads.others.map(inFolder)
      const rest = await Promise.all([...scripts, ...others].map(load => sizeOf(load, '.br')))
      const zipped = await Promise.all(scripts.map(script => sizeOf(script, '.gz')))
      const everything = own.page + sum(rest)
      const script = sum(zipped) + own.inlineScript
      const { file, kind, page } = own
      return { file, kind, page, everything, script, problems: overBudget(own, everything, script) }
    },
    { concurrency: 8 },
  )
}

async function sizeOnWire(file: string, copy: string): Promise<number> {
  const found = await stat(`${file}${copy}`).catch(() => stat(file))
  return found.size
}

function overBudget(own: OwnWeight, everything: number, script: number): readonly Problem[] {
  const { file, kind, page, limit, longer, parts, loads } = own
  const limitOfAll = budgets.everything + longer
  const faults: [rule: string, message: string][] = []
  if (page > limit)
    faults.push([`budget-${kind}`, `这一页 ${bytes(page)}，上限 ${bytes(limit)}；其中${parts}`])
  if (everything > limitOfAll)
    faults.push(['budget-everything', `连同自动加载的文件共 ${bytes(everything)}，上限 ${bytes(limitOfAll)}`])
  if (script > budgets.script)
    faults.push([
      'budget-script',
      `脚本 ${bytes(script)}（gzip），上限 ${bytes(budgets.script)}；大的部分请改为用到时再加载`,
    ])
  if (loads.blocking.length > 0)
    faults.push(['budget-requests', `显示文字之前还要等 ${loads.blocking.join('、')}；应只需页面本身`])
  return faults.map(([rule, message]) => ({ file, line: 1, rule, message }))
}

function pageBudget(kind: PageKind, html: string): number {
  if (kind === 'article') return budgets.article
  return kind === 'index' && articleLinks(html) <= smallIndexArticles ? budgets.smallIndex : budgets.list
}

/** What a long text adds: text is never refused, it shows while the rest arrives. A whole issue is as long as it is. */
function longText(kind: PageKind, html: string): number {
  if (kind !== 'article' && kind !== 'issue') return 0
  const text = textIn(html, kind === 'issue' ? 'p|h[1-6]|li' : 'p')
  return Math.max(0, brotliBytes(text) - textInBudget)
}

/** What a long index adds: an archive is never refused for its years, nor a province for its cities. */
function longIndex(kind: PageKind, html: string): number {
  if (kind !== 'list') return 0
  const index = html.match(/<nav class="(?:chips|years)"[^>]*>.*?<\/nav>/gs) ?? []
  return Math.max(0, brotliBytes(index.join('\n')) - indexInBudget)
}

function articleLinks(html: string): number {
  return new Set([...html.matchAll(/href="[^"]*\/articles\/([\w-]+)\//g)].map(match => match[1])).size
}

/** The text of elements of some names, without what they hold of markup. */
function textIn(html: string, names: string): string {
  const found = html.matchAll(new RegExp(`<(${names})\\b[^>]*>(.*?)</\\1>`, 'gs'))
  return [...found].map(([, , inner = '']) => inner.replace(/<[^>]*>/g, '')).join('\n')
}

function inlineScriptBytes(elements: readonly PageElement[]): number {
  const inline = elements.filter(
    el =>
      el.nodeName === 'script' &&
      attribute(el, 'src') === undefined &&
      attribute(el, 'data-keep') !== undefined,
  )
  return inline.length > 0 ? gzipSync(inline.map(textOf).join('\n'), { level: 9 }).length : 0
}

/** What a page is made of, heaviest first: each part compressed by itself. */
function heaviest(html: string): string {
  const inside = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1]).join('\n')
  const parts: readonly (readonly [string, number])[] = [
    ['样式', brotliBytes(inside(/<style>(.*?)<\/style>/gs))],
    ['内联脚本', brotliBytes(inside(/<script data-keep[^>]*>(.*?)<\/script>/gs))],
    ['结构化数据', brotliBytes(inside(/<script type="application\/ld\+json">(.*?)<\/script>/gs))],
    ['段落文字', brotliBytes(textIn(html, 'p'))],
    ['标记及其余', brotliBytes(html.replace(/<(style|script)\b.*?<\/\1>/gs, '').replace(/>[^<]+</g, '><'))],
  ]
  return [...parts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, size]) => `${name} ${bytes(size)}`)
    .join('、')
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const bytes = (size: number) => `${size.toLocaleString('en-US')} 字节`

/** Not Math.max(...numbers): a function takes no more than some hundred thousand arguments. */
const largest = (numbers: readonly number[]) => numbers.reduce((a, b) => Math.max(a, b), 0)

/** One line for the build's table: the heaviest page of each kind against its budget. */
export function heaviestPages(weighed: readonly Weighed[]): string {
  const most = (kind: PageKind) => largest(weighed.filter(page => page.kind === kind).map(page => page.page))
  const kinds: readonly (readonly [string, number])[] = [
    ['文章', most('article')],
    ['首页', most('index')],
    ['列表', most('list')],
    ['整期', most('issue')],
  ]
  const script = largest(weighed.map(page => page.script))
  return `${kinds.map(([name, size]) => `${name} ${bytes(size)}`).join('，')}；脚本 ${bytes(script)}（gzip）`
}
