// Pages that were read but make no sense as a page: nothing is written unless the editor allows it by name.

import { type Fault, lineAndColumn } from '../../format/characters'
import type { Article } from '../../model/article'

/** The rules that `--allow` may name; the others are never allowed. */
export const allowable = [
  'page-only-headings',
  'page-no-heading',
  'page-no-sentence',
  'page-article-twice',
  'page-line-ends',
] as const

const sentenceEnd = /[。！？!?…]/u
/** Longer than the longest heading line of a newspaper. */
const longestHeading = 40
/** A passage as long as this is never the same by chance. In characters. */
const longestChance = 30

/** What is wrong with a page as a whole, given its text and the articles that were found on it. */
export function pageFaults(text: string, articles: readonly Article[]): Fault[] {
  const lines = text.split('\n').map(line => line.trim())
  const start = lineAndColumn(text, text.search(/\S/))
  const at = (rule: (typeof allowable)[number], message: string): Fault[] => [{ ...start, rule, message }]
  const onlyHeadings = !sentenceEnd.test(text) && lines.every(line => line.length <= longestHeading)
  const bare = articles.every(({ blocks }) => blocks.length === 0)
  return [
    ...(onlyHeadings || bare
      ? at(
          'page-only-headings',
          '只有标题一样的短行，应有成段的正文；确是名单或诗歌，请加 --allow page-only-headings 再导入',
        )
      : []),
    ...(!onlyHeadings && !sentenceEnd.test(text)
      ? at(
          'page-no-sentence',
          '全文没有一个句号、问号或叹号，应是带标点的正文：请换一种导出方式，或加 --allow page-no-sentence 再导入',
        )
      : []),
    ...(articles.every(({ title }) => title === '')
      ? at(
          'page-no-heading',
          '没有找到一个标题，应有标题和正文：请把标题单独写成一行，或加 --allow page-no-heading 再导入',
        )
      : []),
    ...twice(text, articles),
  ]
}

/** Long passages that stand in the page a second time. */
function twice(text: string, articles: readonly Article[]): Fault[] {
  const seen = new Map<string, Article>()
  const faults = new Map<string, Fault>()
  for (const article of articles) {
    for (const { text: passage } of article.blocks) {
      const other = seen.get(passage)
      if (passage.length >= longestChance && other && !faults.has(article.id)) {
        const message = `与 ${other.id} 有同样的一段“${passage.slice(0, 20)}…”，同一篇应只出现一次：请删去重复的一段，或加 --allow page-article-twice 再导入`
        faults.set(article.id, { ...secondPlace(text, article, other), rule: 'page-article-twice', message })
      }
      seen.set(passage, other ?? article)
    }
  }
  return [...faults.values()]
}

/** The first line of the item that comes later on the page. */
function secondPlace(text: string, ...items: readonly Article[]): { line: number; column: number } {
  const line = Math.max(...items.map(({ lines }) => Math.min(...lines.map(({ from }) => from))))
  const source = text.split('\n')[line - 1] ?? ''
  return { line, column: Math.max(source.search(/\S/), 0) + 1 }
}
