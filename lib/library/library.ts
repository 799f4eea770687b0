// Content put in order once per process (while developing: again when it was read again): what no page may do for itself.

import type { Content } from '../format/content-folder'
import type { Article, Issue } from '../model/article'
import { newestFirst } from '../model/order'
import { provinceOf } from '../model/provinces'
import { nationwide, type Region, type Subject, subjectOf } from '../model/regions'
import { content } from './content'

export type Library = {
  /** Every article, newest first. */
  readonly articles: readonly Article[]
  readonly issues: ReadonlyMap<string, Issue>
  readonly byId: ReadonlyMap<string, Article>
  /** The articles of an issue in the order of the page. */
  readonly byIssue: ReadonlyMap<string, readonly Article[]>
  /** Newest first; a story of several provinces stands under each of them. */
  readonly byRegion: ReadonlyMap<Region, readonly Article[]>
  readonly bySubject: ReadonlyMap<Subject, readonly Article[]>
}

let shelf: { readonly from: Content; readonly library: Library } | undefined

/** The content of the site, in order. Throws what content() throws. */
export function library(): Library {
  const from = content()
  if (shelf?.from !== from) shelf = { from, library: shelve(from) }
  return shelf.library
}

/** Puts content in order. */
export function shelve(from: Content): Library {
  const articles = [...from.articles].sort(newestFirst(from.issues))
  const inPageOrder = [...from.articles].sort((a, b) => a.number - b.number)
  return {
    articles,
    issues: from.issues,
    byId: new Map(articles.map(article => [article.id, article])),
    byIssue: groupUnder(inPageOrder, article => [article.issue]),
    byRegion: groupUnder(articles, regionsOf),
    bySubject: groupUnder(articles, article => [subjectOf(article)]),
  }
}

const regionsOf = ({ provinces }: Article): readonly Region[] =>
  provinces.length > 0 ? [...new Set(provinces)].map(provinceOf) : [nationwide]

function groupUnder<Key>(
  articles: readonly Article[],
  keysOf: (article: Article) => readonly Key[],
): ReadonlyMap<Key, readonly Article[]> {
  const groups = new Map<Key, Article[]>()
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key)
      if (group) group.push(article)
      else groups.set(key, [article])
    }
  }
  return groups
}

export const issueOf = (article: Article): Issue | undefined => library().issues.get(article.issue)

/** The articles of an issue in the order of the page. */
export const articlesOfIssue = (issue: string): readonly Article[] => library().byIssue.get(issue) ?? []

/** The article of that id; throws on one that generateStaticParams did not offer. */
export function articleOf(id: string): Article {
  const article = library().byId.get(id)
  if (!article) throw new Error(`no article ${id}`)
  return article
}
