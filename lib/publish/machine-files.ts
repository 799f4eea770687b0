// Articles and issues for programs that read text or JSON: what stands in the files beside the pages.

import { printArticle } from '../format/article-file'
import { type Article, characterCount, dateOf, dateOfIssue, type Issue } from '../model/article'
import { fieldNames, listedFields, pick, slots, textsIn } from '../model/article-fields'
import { showDate } from '../model/dates'
import { absolute, articlePath } from '../model/site'
import { describe } from '../text/description'
import { displayTitle } from '../text/reading'
import { jsonPath, markdownPath } from './paths'
import { lineUnder, pictureData } from './picture-data'

/** An article as it stands in content: Markdown with front matter. */
export const articleMarkdown = (article: Article) => printArticle(article)

/** An article as one JSON object: its fields, its text block by block, its address, its date as far as it is known. */
export function articleJson(article: Article, issue: Issue | undefined): string {
  const { body: _, pictures, ...fields } = pick(article, fieldNames)
  const shown = pictures.length > 0 && { pictures: pictureData(article) }
  return JSON.stringify({ ...listEntry(article, issue), ...fields, ...shown })
}

/** What articles.json says of an article: all but the text, and where that is. */
export function listEntry(article: Article, issue: Issue | undefined) {
  const date = dateOf(article, issue)
  const { id } = article
  return {
    id,
    issue: article.issue,
    url: absolute(articlePath(id)),
    json: absolute(jsonPath(id)),
    markdown: absolute(markdownPath(id)),
    ...pick(article, listedFields),
    published: date?.value ?? '',
    publishedInferred: date?.inferred ?? false,
    characters: characterCount(article),
    description: article.status === 'withdrawn' ? `已撤回：${article.reason}` : describe(article),
  }
}

/** An article's line in articles.json. */
export const entryLine = (article: Article, issue: Issue | undefined): string =>
  JSON.stringify(listEntry(article, issue))

/** articles.json, from the lines of all articles. */
export const articleList = (lines: readonly string[]): string => `[\n${lines.join(',\n')}\n]\n`

/** A whole issue as plain text, in the order of the page. */
export function issueText(articles: readonly Article[], issue: Issue | undefined): string {
  const head = [issue?.publication, issue?.title, showDate(dateOfIssue(issue))].filter(Boolean).join('　')
  return `${[head, ...articles.map(articleText)].filter(Boolean).join('\n\n\n')}\n`
}

/** “（图片：…）” for each picture of which something is printed. */
const captionsOf = (article: Article): readonly string[] =>
  article.pictures.flatMap((_, at) => (lineUnder(article, at) ? [`（图片：${lineUnder(article, at)}）`] : []))

function articleText(article: Article): string {
  const parts = slots.flatMap(slot => {
    if (slot === 'title') return [displayTitle(article)]
    if (slot === 'tip') return [textsIn(article, slot).join('：')]
    if (slot === 'body') return [...captionsOf(article), ...article.blocks.map(({ text }) => text)]
    return textsIn(article, slot)
  })
  return [...parts, absolute(articlePath(article.id))].filter(Boolean).join('\n\n')
}
