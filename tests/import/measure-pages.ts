// How near an import comes to what was laid out: shares of items, titles, paragraphs, neighbours, provinces, authors.
import type { Article } from '#lib/model/article'
import type { Invented } from './invented'
import { fold } from './layout'

export type Tally = Record<
  'items' | 'title' | 'paragraphs' | 'order' | 'province' | 'city' | 'authors',
  [number, number]
>

export const emptyTally = (): Tally => ({
  items: [0, 0],
  title: [0, 0],
  paragraphs: [0, 0],
  order: [0, 0],
  province: [0, 0],
  city: [0, 0],
  authors: [0, 0],
})

const bare = (text: string) => fold(text).replace(/\s/g, '')

/** The article that shares most characters in place with the item: by its first and its longest paragraph. */
export function matchItem(item: Invented, articles: readonly Article[]): Article | undefined {
  const wanted = item.paragraphs.map(text => bare(text.replace(/^## /, '')))
  const scored = articles.map(article => {
    const have = article.blocks.map(block => bare(block.text)).join('\n')
    return {
      article,
      score: wanted.reduce((sum, text) => sum + pieces(text).filter(piece => have.includes(piece)).length, 0),
    }
  })
  return scored.sort((a, b) => b.score - a.score)[0]?.article
}

function pieces(text: string): string[] {
  const found: string[] = []
  for (let at = 0; at + 8 <= text.length; at += 8) found.push(text.slice(at, at + 8))
  return found
}

export function tallyPage(
  items: readonly Invented[],
  articles: readonly Article[],
  tally: Tally,
  tell: (line: string) => void = () => {},
): void {
  const count = (key: keyof Tally, right: boolean, what: string) => {
    tally[key][1]++
    if (right) tally[key][0]++
    else tell(`${key}: ${what}`)
  }
  for (const item of items) {
    const found = matchItem(item, articles)
    const wanted = item.paragraphs.map(text => bare(text.replace(/^## /, '')))
    const have = found?.blocks.map(block => bare(block.text)) ?? []
    const share = have.join('').length / Math.max(1, wanted.join('').length)
    count(
      'items',
      found !== undefined && share > 0.85 && share < 1.18,
      `${item.title} share ${share.toFixed(2)}`,
    )
    count(
      'title',
      found !== undefined && bare(found.title) === bare(item.title),
      `${item.title} ≠ ${found?.title} [${found?.kicker}|${found?.subtitle}|${found?.column}]`,
    )
    const credit = item.credit && !item.photo ? bare(item.credit) : '\0'
    wanted.forEach((text, at) => {
      const place = have.findIndex(one => one === text || one === text + credit)
      count('paragraphs', place >= 0, `${item.title}: ${text.slice(0, 12)}…${text.slice(-6)}`)
      const before = wanted[at - 1]
      if (before !== undefined)
        count('order', place > 0 && have[place - 1] === before, `${item.title}: ${text.slice(0, 12)}`)
    })
    count(
      'province',
      [...(found?.provinces ?? [])].sort().join() === [...item.provinces].sort().join(),
      `${item.title} ${found?.provinces.join()} for ${item.provinces.join()}`,
    )
    count(
      'city',
      (found?.cities.join() ?? '') === (item.city ?? ''),
      `${item.title} ${found?.cities.join()} for ${item.city}`,
    )
    count(
      'authors',
      (found?.authors.join() ?? '') === (item.authors ?? []).join(),
      `${item.title} ${found?.authors.join()} for ${item.authors?.join()}`,
    )
  }
}
