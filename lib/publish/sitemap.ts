// The list of pages for search engines.
import { issuePageRests } from '../library/issue-pages'
import type { Library } from '../library/library'
import { listsOfRegion, pageRests } from '../library/lists'
import { onePageRoute, withoutTexts } from '../library/page-routes'
import { type ArticleFacts, dateOf, type Issue } from '../model/article'
import { wholeDay } from '../model/dates'
import { regions, subjects } from '../model/regions'
import {
  aboutPath,
  absolute,
  allPath,
  articlePath,
  homePath,
  issuePath,
  offlinePath,
  regionPath,
  searchPath,
  topicPath,
} from '../model/site'
import { pictureData } from './picture-data'

/** More than this many addresses in one file are not allowed (sitemaps.org); a larger site has several files and an index. */
const fileLength = 50_000

type Page = { readonly path: string; readonly lastmod?: string; readonly images?: readonly string[] }

/**
 * Every page worth finding, lists first. A page says when it was last changed only if its content proves it: an article whose
 * day is printed and which was never corrected is as it was that day. Nothing proves a day for a list, so it has none.
 */
export function pagesOf(library: Library): readonly Page[] {
  const articles = [...library.byIssue.values()].flat()
  return [
    ...[homePath, searchPath, aboutPath, offlinePath].map(path => ({ path })),
    ...listPaths(library).map(path => ({ path })),
    ...[...library.byIssue.keys()].flatMap(id =>
      issuePageRests(library, id).map(rest => ({ path: below(issuePath(id))(rest) })),
    ),
    ...articles.map(article => articlePage(article, library.issues.get(article.issue))),
  ]
}

export const sitemapRoute = onePageRoute('/sitemap.xml', pagesOf)

export const sitemapPartRoute = withoutTexts({
  name: '/sitemaps/[part]',
  params: library => sitemapParts(pagesOf(library)),
  inputs: pagesOf,
})

const below = (path: string) => (parts: readonly string[]) => path + parts.map(part => `${part}/`).join('')

/** Every list with all its pages: all articles, each region with its topics, each topic. */
function listPaths(library: Library): readonly string[] {
  return [
    ...pageRests(library.articles).map(below(allPath)),
    ...regions.flatMap(region => listsOfRegion(library, region).map(below(regionPath(region)))),
    ...subjects.flatMap(subject =>
      pageRests(library.bySubject.get(subject) ?? []).map(below(topicPath(subject))),
    ),
  ]
}

function articlePage(article: ArticleFacts, issue: Issue | undefined): Page {
  const lastmod = article.corrections.length === 0 ? wholeDay(dateOf(article, issue)) : undefined
  const images = pictureData(article).map(({ url }) => url)
  return { path: articlePath(article.id), ...(lastmod && { lastmod }), ...(images.length > 0 && { images }) }
}

export const sitemapPath = '/sitemap.xml'
const partPath = (part: number) => `/sitemaps/${part}.xml`

/** Names of the files that the sitemap is cut into: 1.xml, 2.xml … */
export function sitemapParts(pages: readonly Page[]): readonly string[] {
  return Array.from({ length: Math.max(1, Math.ceil(pages.length / fileLength)) }, (_, at) => `${at + 1}.xml`)
}

/** sitemap.xml: the pages themselves, or where there are too many the index of its parts. */
export function sitemapOf(pages: readonly Page[]): string {
  const parts = sitemapParts(pages)
  if (parts.length === 1) return sitemapPart(pages, '1.xml')
  const entries = parts.map((_, at) => `<sitemap><loc>${absolute(partPath(at + 1))}</loc></sitemap>`)
  return document('sitemapindex', entries)
}

/** One part of the sitemap by its name; empty for a part that is not there. */
export function sitemapPart(pages: readonly Page[], name: string): string {
  const from = (Number.parseInt(name, 10) - 1) * fileLength
  const own = pages.slice(from, from + fileLength)
  const pictured = own.some(({ images }) => images !== undefined)
  return document('urlset', own.map(urlElement), pictured ? imageNames : '')
}

/** Our addresses are ASCII letters, digits and hyphens (site.ts, front matter): nothing to escape. */
const urlElement = ({ path, lastmod, images = [] }: Page) =>
  `<url><loc>${absolute(path)}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}${images.map(imageElement).join('')}</url>`

/** Image sitemaps (developers.google.com/search/docs/crawling-indexing/sitemaps/image-sitemaps). */
const imageElement = (url: string) => `<image:image><image:loc>${url}</image:loc></image:image>`
const imageNames = ' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'

const document = (root: string, entries: readonly string[], names = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"${names}>
${entries.join('\n')}
</${root}>
`
