// Content put in order: sorted and grouped once, for all pages, feeds, files and the search index.
import type { Content } from '../format/content-folder'
import type { Article, Issue } from '../model/article'
import { groupBy, inIssueOrder, newestFirst } from '../model/order'
import { type Region, regionsOf, type Subject, subjectOf } from '../model/regions'
import { publishedOf } from './published'
import { type Summary, summarize } from './summary'

/** Content, and how to get at its texts. */
export type ContentSource = {
  readonly articles: readonly Summary[]
  readonly issues: ReadonlyMap<string, Issue>
  /** The whole article of a summary. The summary holds its checksum: what is made of both is made of the summary. */
  readonly read: (summary: Summary) => Article
}

export type Library = ContentSource & {
  /** Every article that can be read, newest first. */
  readonly articles: readonly Summary[]
  /** Ids of the issues that have articles, newest first. */
  readonly newestIssues: readonly string[]
  /** Those that were withdrawn too. */
  readonly byId: ReadonlyMap<string, Summary>
  /** The articles of an issue in its order. */
  readonly byIssue: ReadonlyMap<string, readonly Summary[]>
  /** Newest first; a story of several provinces stands under each of them. */
  readonly byRegion: ReadonlyMap<Region, readonly Summary[]>
  readonly bySubject: ReadonlyMap<Subject, readonly Summary[]>
}

/** Content that is in memory as a whole, as far as it is published. */
export function contentSource(content: Content): ContentSource {
  const { articles, issues } = publishedOf(content)
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
export function libraryOf({ articles: all, issues, read }: ContentSource): Library {
  const isWithdrawn = ({ status }: Summary) => status === 'withdrawn'
  const sorted = [...all].sort(newestFirst(issues))
  const articles = sorted.filter(article => !isWithdrawn(article))
  return {
    articles,
    issues,
    read,
    newestIssues: [...new Set(articles.map(({ issue }) => issue))],
    byId: new Map([...articles, ...sorted.filter(isWithdrawn)].map(article => [article.id, article])),
    byIssue: groupBy([...articles].sort(inIssueOrder(issues)), ({ issue }) => [issue]),
    byRegion: groupBy(articles, regionsOf),
    bySubject: groupBy(articles, article => [subjectOf(article)]),
  }
}
