// What the pages need of all articles, put in order once.
import { getCollection } from 'astro:content'

let shelf

export function library() {
  shelf ??= shelve()
  return shelf
}

async function shelve() {
  const articles = await getCollection('articles')
  articles.sort((a, b) => (a.data.id < b.data.id ? 1 : -1))
  const memo = new Map()
  const groups = key => {
    if (!memo.has(key)) memo.set(key, groupBy(articles, key))
    return memo.get(key)
  }
  return { articles, groups }
}

function groupBy(articles, key) {
  const groups = new Map()
  for (const article of articles)
    for (const value of [article.data[key] ?? '全国'].flat()) {
      const list = groups.get(value)
      if (list) list.push(article)
      else groups.set(value, [article])
    }
  return groups
}

const places = new WeakMap()

/** What stands before and after an article in a list. */
export function around(list, id) {
  if (!places.has(list)) places.set(list, new Map(list.map((article, at) => [article.id, at])))
  const at = places.get(list).get(id) ?? 0
  return [list[at - 1], list[at + 1]]
}

/** What a list of articles is printed from. */
export const keyOf = articles => articles.map(({ id, digest }) => `${id} ${digest}`).join('\n')

/** What an article's page is printed from: the article, and the titles before and after it. */
export const keyOfArticle = (article, turns) =>
  [
    article.digest,
    ...turns.flatMap(([, found]) => found.map(one => one && `${one.data.id} ${one.data.title}`)),
  ].join('\n')

/** An article's places: in its issue, its province, its topic. */
export function turnsOf(article, groups) {
  const { issue, provinces = ['全国'], topic = '全国' } = article.data
  return [
    ['本期', around(groups('issue').get(issue), article.id)],
    [provinces[0], around(groups('provinces').get(provinces[0]), article.id)],
    [topic, around(groups('topic').get(topic), article.id)],
  ]
}
