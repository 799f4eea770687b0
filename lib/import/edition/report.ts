// What `npm run import` prints of a page: one table, the doubts that come first, at most three an item of the others, and how many
// there are that are routine.

import { type Doubt, firstDoubts, firstHeading, isRoutine, showDoubt, showWithItem } from '../../format/doubt'
import { type Article, printNumber } from '../../model/article'
import type { Edition } from './edition'

const shownDoubts = 3
/** About the page as a whole: what could hide a wrong page is never cut short. */
const pageDoubts = 12

const kinds = { article: '文章', photo: '图片' } as const

/** The table of an edition, its doubts, and what was kept, overwritten or retired. */
export function reportEdition({ articles, doubts, kept, replaced, retired }: Edition): string {
  const rows = articles.map(rowOf)
  const widths = [0, 1, 2, 3].map(column =>
    Math.max(...[head, ...rows].map(row => widthOf(row[column] ?? ''))),
  )
  const table = [head, ...rows].map(row =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  const left = (names: readonly string[], says: string) =>
    names.length > 0 ? [`${says}：${names.join('、')}`] : []
  const first = firstDoubts(doubts)
  const others = doubts.filter(doubt => !first.includes(doubt) && !isRoutine(doubt))
  const routine = doubts.filter(isRoutine).length
  return [
    ...table,
    ...(first.length > 0
      ? [`${firstHeading}这 ${first.length} 条`, ...first.map(doubt => `   ${showWithItem(doubt)}`)]
      : []),
    ...doubtLines('全版', others, 0, pageDoubts),
    ...articles.flatMap(({ number }) => doubtLines(printNumber(number), others, number, shownDoubts)),
    ...(routine > 0 ? [`照常规读的 ${routine} 处（接上的段落、文中写明的地区等），见 issue.md`] : []),
    ...left(kept, '手工改过，原样保留'),
    ...left(replaced, '手工改过，已被覆盖'),
    ...left(retired, '版面上不再有这一篇，已删去，编号不再使用'),
  ].join('\n')
}

const head = ['号', '类', '地区', '主题', '题']

function rowOf({ number, kind, provinces, topic, title }: Article): string[] {
  return [
    printNumber(number),
    kinds[kind],
    provinces.join('、') || '全国',
    topic || '未定',
    title || '（无题）',
  ]
}

function doubtLines(name: string, doubts: readonly Doubt[], number: number, shown: number): string[] {
  const own = doubts.filter(({ item }) => item === number)
  if (own.length === 0) return []
  const more = own.length - shown
  return [
    `${name} 存疑${more > 0 ? `（另有 ${more} 条见 issue.md）` : ''}`,
    ...own.slice(0, shown).map(doubt => `   ${showDoubt(doubt)}`),
  ]
}

/** Columns on a terminal: a Chinese character takes two. */
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0)

const pad = (text: string, width: number) => text + ' '.repeat(Math.max(width - widthOf(text), 0))

/** The same for a program: what `--json` prints of a page. */
export function editionData({ articles, doubts, leftOut, kept, replaced, retired }: Edition) {
  const items = articles.map(
    ({ id, number, kind, provinces, cities, topic, title, kicker, subtitle, authors, lines }) => {
      const own = doubts.filter(({ item }) => item === number).map(({ item: _item, ...doubt }) => doubt)
      return { id, kind, provinces, cities, topic, title, kicker, subtitle, authors, lines, doubts: own }
    },
  )
  const page = doubts.filter(({ item }) => item === 0).map(({ item: _item, ...doubt }) => doubt)
  return { first: firstDoubts(doubts), items, doubts: page, leftOut, kept, replaced, retired }
}
