// What of content is published: no drafts; of what was withdrawn only that it was, and why.
import type { Content } from '../format/content-folder'
import type { Article, Issue, Status } from '../model/article'
import { nothingPrinted } from '../model/article-fields'

/** The status of an article: its issue's, where that has one. */
const statusOf = ({ status }: Article, issue: Issue | undefined): Status => issue?.status ?? status

/** Content without drafts; articles that are withdrawn, or whose issue is, have no text any more. */
export function publishedOf({ articles, issues }: Content): Content {
  return {
    articles: articles.flatMap(article => {
      const issue = issues.get(article.issue)
      const status = statusOf(article, issue)
      if (status === 'draft') return []
      return [status === 'withdrawn' ? withoutText(article, issue) : article]
    }),
    issues: new Map([...issues].filter(([, { status }]) => status !== 'draft')),
  }
}

/** Its address, its title and the reason: nothing else of it is published. */
function withoutText({ id, issue, number, kind, title, reason, date }: Article, of?: Issue): Article {
  return {
    ...{ id, issue, number, kind, ...nothingPrinted, title, date },
    status: 'withdrawn',
    reason: reason || of?.reason || '',
    ...{ page: '', pageTitle: '' },
    ...{ provinces: [], topic: '', origin: '', lines: [], corrections: [], body: '', blocks: [] },
  }
}
