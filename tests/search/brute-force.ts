// Search as it is defined, without an index: every article is read. What the index must equal, written apart from it.
import type { Article, Issue } from '#lib/model/article'
import { searchedFields } from '#lib/model/article-fields'
import { newestFirst } from '#lib/model/order'
import { parseQuery } from '#lib/search/query'

const plain = (text: string) =>
  text.normalize('NFKC').replace(/[Σς]/g, 'σ').toLowerCase().replace(/\s+/gu, ' ').trim()

/** Whether a text has the word, and not in the middle of a number: 7.9万 is not in 17.9万, 2024 not in 12024. */
function standsIn(text: string, word: string): boolean {
  if (!text.includes(word)) return false
  if (!/^[\d.,]|[\d.,]$/.test(word)) return true // it can neither begin nor end within a number
  const cuts = new Set<number>()
  for (const number of text.matchAll(/\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g)) {
    for (let i = 1; i < number[0].length; i++) cuts.add(number.index + i)
  }
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!cuts.has(at) && !cuts.has(at + word.length)) return true
  }
  return false
}

/** Searches articles for what a reader types; returns ids, hits in titles ahead, then newest first. */
export function bruteForce(articles: readonly Article[], issues: readonly Issue[]) {
  const order = newestFirst(new Map(issues.map(issue => [issue.id, issue])))
  const texts = [...articles].sort(order).map(article => {
    const fields = [...searchedFields.map(name => article[name]), ...article.blocks.map(({ text }) => text)]
    return { article, title: plain(article.title), all: fields.map(plain).join('\n') }
  })
  return (query: string, keep: (article: Article) => boolean = () => true): string[] => {
    const wanted = parseQuery(query).map(({ letters }) => letters.join(''))
    if (wanted.length === 0) return []
    const kept = texts.filter(({ article }) => keep(article))
    const inTitle = kept.filter(({ title }) => wanted.every(word => standsIn(title, word)))
    const ahead = new Set(inTitle)
    const inText = kept.filter(text => !ahead.has(text) && wanted.every(word => standsIn(text.all, word)))
    return [...inTitle, ...inText].map(({ article }) => article.id)
  }
}
