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
