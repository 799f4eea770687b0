// A whole issue on as many pages as it needs: on one, unless it is much longer than most.
import type { Article } from '../model/article'
import { issuePath } from '../model/site'
import { factsOf } from './article-store'
import type { Library } from './library'
import { sheetPath } from './pagination'

/** Characters of text on a page, which stays below 100 KB of HTML with it; only one long article may have more. */
const sheetCharacters = 20_000

/** The articles of an issue by the page that they are on; one empty page for an issue without articles. */
export function issueSheets({ byIssue, issues }: Library, id: string): readonly (readonly Article[])[] {
  const sheets: Article[][] = [[]]
  let room = sheetCharacters
  for (const article of byIssue.get(id) ?? []) {
    const { characters } = factsOf(article, issues.get(id))
    const sheet = sheets.at(-1) ?? []
    if (sheet.length > 0 && characters > room) {
      sheets.push([article])
      room = sheetCharacters
    } else sheet.push(article)
    room -= characters
  }
  return sheets
}

/** The path of a page of an issue, counted from 1. */
export const issueSheetPath = (id: string, number: number) =>
  sheetPath(issuePath(id), number > 1 ? number : 0)

/** What follows an issue's address for each of its pages: [], ['2'], ['3'] … */
export const issueRests = (library: Library, id: string): readonly (readonly string[])[] =>
  issueSheets(library, id).map((_, at) => (at > 0 ? [String(at + 1)] : []))
