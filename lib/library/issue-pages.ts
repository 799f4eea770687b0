// A whole issue on as many pages as it needs: on one, unless it is much longer than most.
import { groupBy } from '../model/order'
import { issuePath } from '../model/site'
import { pageName } from '../text/reading'
import type { Library } from './library'
import { pagePath } from './pagination'
import type { Summary } from './summary'

/** Characters of text on a page, which stays below 100 KB of HTML with it; only one long article may have more. */
const pageCharacters = 20_000

/** The articles of an issue by the page that they are on; one empty page for an issue without articles. */
export function issuePages({ byIssue }: Library, id: string): readonly (readonly Summary[])[] {
  const pages: Summary[][] = [[]]
  let room = pageCharacters
  for (const article of byPaperPage(byIssue.get(id) ?? [])) {
    const { characters } = article
    const page = pages.at(-1) ?? []
    if (page.length > 0 && characters > room) {
      pages.push([article])
      room = pageCharacters
    } else page.push(article)
    room -= characters
  }
  return pages
}

/** Articles with those of one page of the newspaper together, the pages in the order in which they are first met. */
const byPaperPage = (articles: readonly Summary[]) =>
  [...groupBy(articles, article => [pageName(article)]).values()].flat()

/** The path of a page of an issue, counted from 1. */
export const issuePagePath = (id: string, number: number) => pagePath(issuePath(id), number > 1 ? number : 0)

/** What follows an issue's address for each of its pages: [], ['2'], ['3'] … */
export const issuePageRests = (library: Library, id: string): readonly (readonly string[])[] =>
  issuePages(library, id).map((_, at) => (at > 0 ? [String(at + 1)] : []))
