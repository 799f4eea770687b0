// Budgets: what a page may weigh, checked on every page of every build. A broken one stops the build.
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Problem } from '../problem'
import { brotliBytes } from './compress'
import { eachOf } from './folder'
import { type Loads, loadsOf, withImports } from './page-loads'
import { attribute, readPage, textOf } from './page-tree'

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

export type PageKind = 'article' | 'index' | 'issue' | 'list'

/** The kind of a page by its file: articles/x/index.html */
export function pageKind(file: string): PageKind {
  if (file === 'index.html') return 'index'
  if (/^articles\/[^/]+\/index\.html$/.test(file)) return 'article'
  return /^issues\/[^/]+\/index\.html$/.test(file) ? 'issue' : 'list'
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

/** Weighs all pages of a printed folder that has its compressed copies; basePath as in the pages' addresses. */
export async function weighPages(
  folder: string,
  pages: readonly string[],
  basePath: string,
): Promise<readonly Weighed[]> {
  const sizes = new Map<string, Promise<number>>()
  const sizeOf = (file: string, copy: string) => {
    const known = sizes.get(`${file}${copy}`) ?? sizeOnWire(join(folder, file), copy)
    sizes.set(`${file}${copy}`, known)
    return known
  }
  return eachOf(pages, async file => {
    const html = await readFile(join(folder, file), 'utf8')
    const loads = loadsOf(html)
    const inFolder = (address: string) => address.slice(basePath.length + 1).replace(/[?#].*/, '')
    const scripts = await withImports(folder, loads.scripts.map(inFolder), loads.elements)
    const others = loads.others.map(inFolder)
    const page = await sizeOf(file, '.br')
    const rest = await Promise.all([...scripts, ...others].map(load => sizeOf(load, '.br')))
    const modules = await Promise.all(scripts.map(script => sizeOf(script, '.gz')))
    const weights = {
      file,
      kind: pageKind(file),
      page,
      everything: page + sum(rest),
      script: sum(modules) + inlineScriptBytes(html),
    }
    return { ...weights, problems: overBudget(weights, html, loads) }
  })
}

async function sizeOnWire(file: string, copy: string): Promise<number> {
  const found = await stat(`${file}${copy}`).catch(() => stat(file))
  return found.size
}

type Weights = Omit<Weighed, 'problems'>

function overBudget(weights: Weights, html: string, { blocking }: Loads): readonly Problem[] {
  const { file, kind, page, everything, script } = weights
  const faults: [rule: string, message: string][] = []
  const more = page > budgets.article ? longText(kind, html) : 0
  const [limit, limitOfAll] = [pageBudget(kind, html) + more, budgets.everything + more]
  if (page > limit)
    faults.push([`budget-${kind}`, `这一页 ${bytes(page)}，上限 ${bytes(limit)}；其中${heaviest(html)}`])
  if (everything > limitOfAll)
    faults.push(['budget-everything', `连同自动加载的文件共 ${bytes(everything)}，上限 ${bytes(limitOfAll)}`])
  if (script > budgets.script)
    faults.push([
      'budget-script',
      `脚本 ${bytes(script)}（gzip），上限 ${bytes(budgets.script)}；大的部分请改为用到时再加载`,
    ])
  if (blocking.length > 0)
    faults.push(['budget-requests', `显示文字之前还要等 ${blocking.join('、')}；应只需页面本身`])
  return faults.map(([rule, message]) => ({ file, line: 1, rule, message }))
}

function pageBudget(kind: PageKind, html: string): number {
  if (kind === 'article') return budgets.article
  return kind === 'index' && articleLinks(html) <= smallIndexArticles ? budgets.smallIndex : budgets.list
}

/** What a long text adds: text is never refused, it shows while the rest arrives. A whole issue is as long as it is. */
function longText(kind: PageKind, html: string): number {
  if (kind !== 'article' && kind !== 'issue') return 0
  return Math.max(0, brotliBytes(paragraphText(html)) - textInBudget)
}

function articleLinks(html: string): number {
  return new Set([...html.matchAll(/href="[^"]*\/articles\/([\w-]+)\//g)].map(match => match[1])).size
}

function paragraphText(html: string): string {
  return [...html.matchAll(/<p\b[^>]*>([^<]*)/g)].map(match => match[1]).join('\n')
}

function inlineScriptBytes(html: string): number {
  const inline = readPage(html).elements.filter(
    el =>
      el.nodeName === 'script' &&
      attribute(el, 'src') === undefined &&
      attribute(el, 'data-keep') !== undefined,
  )
  return inline.length === 0 ? 0 : gzipSync(inline.map(textOf).join('\n'), { level: 9 }).length
}

/** What a page is made of, heaviest first: each part compressed by itself. */
function heaviest(html: string): string {
  const inside = (pattern: RegExp) => [...html.matchAll(pattern)].map(match => match[1]).join('\n')
  const parts: readonly (readonly [string, number])[] = [
    ['样式', brotliBytes(inside(/<style>(.*?)<\/style>/gs))],
    ['内联脚本', brotliBytes(inside(/<script data-keep[^>]*>(.*?)<\/script>/gs))],
    ['结构化数据', brotliBytes(inside(/<script type="application\/ld\+json">(.*?)<\/script>/gs))],
    ['段落文字', brotliBytes(paragraphText(html))],
    ['标记及其余', brotliBytes(html.replace(/<(style|script)\b.*?<\/\1>/gs, '').replace(/>[^<]+</g, '><'))],
  ]
  return [...parts]
    .sort((a, b) => b[1] - a[1])
    .map(([name, size]) => `${name} ${bytes(size)}`)
    .join('、')
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
const bytes = (size: number) => `${size.toLocaleString('en-US')} 字节`

/** One line for the build's table: the heaviest page of each kind against its budget. */
export function heaviestPages(weighed: readonly Weighed[]): string {
  const most = (kind: PageKind) =>
    Math.max(0, ...weighed.filter(page => page.kind === kind).map(page => page.page))
  const kinds: readonly (readonly [string, number])[] = [
    ['文章', most('article')],
    ['首页', most('index')],
    ['列表', most('list')],
    ['整期', most('issue')],
  ]
  const script = Math.max(0, ...weighed.map(page => page.script))
  return `${kinds.map(([name, size]) => `${name} ${bytes(size)}`).join('，')}；脚本 ${bytes(script)}（gzip）`
}
