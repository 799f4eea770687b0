// All searchable text as one row of numbers, a number a letter; in the order in which results are shown.
import type { Article } from '../model/article'
import { searchedFields } from '../model/article-fields'
import { fold, symbolsOf } from './fold'

/**
 * Each article is two entries: its title, and everything else. Of N articles, newest first, entry d is the title of article d and
 * entry N + d the rest of it; so a sorted list of entries is a list of results with hits in titles ahead, newest first.
 */
export type Corpus = {
  readonly articles: number
  /** The letter of each number; 0 stands between fields, paragraphs and entries, and is no letter. */
  readonly letters: readonly string[]
  readonly text: Int32Array
  /** Where each entry starts, and where the last one ends. */
  readonly starts: Int32Array
}

/** The fields besides the title, and the paragraphs, in which search looks. */
export function restOf(article: Article): readonly string[] {
  const fields = searchedFields.filter(name => name !== 'title')
  return [...fields.map(name => article[name]), ...article.blocks.map(({ text }) => text)]
}

/** The corpus of articles that are given newest first. */
export function readCorpus(articles: readonly Article[]): Corpus {
  const row = startRow()
  const starts = new Int32Array(articles.length * 2 + 1)
  articles.forEach((article, d) => {
    starts[d] = row.length()
    row.append(article.title)
  })
  articles.forEach((article, d) => {
    starts[articles.length + d] = row.length()
    for (const field of restOf(article)) row.append(field)
  })
  starts[articles.length * 2] = row.length()
  return { articles: articles.length, letters: row.letters, text: row.text(), starts }
}

function startRow() {
  const letters: string[] = ['']
  const numbers = new Map<string, number>()
  let text = new Int32Array(1 << 16)
  let length = 0
  const push = (value: number) => {
    if (length === text.length) {
      const grown = new Int32Array(length * 2)
      grown.set(text)
      text = grown
    }
    text[length++] = value
  }
  const numberOf = (letter: string) => {
    const known = numbers.get(letter)
    if (known !== undefined) return known
    numbers.set(letter, letters.length)
    return letters.push(letter) - 1
  }
  const append = (field: string) => {
    for (const letter of symbolsOf(fold(field))) push(numberOf(letter))
    push(0)
  }
  return { letters, append, length: () => length, text: () => text.slice(0, length) }
}
