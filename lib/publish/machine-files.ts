// Articles and issues for programs that read text or JSON: what stands in the files beside the pages.

import { printArticle } from '../format/article-file'
import { type Article, characterCount, dateOf, type Issue } from '../model/article'
import { formatDate, inferredNote } from '../model/dates'
import { absolute, articlePath } from '../model/site'
import { describe } from '../text/description'
import { displayTitle } from '../text/reading'
import { markdownPath } from './metadata'

export const jsonPath = (id: string) => `/articles/${id}.json`
export const issueTextPath = (issue: string) => `/issues/${issue}.txt`
export const allArticlesPath = '/articles.json'

/** An article as it stands in content: Markdown with front matter. */
export const markdownOf = (article: Article) => printArticle(article)

/** An article as one JSON object: its fields, its text block by block, its address, its date as far as it is known. */
export function jsonOf(article: Article, issue: Issue | undefined): string {
  const { blocks, body: _, ...fields } = article
  return JSON.stringify({ ...entryOf(article, issue), ...fields, blocks })
}

/** What articles.json says of an article: all but the text, and where that is. */
export function entryOf(article: Article, issue: Issue | undefined) {
  const date = dateOf(article, issue)
  const { id, kind, title, kicker, subtitle, authors, provinces, cities, topic } = article
  return {
    id,
    issue: article.issue,
    url: absolute(articlePath(id)),
    json: absolute(jsonPath(id)),
    markdown: absolute(markdownPath(id)),
    kind,
    title,
    kicker,
    subtitle,
    authors,
    provinces,
    cities,
    topic,
    published: date?.value ?? '',
    publishedInferred: date?.inferred ?? false,
    characters: characterCount(article),
    description: describe(article),
  }
}

/** An article's line in articles.json. */
export const entryLine = (article: Article, issue: Issue | undefined): string =>
  JSON.stringify(entryOf(article, issue))

/** A whole issue as plain text, in the order of the page. */
export function issueText(articles: readonly Article[], issue: Issue | undefined): string {
  const date = issue?.date ? `${formatDate(issue.date)}${issue.dateBasis ? inferredNote : ''}` : ''
  const head = [issue?.publication, issue?.title, date].filter(Boolean).join('　')
  return `${[head, ...articles.map(articleText)].filter(Boolean).join('\n\n\n')}\n`
}

function articleText(article: Article): string {
  const { column, kicker, subtitle, tip, tipLabel, byline, signature } = article
  const tipLine = tip && [tipLabel, tip].filter(Boolean).join('：')
  const text = article.blocks.map(block => block.text)
  const parts = [column, kicker, displayTitle(article), subtitle, byline, tipLine, ...text, signature]
  return [...parts, absolute(articlePath(article.id))].filter(Boolean).join('\n\n')
}
