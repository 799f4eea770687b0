// Budgets: what a page may weigh, checked on every page of every build. A broken one stops the build.
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import pMap from 'p-map'
import { pictureFolder } from '../../model/picture'
import type { Problem } from '../../model/problem'
import { brotliBytes } from '../files/compress'
import { attribute, elementText, type PageElement, readPageTree } from './html-tree'
import { type Choice, type Loads, loadsIn, withImports } from './page-loads'

export type PageKind = 'article' | 'index' | 'issue' | 'list'

/**
 * Bytes as sent, brotli, of a page of each kind, and of a page of any kind with all it loads on its own; scripts are gzip. Text is
 * never refused: what it adds beyond its allowance comes on top. An article of some 4,000 characters (6,000 bytes) is then within one
 * initial congestion window, 14,000 bytes (RFC 6928: 10 segments). Measured with 8 and with 1,000 articles: decisions/0104.
 */
export const budgets = {
  article: 9_000,
  index: 9_700,
  issue: 10_100,
  list: 10_100,
  everything: 25_000,
  script: 5_200,
  /** Photographs that a page loads at once, bytes of their files: on a phone of 360 points at three pixels a point, and on a desk. */
  photographsOnPhone: 60_000,
  photographsOnDesk: 150_000,
} as const

/** The widest copy that such a phone takes, in pixels. */
const phonePixels = 1080

/** What the markup, the style and the addresses of pictures may add to a page that has any. */
export const forPictures = 2_400

/** So much text, compressed by itself, fits every budget: all that is read on a page, and where its links lead. */
const textInBudget = 2_000

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
  /** Bytes of its text beyond the allowance, and what pictures add. */
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
  elements: readonly PageElement[] = readPageTree(html).elements,
): OwnWeight {
  const kind = pageKind(file)
  const allowed = budgets[kind] + (hasPhotographs(elements) ? forPictures : 0)
  const text = page > allowed ? Math.max(0, brotliBytes(textOn(elements)) - textInBudget) : 0
  const longer = text + allowed - budgets[kind]
  const parts = page > allowed + text ? heaviest(html) : ''
  const inlineScript = inlineScriptBytes(elements)
  // Short pages have the row of sharing near from the first. On the front page it is 2,400 points down on a phone, 1,800 on a desk.
  const loads = loadsIn(elements, kind !== 'index')
  return { file, kind, page, inlineScript, loads, longer, parts }
}

const hasPhotographs = (elements: readonly PageElement[]) =>
  elements.some(el => el.nodeName === 'img' && attribute(el, 'src')?.includes(`/${pictureFolder}/`))

/** All text of a page, and the addresses of its links. */
function textOn(elements: readonly PageElement[]): string {
  const read = elements.filter(({ nodeName }) => nodeName !== 'script' && nodeName !== 'style')
  const links = elements.map(element => attribute(element, 'href') ?? '')
  return [...read.map(elementText), ...links].filter(text => text.trim()).join('\n')
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
      const heaviestOf = async (choice: Choice, most: number) => {
        const sizes = choice.flatMap(({ address, width }) =>
          width <= most ? sizeOf(inFolder(address), '') : [],
        )
        return largest(await Promise.all(sizes))
      }
      const photographs = async (most: number) =>
        sum(await Promise.all(own.loads.photographs.map(choice => heaviestOf(choice, most))))
      const seen = {
        phone: await photographs(phonePixels),
        desk: await photographs(Number.POSITIVE_INFINITY),
      }
      const problems = [...overBudget(own, everything, script), ...tooManyPixels(file, seen)]
      return { file, kind, page, everything, script, problems }
    },
    { concurrency: 8 },
  )
}

async function sizeOnWire(file: string, copy: string): Promise<number> {
  const found = await stat(`${file}${copy}`).catch(() => stat(file))
  return found.size
}

function overBudget(own: OwnWeight, everything: number, script: number): readonly Problem[] {
  const { file, kind, page, longer, parts, loads } = own
  const limit = budgets[kind] + longer
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

function tooManyPixels(
  file: string,
  { phone, desk }: { readonly phone: number; readonly desk: number },
): readonly Problem[] {
  const fault = (where: string, size: number, most: number): readonly Problem[] => {
    const message = `${where}上一打开就要取 ${bytes(size)}的图片，上限 ${bytes(most)}；请减小图片`
    return size > most ? [{ file, line: 1, rule: 'budget-photographs', message }] : []
  }
  return [
    ...fault('手机', phone, budgets.photographsOnPhone),
    ...fault('电脑', desk, budgets.photographsOnDesk),
  ]
}

function inlineScriptBytes(elements: readonly PageElement[]): number {
  const inline = elements.filter(
    el =>
      el.nodeName === 'script' &&
      attribute(el, 'src') === undefined &&
      attribute(el, 'data-keep') !== undefined,
  )
  return inline.length > 0 ? gzipSync(inline.map(elementText).join('\n'), { level: 9 }).length : 0
}

/** What a page is made of, heaviest first: each part compressed by itself. */
function heaviest(html: string): string {
  const { elements } = readPageTree(html)
  const inside = (name: string, isMeant: (element: PageElement) => boolean = () => true) =>
    elements.filter(element => element.nodeName === name && isMeant(element)).map(elementText)
  const data = inside('script', script => attribute(script, 'type') === 'application/ld+json')
  const scripts = inside('script', script => attribute(script, 'data-keep') !== undefined)
  const styles = inside('style')
  const text = textOn(elements)
  const known = [...data, ...scripts, ...styles, ...text.split('\n')].sort((a, b) => b.length - a.length)
  const markup = known.reduce((rest, part) => rest.replace(part, ''), html)
  const parts: readonly (readonly [string, number])[] = [
    ['样式', brotliBytes(styles.join('\n'))],
    ['内联脚本', brotliBytes(scripts.join('\n'))],
    ['结构化数据', brotliBytes(data.join('\n'))],
    ['文字和链接', brotliBytes(text)],
    ['标记及其余', brotliBytes(markup)],
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
