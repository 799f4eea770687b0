// Routes whose pages a build may skip: what each page is made of, and which files are the page's own. The pieces of the search
// index are skipped in the same way. A route that is not named here is rendered in every build.
import { type ExportPlan, factsOf } from '../../library/article-store'
import { sha256 } from '../../library/checked-file'
import type { Library } from '../../library/library'
import {
  allRoute,
  articleRoute,
  issueRoute,
  type PageRoute,
  regionRoute,
  topicRoute,
} from '../../library/page-routes'
import { issueFeedRoute, regionFeedRoute, topicFeedRoute } from '../../publish/feeds/channels'
import { feedFormats } from '../../publish/feeds/formats'
import { articlesIn, articlesTogether, type Piece, piecesOf } from '../../search/index-files'
import { searchFolder } from '../../search/manifest'

type Route = PageRoute<unknown> & {
  /** Whether Next exports it; it refuses a route without a page. */
  readonly exported: boolean
  /** Files of out/ that are made of the inputs alone; the first group is the page's parameter, as `params` gives it. */
  readonly files: RegExp
}

const pages: readonly Route[] = [
  { ...articleRoute, files: /^articles\/([a-z0-9-]+)[/.]/ },
  { ...issueRoute, files: /^issues\/([a-z0-9-]+(?:\/\d+)?)(?:\.txt|\/index\.html|\/card\.png)/ },
  { ...allRoute, files: /^(all(?:\/\d+)?)\/(?:index[.]html|card[.]png)/ },
  { ...regionRoute, files: /^regions\/([a-z0-9-]+(?:\/[a-z0-9-]+)*)\/(?:index[.]html|card[.]png)/ },
  { ...topicRoute, files: /^topics\/([a-z0-9-]+(?:\/\d+)?)\/(?:index[.]html|card[.]png)/ },
  { ...regionFeedRoute, files: feedsBelow('regions') },
  { ...topicFeedRoute, files: feedsBelow('topics') },
  { ...issueFeedRoute, files: feedsBelow('issues') },
].map(route => ({ ...route, exported: true }))

/** The files of the feeds of one list, in every format, with their compressed copies. */
function feedsBelow(list: string): RegExp {
  const files = feedFormats.map(({ file }) => file.replaceAll('.', '[.]'))
  return new RegExp(`^${list}/([a-z0-9-]+)/(?:${files.join('|')})`)
}

/** Pieces of the search index, which the build makes itself: a part of it, or texts. */
function pieces(kind: Piece['kind'], files: RegExp): Route {
  const pieceOf = (param: string): Piece => ({ kind, number: Number(param) })
  return {
    name: searchRoutes[kind],
    exported: false,
    params: ({ articles }) =>
      piecesOf(articles.length).flatMap(piece => (piece.kind === kind ? [String(piece.number)] : [])),
    inputs: ({ articles, issues }, param) => {
      const own = articlesIn(articles, pieceOf(param))
      return {
        together: articlesTogether(articles.length),
        articles: own,
        issues: [...new Set(own.map(({ issue }) => issue))].map(id => issues.get(id)),
      }
    },
    files,
  }
}

const searchRoutes: Readonly<Record<Piece['kind'], string>> = { texts: 'search texts', part: 'search part' }

/** The pieces of the search index that a plan has. */
export const piecesIn = (plan: ExportPlan): readonly Piece[] =>
  (['texts', 'part'] as const).flatMap(kind =>
    (plan[searchRoutes[kind]] ?? []).map(param => ({ kind, number: Number(param) })),
  )

export const routes: readonly Route[] = [
  pieces('texts', new RegExp(`^${searchFolder}/t(\\d+)-`)),
  pieces('part', new RegExp(`^${searchFolder}/i(\\d+)-`)),
  ...pages,
]

/** Whether the pages of a route come from Next. */
export const isExported = (name: string): boolean =>
  routes.find(route => route.name === name)?.exported ?? false

/** Checksums of the inputs of pages: by route, then parameter. */
export type Views = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The checksum of the inputs of every page of some routes. */
export function viewsOf(library: Library, isWanted: (route: string) => boolean): Views {
  const sumOf = summer(library)
  const sumsOf = ({ params, inputs }: Route) =>
    Object.fromEntries(params(library).map(param => [param, sumOf(inputs(library, param))]))
  return Object.fromEntries(
    routes.filter(({ name }) => isWanted(name)).map(route => [route.name, sumsOf(route)]),
  )
}

/** Checksums of plain data in which an article, which stands in many inputs, is its own checksum. Throws on what JSON leaves out. */
function summer({ articles, issues }: Library): (inputs: unknown) => string {
  const sums = new Map<unknown, string>(
    articles.map(article => [article, factsOf(article, issues.get(article.issue)).sum]),
  )
  const plain = (_: string, value: unknown) => {
    if (value instanceof Map || value instanceof Set) throw new Error('page inputs are not plain data')
    return sums.get(value) ?? value
  }
  return inputs => sha256(JSON.stringify(inputs, plain)).slice(0, 32)
}

/** The name of a page in the record of a build. */
export const pageNamed = (route: string, param: string) => `${route} ${param}`

/** The page that a file of out/ belongs to, by its name in the record; undefined when it is made of more than one page's inputs. */
export function ownerOf(file: string): string | undefined {
  for (const { name, files } of routes) {
    const param = files.exec(file)?.[1]
    if (param) return pageNamed(name, param)
  }
  return undefined
}
