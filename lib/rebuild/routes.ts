// Routes whose pages a build may keep: what each page shows, and which files are the page's own.
// A route that is not named here is printed in every build.
import type { Library } from '../library'
import { sha256 } from '../sealed-file'
import { articleView, issueView } from '../views'

type Route = {
  /** As in app/. */
  readonly name: string
  readonly params: (library: Library) => Iterable<string>
  /** All that the page shows besides code and settings. */
  readonly view: (library: Library, param: string) => unknown
  /** Files of out/ that are made of the view alone; the first group is the page's parameter. */
  readonly files: RegExp
}

export const routes: readonly Route[] = [
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

/** Checksums of views: by route, then parameter. */
export type Views = Readonly<Record<string, Readonly<Record<string, string>>>>

/** The checksum of every page's view. */
export function viewsOf(library: Library): Views {
  return Object.fromEntries(
    routes.map(({ name, params, view }) => [
      name,
      Object.fromEntries(
        [...params(library)].map(param => [param, sha256(JSON.stringify(view(library, param)))]),
      ),
    ]),
  )
}

/** The page that a file of out/ belongs to, as `route param`; undefined when it is made of more than one view. */
export function ownerOf(file: string): string | undefined {
  for (const { name, files } of routes) {
    const param = files.exec(file)?.[1]
    if (param) return `${name} ${param}`
  }
  return undefined
}
