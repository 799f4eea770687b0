// Search as it is defined, without an index: every article is read. What the index must equal, written apart from it.
import type { Article, Issue } from '#lib/model/article'
import { searchedFields } from '#lib/model/article-fields'
import { newestFirst } from '#lib/model/order'
import { traditionalPairs } from '#lib/search/variants-table'

const simplified = new Map(
  [...traditionalPairs.matchAll(/(.)(.)/gu)].map(([, from = '', to = '']) => [from, to]),
)

/** A text as it is compared, each number between ⟦ and ⟧. */
const plain = (text: string) =>
  [...text.normalize('NFKC').replace(/[Σς]/g, 'σ').toLowerCase()]
    .map(character => simplified.get(character) ?? character)
    .join('')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/g, '⟦$&⟧')

const within = `[\\s"'“”‘’„‟‹›«»「」『』《》〈〉﹁﹂·‧・•\\-‐‑_]`
const anyMark = `(?:(?![%‰⟦⟧])[\\p{P}\\p{Sm}\\p{Sk}\\s])`
const markAlone = new RegExp(`^${anyMark}$`, 'u')
const withinAlone = new RegExp(`^${within}$`, 'u')
const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')

const anyMarks = new RegExp(anyMark, 'gu')
const bare = (text: string) => text.replace(anyMarks, '').replace(/(\d),(?=\d)/g, '$1')

/** A pattern of a word as typed: of its letters, between which marks may stand, or of all that stands in quotes. */
function patternOf(typed: string): RegExp {
  const quoted = /^(?:“([^“”]+)”|"([^"]+)"|＂([^＂]+)＂)$/.exec(typed)
  if (quoted) return new RegExp(escaped(plain(quoted[1] ?? quoted[2] ?? quoted[3] ?? '')), 'u')
  const parts = plain(typed).match(/⟦[^⟧]+⟧|[\s\S]/gu) ?? []
  const letters: string[] = []
  const broken = new Set<number>()
  for (const part of parts) {
    if (!markAlone.test(part)) letters.push(part)
    else if (!withinAlone.test(part)) broken.add(letters.length)
  }
  const { length } = letters
  const body = letters.map((letter, i) => {
    const mayBreak = (i >= 2 && i <= length - 2) || broken.has(i)
    const number = /^⟦(.*)⟧$/.exec(letter)?.[1]
    const own = number ? `⟦${[...number.replaceAll(',', '')].map(escaped).join(',?')}⟧` : escaped(letter)
    return i === 0 ? own : `${mayBreak ? anyMark : within}*${own}`
  })
  return new RegExp(body.join(''), 'u')
}

/** What a reader types, word by word, and its letters without marks; a word without a letter is none. */
const patternsOf = (query: string) =>
  [...query.matchAll(/(?:“[^“”]+”|"[^"]+"|＂[^＂]+＂)(?=\s|$)|\S+/gu)]
    .map(([word]) => word)
    .map(word => ({ pattern: patternOf(word), letters: bare(plain(word)) }))
    .filter(({ letters }) => letters !== '')

/** Searches articles for what a reader types; returns ids, hits in titles ahead, then newest first. */
export function bruteForce(articles: readonly Article[], issues: readonly Issue[]) {
  const order = newestFirst(new Map(issues.map(issue => [issue.id, issue])))
  const texts = [...articles].sort(order).map(article => {
    const places = article.provinces.length > 0 ? article.provinces : ['全国']
    const names = [article.topic || '未分类', ...places, ...article.cities]
    const texts = [...searchedFields.map(name => article[name]), ...article.blocks.map(({ text }) => text)]
    // No word has U+0001, so that none is found across two fields.
    const all = [...texts, ...names].map(plain).join('\u0001')
    return { article, title: plain(article.title), all, bare: bare(all) }
  })
  return (query: string, keep: (article: Article) => boolean = () => true): string[] => {
    const wanted = patternsOf(query)
    if (wanted.length === 0) return []
    // The letters in a row are all that matters to most texts, and quick to see.
    const mayHave = (text: string) => wanted.every(({ letters }) => text.includes(letters))
    const kept = texts.filter(text => keep(text.article) && mayHave(text.bare))
    const inTitle = kept.filter(({ title }) => wanted.every(({ pattern }) => pattern.test(title)))
    const ahead = new Set(inTitle)
    const inText = kept.filter(
      text => !ahead.has(text) && wanted.every(({ pattern }) => pattern.test(text.all)),
    )
    return [...inTitle, ...inText].map(({ article }) => article.id)
  }
}
