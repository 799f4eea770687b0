// What the pages take from content, put in order once per process (while developing: again when content was read again).
import type { Article, Issue } from '#lib/article'
import { type Content, content } from '#lib/content'
import { inIssue, newestFirst } from '#lib/listing'

type Library = {
  /** Every article, newest first. */
  readonly articles: readonly Article[]
  readonly issues: ReadonlyMap<string, Issue>
  readonly byId: ReadonlyMap<string, Article>
}

let shelf: { readonly from: Content; readonly library: Library } | undefined

export function library(): Library {
  const from = content()
  if (shelf?.from === from) return shelf.library
  const articles = [...from.articles].sort(newestFirst(from.issues))
  const byId = new Map(articles.map(article => [article.id, article]))
  shelf = { from, library: { articles, issues: from.issues, byId } }
  return shelf.library
}

export const issueOf = (article: Article): Issue | undefined => library().issues.get(article.issue)

/** The articles of an issue in the order of the page. */
export const articlesOfIssue = (issue: string): readonly Article[] =>
  library()
    .articles.filter(inIssue(issue))
    .sort((a, b) => a.number - b.number)

/** The article of that id; throws on one that generateStaticParams did not offer. */
export function articleOf(id: string): Article {
  const article = library().byId.get(id)
  if (!article) throw new Error(`no article ${id}`)
  return article
}
