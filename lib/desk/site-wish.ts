// What an editor asks of the site, as it comes from the page of the desk.
import { issueRule } from '../format/article-file'
import { membersOf } from './members'
import { type SiteWish, ways } from './wire'

/** The path of the site; below it the ways of publishing, each with what changes by it. */
export const sitePath = '/api/site'

/** A wish, or undefined when it is none. A folder or a remote is named when the desk is started, never here. */
export function readWish(given: unknown): SiteWish | undefined {
  const { do: what, way, build, issue } = membersOf(given)
  if (what === 'build') return { do: what }
  const known = ways.find(one => one === way)
  if (what !== 'publish' || !known || typeof build !== 'string' || typeof issue !== 'string') return undefined
  return issueRule(issue) ? undefined : { do: what, way: known, build, issue }
}
