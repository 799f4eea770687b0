// What the pages need of all articles, read and put in order once: the same files that we build from.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { marked } from 'marked'
import { parse } from 'yaml'

const perPage = 20

let known

export function library() {
  known ??= read(join(process.cwd(), 'content'))
  return known
}

function read(folder) {
  const articles = readdirSync(folder)
    .filter(issue => /\d/.test(issue))
    .flatMap(issue =>
      readdirSync(join(folder, issue))
        .filter(file => /^\d+\.md$/.test(file))
        .map(file => articleOf(readFileSync(join(folder, issue, file), 'utf8'))),
    )
    .sort((a, b) => (a.id < b.id ? 1 : -1))
  const groups = Object.fromEntries(['issue', 'provinces', 'topic'].map(key => [key, groupBy(articles, key)]))
  return { articles, byId: new Map(articles.map(article => [article.id, article])), groups }
}

function articleOf(text) {
  const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  return { ...parse(front), body }
}

export const htmlOf = ({ body }) => marked.parse(body)

function groupBy(articles, key) {
  const groups = new Map()
  for (const article of articles)
    for (const value of [article[key] ?? '全国'].flat()) {
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

const pagesOf = (path, name, list) =>
  Array.from({ length: Math.ceil(list.length / perPage) }, (_, at) => ({
    path: at === 0 ? path : `${path}/${at + 1}`,
    list: {
      name,
      total: list.length,
      items: list.slice(at * perPage, (at + 1) * perPage),
      next: (at + 1) * perPage < list.length ? `${path}/${at + 2}/` : '',
    },
  }))

let pages

/** All pages by path, without slashes at the ends. */
export function allPages() {
  if (pages) return pages
  const { articles, groups } = library()
  pages = new Map(
    [
      ...articles.map(article => ({ path: `articles/${article.id}`, article })),
      ...[...groups.issue].map(([issue, items]) => ({ path: `issues/${issue}`, issue: { issue, items } })),
      ...pagesOf('', '工会简报', articles).map(page => ({ ...page, path: page.path.replace(/^\//, '') })),
      ...[...groups.provinces].flatMap(([name, list]) => pagesOf(`regions/${name}`, name, list)),
      ...[...groups.topic].flatMap(([name, list]) => pagesOf(`topics/${name}`, name, list)),
    ].map(page => [page.path, page]),
  )
  return pages
}
