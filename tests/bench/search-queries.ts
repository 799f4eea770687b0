// What readers of such a site look for: at least 200 queries of each kind that goes wrong somewhere, made from the articles.
import type { Article } from '#lib/model/article'
import { randomFrom, substringOf } from '../search/substrings'
import { latin, slogans } from './bulletin-words'

export type Query = { readonly kind: string; readonly text: string }

/** The same queries for the same articles. */
export function queriesFor(articles: readonly Article[]): readonly Query[] {
  const random = randomFrom(20241113)
  const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
  const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const text = () => one(one(articles).blocks).text
  const numbers = () => text().match(/\d+(?:\.\d+)?(?:%|万|[名家个项场])/gu) ?? []
  const han = (least: number, most: number) => {
    for (;;) {
      const piece = substringOf(articles, random, least, most)
      if (/^\p{Script=Han}+$/u.test(piece)) return piece
    }
  }
  const kinds: Readonly<Record<string, readonly string[]>> = {
    人名: times(40, () =>
      one(articles.flatMap(({ authors, photographers }) => [...authors, ...photographers])),
    ),
    切错的词: ['工匠学', '匠学院', '集体协商', '体协商', ...times(36, () => han(2, 4))],
    常用字短语: [
      '讲述自己的奋斗故事',
      '凝聚职工正能量',
      ...slogans.slice(0, 8),
      ...times(20, () => han(5, 8)),
    ],
    数字: ['7.9万', '85.79%', '2024年', ...times(27, () => one(numbers()) ?? '10万元')],
    夹字母: [...latin.slice(0, 14), 'AI职工', '5G工会', 'DeepSeek', 'C919', 'ＰＬＣ', 'vr'],
    单字: times(20, () => han(1, 1)),
    几个词: times(20, () => `${han(2, 3)} ${han(2, 2)}`),
    没有的: ['量子纠缠', '鸵鸟养殖场', 'abcxyz', ...times(27, () => han(3, 3) + han(3, 3))],
  }
  return Object.entries(kinds).flatMap(([kind, texts]) => texts.map(query => ({ kind, text: query })))
}
