// Routes whose pages a build may keep: what each page shows, and which files are the page's own. The pieces of the search
// index are kept in the same way.
// A route that is not named here is printed in every build.

import { type ExportPlan, factsOf } from '../../library/article-store'
import { sha256 } from '../../library/checked-file'
import { content } from '../../library/content'
import { issueRests } from '../../library/issue-pages'
import type { Library } from '../../library/library'
import { allList, listsOfRegion, regionList, sheetParam, sheetsOf, topicList } from '../../library/lists'
import { articleView, issueView, regionView, sheetView, topicView } from '../../library/page-inputs'
import { regions, subjects } from '../../model/regions'
import { channelView, issueChannel, regionChannel, topicChannel } from '../../publish/channels'
import { articlesIn, articlesTogether, type Piece, piecesOf } from '../../search/index-files'
import { searchFolder } from '../../search/manifest'

type Route = {
  /** As in app/. */
  readonly name: string
  readonly params: (library: Library) => Iterable<string>
  /** All that the page shows besides code and settings. */
  readonly view: (library: Library, param: string) => unknown
  /** Whether Next exports it; it refuses a route without a page. */
  readonly exported: boolean
  /** Files of out/ that are made of the view alone; the first group is the page's parameter, as `params` gives it. */
  readonly files: RegExp
}

const pages: readonly Route[] = [
  {
    name: '/articles/[id]',
    exported: true,
    params: library => library.byId.keys(),
    view: articleView,
    files: /^articles\/([a-z0-9-]+)[/.]/,
  },
  {
    name: '/issues/[issue]/[[...rest]]',
    exported: true,
    params: library =>
      [...library.issues.keys()].flatMap(id => issueRests(library, id).map(rest => sheetParam(id, rest))),
    view: issueView,
    files: /^issues\/([a-z0-9-]+(?:\/\d+)?)(?:\.txt|\/index\.html|\/card\.png)/,
  },
]

const formats = ['feed.xml', 'atom.xml', 'feed.json'] as const

/** A channel in each of its formats. */
function feeds(
  folder: string,
  param: string,
  params: Route['params'],
  view: Route['view'],
): readonly Route[] {
  return formats.map(format => ({
    name: `/${folder}/[${param}]/${format}`,
    exported: true,
    params,
    view,
    files: new RegExp(`^${folder}/([a-z0-9-]+)/${format.replace('.', '[.]')}`),
  }))
}

/** The page of a list that a parameter means, which one of `params` always does. */
function found<Page>(page: Page | undefined, param: string): Page {
  if (!page) throw new Error(`no list ${param}`)
  return page
}

/** A sheet's parameter is the end of its address: shanxi/democracy/2 */
const sheets: readonly Route[] = [
  {
    name: '/all/[[...rest]]',
    exported: true,
    params: ({ articles }) => sheetsOf(articles).map(rest => sheetParam('all', rest)),
    view: (library, param) => sheetView(library, found(allList(library, param.split('/').slice(1)), param)),
    files: /^(all(?:\/\d+)?)\/(?:index[.]html|card[.]png)/,
  },
  {
    name: '/regions/[region]/[[...rest]]',
    exported: true,
    params: library =>
      [...library.byRegion.keys()].flatMap(region =>
        listsOfRegion(library, region).map(rest => sheetParam(region.slug, rest)),
      ),
    view: (library, param) => {
      const [slug = '', ...rest] = param.split('/')
      return regionView(library, found(regionList(library, slug, rest), param))
    },
    files: /^regions\/([a-z0-9-]+(?:\/[a-z0-9-]+)*)\/(?:index[.]html|card[.]png)/,
  },
  {
    name: '/topics/[topic]/[[...rest]]',
    exported: true,
    params: library =>
      [...library.bySubject].flatMap(([{ slug }, list]) =>
        sheetsOf(list).map(rest => sheetParam(slug, rest)),
      ),
    view: (library, param) => {
      const [slug = '', ...rest] = param.split('/')
      return topicView(library, found(topicList(library, slug, rest), param))
    },
    files: /^topics\/([a-z0-9-]+(?:\/\d+)?)\/(?:index[.]html|card[.]png)/,
  },
]

/** Pieces of the search index, which the press makes: a part of it, or texts. */
function pieces(kind: Piece['kind'], files: RegExp): Route {
  const pieceOf = (param: string): Piece => ({ kind, number: Number(param) })
  return {
    name: searchRoutes[kind],
    exported: false,
    params: ({ articles }) =>
      piecesOf(articles.length).flatMap(piece => (piece.kind === kind ? [String(piece.number)] : [])),
    view: ({ articles, issues }, param) => {
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
  ...sheets,
  ...feeds(
    'regions',
    'region',
    () => regions.map(({ slug }) => slug),
    (_, slug) => channelView(regionChannel(content(), slug)),
  ),
  ...feeds(
    'topics',
    'topic',
    () => subjects.map(({ slug }) => slug),
    (_, slug) => channelView(topicChannel(content(), slug)),
  ),
  ...feeds(
    'issues',
    'issue',
    library => library.byIssue.keys(),
    (_, id) => channelView(issueChannel(content(), id)),
  ),
]

/** Whether the pages of a route come from Next. */
export const isExported = (name: string): boolean =>
  routes.find(route => route.name === name)?.exported ?? false

/** Checksums of views: by route, then parameter. */
export type Views = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The checksum of the view of every page of some routes. */
export function viewsOf(library: Library, isWanted: (route: string) => boolean): Views {
  const sumOf = summer(library)
  const known = new Map<Route['view'], Readonly<Record<string, string>>>()
  const sumsOf = ({ params, view }: Route) =>
    Object.fromEntries([...params(library)].map(param => [param, sumOf(view(library, param))]))
  return Object.fromEntries(
    routes
      .filter(({ name }) => isWanted(name))
      .map(route => {
        const sums = known.get(route.view) ?? sumsOf(route)
        known.set(route.view, sums)
        return [route.name, sums]
      }),
  )
}

/** Checksums of plain data in which an article, which stands in many views, is its own checksum. Throws on what JSON leaves out. */
function summer({ articles, issues }: Library): (view: unknown) => string {
  const sums = new Map<unknown, string>(
    articles.map(article => [article, factsOf(article, issues.get(article.issue)).sum]),
  )
  const plain = (_: string, value: unknown) => {
    if (value instanceof Map || value instanceof Set) throw new Error('a view is not plain data')
    return sums.get(value) ?? value
  }
  return view => sha256(JSON.stringify(view, plain)).slice(0, 32)
}

/** The name of a page in the record of a build. */
export const pageNamed = (route: string, param: string) => `${route} ${param}`

/** The page that a file of out/ belongs to, by its name in the record; undefined when it is made of more than one view. */
export function ownerOf(file: string): string | undefined {
  for (const { name, files } of routes) {
    const param = files.exec(file)?.[1]
    if (param) return pageNamed(name, param)
  }
  return undefined
}
