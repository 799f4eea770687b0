// What has another address than it had: regions and topics by their former slugs, issues and articles by moved.md.
import type { Move } from '../model/own-settings'
import { ownSettings } from '../model/owner'
import type { Problem } from '../model/problem'
import { regions, subjects } from '../model/regions'
import { articlePath, homePath, issuePath, regionPath, topicPath } from '../model/site'
import { issueName } from '../text/reading'
import type { Library } from './library'
import { listsOfRegion } from './lists'
import { withoutTexts } from './page-routes'
import { pageNumber } from './pagination'

/** A page in the place of one that moved. */
export type Moved = {
  /** Where it was, below the site's root. */
  readonly from: string
  /** Where it is. */
  readonly to: string
  /** What it is called. */
  readonly name: string
}

const known = new WeakMap<Library, readonly Moved[]>()

/** All that moved, by their old addresses, each once. Every `to` is a page of the site, no `from` is. */
export function movesOf(library: Library): readonly Moved[] {
  const moves = known.get(library) ?? findMoves(library)
  known.set(library, moves)
  return moves
}

function findMoves(library: Library): readonly Moved[] {
  const groups = [...topicMoves(library), ...regionMoves(library)]
  const written = ownSettings.moves.flatMap(move => movesByHand(library, move))
  return [...new Map([...groups, ...written].map(move => [move.from, move])).values()]
}

/** A topic's page under each of its former slugs; the index for one that has no article. */
function topicMoves({ bySubject }: Library): readonly Moved[] {
  return subjects.flatMap(subject =>
    subject.formerSlugs.map(slug => ({
      from: topicPath({ slug }),
      to: bySubject.has(subject) ? topicPath(subject) : homePath,
      name: subject.name,
    })),
  )
}

/** The pages of a region under its former slugs, and the page of each of its topics under those of the topic; first pages alone. */
function regionMoves(library: Library): readonly Moved[] {
  if ([...regions, ...subjects].every(({ formerSlugs }) => formerSlugs.length === 0)) return []
  return regions.flatMap(region => {
    const lists = listsOfRegion(library, region).filter(rest => pageNumber(rest.at(-1)) === undefined)
    const { name } = region
    const empty = lists.length === 0
    return [
      ...region.formerSlugs.flatMap(slug =>
        empty
          ? [{ from: regionPath({ slug }), to: homePath, name }]
          : lists.map(rest => ({ from: below({ slug }, rest), to: below(region, rest), name })),
      ),
      ...lists.flatMap(rest => {
        const subject = subjects.find(({ slug }) => rest.length === 1 && slug === rest[0])
        const former = subject?.formerSlugs ?? []
        return [region, ...region.formerSlugs.map(slug => ({ slug }))].flatMap(place =>
          former.map(slug => ({
            from: below(place, [slug]),
            to: below(region, rest),
            name: `${name} · ${subject?.name}`,
          })),
        )
      }),
    ]
  })
}

const below = (region: { readonly slug: string }, rest: readonly string[]) =>
  regionPath(region) + rest.map(part => `${part}/`).join('')

/** An article, or an issue with those of its articles whose number is there under the new id. */
function movesByHand({ byId, byIssue, issues }: Library, { from, to }: Move): readonly Moved[] {
  const [, kind, id = ''] = to.split('/')
  if (kind === 'articles') return [{ from, to, name: byId.get(id)?.card.title ?? '' }]
  const issue = issues.get(id)
  const was = from.split('/')[2] ?? ''
  const articles = (byIssue.get(id) ?? []).map(article => ({
    from: articlePath(was + article.id.slice(id.length)),
    to: articlePath(article.id),
    name: article.card.title,
  }))
  const gone = articles.filter(move => !byId.has(move.from.split('/')[2] ?? ''))
  return [...gone, { from, to, name: issue ? issueName(issue) : id }]
}

/** What the articles say against moved.md, which is `file`: an old address that is in use, a new one that is not. */
export function moveProblems(
  { byId, issues }: Readonly<Record<'byId' | 'issues', ReadonlyMap<string, unknown>>>,
  file: string,
): readonly Problem[] {
  const isThere = (path: string) => {
    const [, kind, id = ''] = path.split('/')
    return kind === 'articles' ? byId.has(id) : issues.has(id)
  }
  return ownSettings.moves.flatMap(({ from, to, line }) => [
    ...(isThere(from)
      ? [{ file, line, rule: 'move-in-use', message: `${from} 还有这一页，应删去这一项，或先把它移走` }]
      : []),
    ...(isThere(to)
      ? []
      : [{ file, line, rule: 'move-nowhere', message: `${to} 没有这一页，to 应为现在的网址` }]),
  ])
}

/** Pages are rendered as /moved/topics/old and become files at the old addresses. */
export const movedRoute = withoutTexts<Moved>({
  name: '/moved/[...path]',
  params: library => movesOf(library).map(({ from }) => from.slice(1, -1)),
  inputs: (library, param) => {
    const move = movesOf(library).find(({ from }) => from === `/${param}/`)
    if (!move) throw new Error(`nothing moved from /${param}/`)
    return move
  },
})

/** Articles and issues that were withdrawn: their addresses answer 410 where a host can. */
export const withdrawnPaths = ({ byId, issues }: Library): readonly string[] => [
  ...[...byId.values()].filter(({ status }) => status === 'withdrawn').map(({ id }) => articlePath(id)),
  ...[...issues.values()].filter(({ status }) => status === 'withdrawn').map(({ id }) => issuePath(id)),
]
