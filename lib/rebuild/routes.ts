// Routes whose pages a build may keep: what each page shows, and which files are the page's own.
// A route that is not named here is printed in every build.
import type { Article } from '../article'
import { issueChannel, regionChannel, topicChannel } from '../channels'
import { content } from '../content'
import type { Library } from '../library'
import { regions, subjects } from '../listing'
import { sha256 } from '../sealed-file'
import { articleView, channelView, issueView } from '../views'

type Route = {
  /** As in app/. */
  readonly name: string
  readonly params: (library: Library) => Iterable<string>
  /** All that the page shows besides code and settings. */
  readonly view: (library: Library, param: string) => unknown
  /** Files of out/ that are made of the view alone; the first group is the page's parameter. */
  readonly files: RegExp
}

const pages: readonly Route[] = [
  {
    name: '/articles/[id]',
    params: library => library.byId.keys(),
    view: articleView,
    files: /^articles\/([a-z0-9-]+)[/.]/,
  },
  {
    name: '/issues/[issue]',
    params: library => library.issues.keys(),
    view: issueView,
    files: /^issues\/([a-z0-9-]+)(?:\.txt|\/index\.html|\/card\.png)/,
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
    params,
    view,
    files: new RegExp(`^${folder}/([a-z0-9-]+)/${format.replace('.', '[.]')}`),
  }))
}

export const routes: readonly Route[] = [
  ...pages,
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

/** Checksums of views: by route, then parameter. */
export type Views = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The checksum of every page's view. */
export function viewsOf(library: Library): Views {
  const sumOf = summer(library.articles)
  const known = new Map<Route['view'], Readonly<Record<string, string>>>()
  const sumsOf = ({ params, view }: Route) =>
    Object.fromEntries([...params(library)].map(param => [param, sumOf(view(library, param))]))
  return Object.fromEntries(
    routes.map(route => {
      const sums = known.get(route.view) ?? sumsOf(route)
      known.set(route.view, sums)
      return [route.name, sums]
    }),
  )
}

/** Checksums of plain data in which an article, which stands in many views, is reckoned once. Throws on what JSON leaves out. */
function summer(articles: readonly Article[]): (view: unknown) => string {
  const sums = new Map<unknown, string>(articles.map(article => [article, sha256(JSON.stringify(article))]))
  const plain = (_: string, value: unknown) => {
    if (value instanceof Map || value instanceof Set) throw new Error('a view is not plain data')
    return sums.get(value) ?? value
  }
  return view => sha256(JSON.stringify(view, plain))
}

/** The page that a file of out/ belongs to, as `route param`; undefined when it is made of more than one view. */
export function ownerOf(file: string): string | undefined {
  for (const { name, files } of routes) {
    const param = files.exec(file)?.[1]
    if (param) return `${name} ${param}`
  }
  return undefined
}
