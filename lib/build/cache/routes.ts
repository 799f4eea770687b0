// Routes whose pages a build may skip: what each page is made of, and which files are the page's own. The units of the search
// index are skipped in the same way. A route that is not named here is rendered in every build that renders anything.

import type { Library } from '../../library/library'
import {
  allRoute,
  articleRoute,
  issueRoute,
  type PageRoute,
  regionRoute,
  topicRoute,
} from '../../library/page-routes'
import type { RenderPlan } from '../../library/render-plan'
import { sha256 } from '../../model/checked-file'
import { issueFeedRoute, regionFeedRoute, topicFeedRoute } from '../../publish/feeds/channels'
import { feedFormats } from '../../publish/feeds/formats'
import { articlesIn, articlesTogether, type IndexUnit, unitsOf } from '../../search/index-files'
import { searchFolder } from '../../search/manifest'

type Route = Pick<PageRoute<unknown>, 'name' | 'params' | 'inputs'> & {
  /** Whether Next renders it; it refuses a route without a page. */
  readonly rendered: boolean
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
].map(route => ({ ...route, rendered: true }))

/** The files of the feeds of one list, in every format, with their compressed copies. */
function feedsBelow(list: string): RegExp {
  const files = feedFormats.map(({ file }) => file.replaceAll('.', '[.]'))
  return new RegExp(`^${list}/([a-z0-9-]+)/(?:${files.join('|')})`)
}

/** Units of the search index, which the build makes itself: a part of it, or texts. */
function units(kind: IndexUnit['kind'], files: RegExp): Route {
  return {
    name: searchRoutes[kind],
    rendered: false,
    params: ({ articles }) =>
      unitsOf(articles.length).flatMap(unit => (unit.kind === kind ? [String(unit.number)] : [])),
    inputs: (library, param) => unitInputs(library, { kind, number: Number(param) }),
    files,
  }
}

function unitInputs({ articles, issues }: Library, unit: IndexUnit) {
  const own = articlesIn(articles, unit)
  return {
    together: articlesTogether(articles.length),
    articles: own.map(({ checksum }) => checksum),
    issues: [...new Set(own.map(({ issue }) => issue))].map(id => issues.get(id)),
  }
}

/** The name of the route of a kind of unit. */
export const searchRoutes: Readonly<Record<IndexUnit['kind'], string>> = {
  texts: 'search texts',
  part: 'search part',
}

/** The units of the search index that a plan has. */
export const unitsIn = (plan: RenderPlan): readonly IndexUnit[] =>
  (['texts', 'part'] as const).flatMap(kind =>
    (plan[searchRoutes[kind]] ?? []).map(param => ({ kind, number: Number(param) })),
  )

export const routes: readonly Route[] = [
  units('texts', new RegExp(`^${searchFolder}/t(\\d+)-`)),
  units('part', new RegExp(`^${searchFolder}/i(\\d+)-`)),
  ...pages,
]

/** Whether the pages of a route come from Next. */
export const isRendered = (name: string): boolean =>
  routes.find(route => route.name === name)?.rendered ?? false

/** Checksums of the inputs of pages: by route, then parameter. */
export type InputChecksums = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The checksum of the inputs of every page of some routes. */
export function checksumInputs(library: Library, isWanted: (route: string) => boolean): InputChecksums {
  const checksumsOf = ({ params, inputs }: Route) =>
    Object.fromEntries(params(library).map(param => [param, checksumOf(inputs(library, param))]))
  return Object.fromEntries(
    routes.filter(({ name }) => isWanted(name)).map(route => [route.name, checksumsOf(route)]),
  )
}

/** The checksum of plain data. Throws on what JSON would leave out without a word. */
function checksumOf(inputs: unknown): string {
  const plain = (_: string, value: unknown) => {
    if (value instanceof Map || value instanceof Set || typeof value === 'function')
      throw new Error('page inputs are not plain data')
    return value
  }
  return sha256(JSON.stringify(inputs, plain)).slice(0, 32)
}

/** The checksum of the inputs of a unit of the search index. */
export const inputsOfUnit = (library: Library, unit: IndexUnit): string =>
  checksumOf(unitInputs(library, unit))

/** The name of a page in the manifest of a build. */
export const pageNamed = (route: string, param: string) => `${route} ${param}`

/** The page that a file of out/ belongs to, by its route and parameter; undefined when it is made of more than one page's inputs. */
export function ownerOf(file: string): { readonly route: Route; readonly param: string } | undefined {
  for (const route of routes) {
    const param = route.files.exec(file)?.[1]
    if (param) return { route, param }
  }
  return undefined
}
