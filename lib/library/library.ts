// Content put in order: sorted and grouped once, for all pages, feeds, files and the search index.
import type { Content } from '../format/content-folder'
import type { Article, Issue } from '../model/article'
import { byCodeUnit, newestFirst } from '../model/order'
import { type Region, regionsOf, type Subject, subjectOf } from '../model/regions'

export type Library = {
  /** Every article, newest first. */
  readonly articles: readonly Article[]
  readonly issues: ReadonlyMap<string, Issue>
  /** Ids of the issues that have articles, newest first. */
  readonly newestIssues: readonly string[]
  readonly byId: ReadonlyMap<string, Article>
  /** The articles of an issue in the order of the page. */
  readonly byIssue: ReadonlyMap<string, readonly Article[]>
  /** Newest first; a story of several provinces stands under each of them. */
  readonly byRegion: ReadonlyMap<Region, readonly Article[]>
  readonly bySubject: ReadonlyMap<Subject, readonly Article[]>
}

/** Puts content in order. */
export function libraryOf({ articles: all, issues }: Content): Library {
  const articles = [...all].sort(newestFirst(issues))
  const inPageOrder = [...all].sort((a, b) => byCodeUnit(a.issue, b.issue) || a.number - b.number)
  return {
    articles,
    issues,
    newestIssues: [...new Set(articles.map(({ issue }) => issue))],
    byId: new Map(articles.map(article => [article.id, article])),
    byIssue: groupUnder(inPageOrder, ({ issue }) => [issue]),
    byRegion: groupUnder(articles, regionsOf),
    bySubject: groupUnder(articles, article => [subjectOf(article)]),
  }
}

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
