// Content put in order: sorted and grouped once, for all pages, feeds, files and the search index.
import type { Content } from '../format/content-folder'
import type { Article, Issue } from '../model/article'
import { groupBy, inPageOrder, newestFirst } from '../model/order'
import { type Region, regionsOf, type Subject, subjectOf } from '../model/regions'
import { type Summary, summarize } from './summary'

/** Content, and how to get at its texts. */
export type Source = {
  readonly articles: readonly Summary[]
  readonly issues: ReadonlyMap<string, Issue>
  /** The whole article of a summary. The summary holds its checksum: what is made of both is made of the summary. */
  readonly read: (summary: Summary) => Article
}

export type Library = Source & {
  /** Every article, newest first. */
  readonly articles: readonly Summary[]
  /** Ids of the issues that have articles, newest first. */
  readonly newestIssues: readonly string[]
  readonly byId: ReadonlyMap<string, Summary>
  /** The articles of an issue in the order of the page. */
  readonly byIssue: ReadonlyMap<string, readonly Summary[]>
  /** Newest first; a story of several provinces stands under each of them. */
  readonly byRegion: ReadonlyMap<Region, readonly Summary[]>
  readonly bySubject: ReadonlyMap<Subject, readonly Summary[]>
}

/** Content that is in memory as a whole. */
export function sourceOf({ articles, issues }: Content): Source {
  const byId = new Map(articles.map(article => [article.id, article]))
  return {
    articles: articles.map(article => summarize(article, issues.get(article.issue))),
    issues,
    read: ({ id }) => {
      const article = byId.get(id)
      if (!article) throw new Error(`no article ${id}`)
      return article
    },
  }
}

/** Puts content in order. */
export function libraryOf({ articles: all, issues, read }: Source): Library {
  const articles = [...all].sort(newestFirst(issues))
  return {
    articles,
    issues,
    read,
    newestIssues: [...new Set(articles.map(({ issue }) => issue))],
    byId: new Map(articles.map(article => [article.id, article])),
    byIssue: groupBy([...all].sort(inPageOrder), ({ issue }) => [issue]),
    byRegion: groupBy(articles, regionsOf),
    bySubject: groupBy(articles, article => [subjectOf(article)]),
  }
}
