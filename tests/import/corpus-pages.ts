// The development pages: invented items laid out at four levels, with what a correct import of each says of them.
import { readdirSync, readFileSync } from 'node:fs'
import type { Article } from '#lib/model/article'
import { fold } from './layout'

export type ExpectedItem = {
  readonly kind: string
  readonly title: string
  readonly provinces: readonly string[]
  readonly maybeProvinces?: readonly string[]
  readonly authors: readonly string[]
  readonly maybeAuthors?: readonly string[]
  /** Short paragraphs as they are, longer ones as `first eight…last eight length`; folded, without white space. */
  readonly paragraphs: readonly string[]
}

export type ExpectedPage = {
  readonly name: string
  readonly level: string
  readonly input: string
  readonly items: readonly ExpectedItem[]
  /** The six characters on either side of each cut that is not after a full stop. */
  readonly cuts: readonly string[]
}

const folder = new URL('../corpus/pages/', import.meta.url)

export const pages: readonly ExpectedPage[] = readdirSync(folder).map(name => ({
  name,
  input: readFileSync(new URL(`${name}/input.txt`, folder), 'utf8'),
  ...JSON.parse(readFileSync(new URL(`${name}/expected.json`, folder), 'utf8')),
}))

const bare = (text: string) => fold(text).replace(/\s/g, '')
const shape = (text: string) =>
  text.length > 20 ? `${text.slice(0, 8)}…${text.slice(-8)} ${text.length}` : text

export type Shares = Readonly<
  Record<'items' | 'titles' | 'paragraphs' | 'order' | 'cuts' | 'provinces' | 'authors', number>
>

/** Shares from 0 to 100 over several pages: items as F1, the rest as recall. */
export function measure(
  read: readonly { readonly page: ExpectedPage; readonly articles: readonly Article[] }[],
): Shares {
  const counts = {
    items: [0, 0],
    titles: [0, 0],
    paragraphs: [0, 0],
    order: [0, 0],
    cuts: [0, 0],
    provinces: [0, 0],
    authors: [0, 0],
  }
  const count = (key: keyof typeof counts, right: boolean) => {
    const [good = 0, all = 0] = counts[key]
    counts[key] = [good + (right ? 1 : 0), all + 1]
  }
  for (const { page, articles } of read) {
    for (const item of page.items) judge(item, articles, count)
    const texts = articles.flatMap(article => article.blocks.map(block => bare(block.text)))
    for (const cut of page.cuts)
      count(
        'cuts',
        texts.some(text => text.includes(cut)),
      )
  }
  const printed = read.reduce((sum, { articles }) => sum + articles.length, 0)
  const share = (key: keyof typeof counts) => (100 * (counts[key][0] ?? 0)) / Math.max(1, counts[key][1] ?? 0)
  const [found = 0, wanted = 0] = counts.items
  return {
    items: (200 * found) / Math.max(1, printed + wanted),
    titles: share('titles'),
    paragraphs: share('paragraphs'),
    order: share('order'),
    cuts: share('cuts'),
    provinces: share('provinces'),
    authors: share('authors'),
  }
}

function judge(
  item: ExpectedItem,
  articles: readonly Article[],
  count: (key: keyof Shares, right: boolean) => void,
): void {
  const found = bestFor(item, articles)
  const have = found?.blocks.map(block => shape(bare(block.text))) ?? []
  const same = (text: string) => have.indexOf(text)
  const hits = item.paragraphs.filter(text => same(text) >= 0).length
  const lengths = (list: readonly string[]) =>
    list.reduce((sum, text) => sum + Number(/ (\d+)$/.exec(text)?.[1] ?? text.length), 0)
  const ratio = lengths(have) / Math.max(1, lengths(item.paragraphs))
  const whole = found !== undefined && hits > 0 && ratio > 0.82 && ratio < 1.22
  count('items', whole)
  if (item.title) count('titles', whole && bare(found.title) === bare(item.title))
  item.paragraphs.forEach((text, at) => {
    count('paragraphs', same(text) >= 0)
    if (at > 0) count('order', same(text) > 0 && have[same(text) - 1] === item.paragraphs[at - 1])
  })
  count('provinces', whole && fits(found.provinces, item.provinces, item.maybeProvinces))
  count('authors', whole && fits(found.authors, item.authors, item.maybeAuthors))
}

function bestFor(item: ExpectedItem, articles: readonly Article[]): Article | undefined {
  const score = (article: Article) => {
    const text = article.blocks.map(block => bare(block.text)).join('\n')
    return item.paragraphs.filter(one => text.includes(one.slice(0, 8)) || text.includes(one.slice(9, 17)))
      .length
  }
  return [...articles].sort((a, b) => score(b) - score(a))[0]
}

const fits = (have: readonly string[], must: readonly string[], may: readonly string[] = []) =>
  must.every(one => have.includes(one)) && have.every(one => must.includes(one) || may.includes(one))
