// How near the articles of an import are to those that were printed.
import type { Article } from '#lib/model/article'
import type { Expected } from './print'

export type Score = {
  readonly items: number
  readonly found: number
  readonly made: number
  readonly titles: number
  readonly kickers: number
  readonly kickersOf: number
  readonly paragraphs: number
  readonly paragraphsOf: number
  /** Edit distance of texts over their length, the mean over the items. */
  readonly order: number
  readonly furniture: number
}

const flat = (text: string) =>
  text
    .replace(/[\uff01-\uff5e]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/\s/gu, '')

const textOf = (one: Expected) => flat([one.title, ...one.paragraphs].join(''))
const made = ({ title, blocks, byline, signature }: Article) =>
  flat([title, ...blocks.map(({ text }) => text), byline, signature].join(''))

function bag(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2)
    counts.set(pair, (counts.get(pair) ?? 0) + 1)
  }
  return counts
}

/** F1 of the pairs of neighbouring characters. */
function likeness(left: string, right: string): number {
  const [a, b] = [bag(left), bag(right)]
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  return (2 * shared) / Math.max(1, left.length + right.length - 2)
}

/** Levenshtein's distance. */
function distance(left: string, right: string): number {
  let row = Uint32Array.from({ length: right.length + 1 }, (_, at) => at)
  for (let i = 1; i <= left.length; i++) {
    const next = new Uint32Array(right.length + 1)
    next[0] = i
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      next[j] = Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1)
    }
    row = next
  }
  return row[right.length] ?? 0
}

/** An item is found when its likeness to the article that is most like it is at least this. */
const enough = 0.9

/** Scores one page. */
export function scorePage(
  expected: readonly Expected[],
  articles: readonly Article[],
  furniture: readonly string[],
): Score {
  const pairs = expected.map(one => {
    const best = articles
      .map(article => ({ article, like: likeness(textOf(one), made(article)) }))
      .sort((a, b) => b.like - a.like)[0]
    return { one, article: best && best.like >= enough ? best.article : undefined }
  })
  const found = pairs.filter(({ article }) => article !== undefined)
  const same = (a: string, b: string) => flat(a) === flat(b)
  const all = flat(
    articles.map(article => [made(article), article.kicker, article.subtitle].join('')).join(''),
  )
  return {
    items: expected.length,
    found: found.length,
    made: articles.length,
    titles: found.filter(({ one, article }) => same(one.title, article?.title ?? '')).length,
    kickers: found.filter(
      ({ one, article }) =>
        one.kicker + one.subtitle !== '' &&
        same(one.kicker + one.subtitle, (article?.kicker ?? '') + (article?.subtitle ?? '')),
    ).length,
    kickersOf: expected.filter(({ kicker, subtitle }) => kicker + subtitle !== '').length,
    paragraphs: pairs.reduce(
      (sum, { one, article }) =>
        sum + one.paragraphs.filter(text => article?.blocks.some(block => same(block.text, text))).length,
      0,
    ),
    paragraphsOf: expected.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    order:
      pairs.reduce((sum, { one, article }) => {
        const text = flat(one.paragraphs.join(''))
        return (
          sum +
          (article ? distance(text, flat(article.blocks.map(block => block.text).join(''))) / text.length : 1)
        )
      }, 0) / expected.length,
    furniture: furniture.filter(text => all.includes(flat(text))).length,
  }
}

/** Sums of scores; the order is the mean over items. */
export function sumScores(scores: readonly Score[]): Score {
  const sum = (key: keyof Score) => scores.reduce((total, score) => total + score[key], 0)
  const items = sum('items')
  return {
    ...{ items, found: sum('found'), made: sum('made'), titles: sum('titles') },
    ...{ kickers: sum('kickers'), kickersOf: sum('kickersOf') },
    ...{ paragraphs: sum('paragraphs'), paragraphsOf: sum('paragraphsOf') },
    order: scores.reduce((total, score) => total + score.order * score.items, 0) / Math.max(1, items),
    furniture: sum('furniture'),
  }
}
