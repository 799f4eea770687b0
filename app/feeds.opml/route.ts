// All feeds in one file, by zone.
import { opmlOf } from '#lib/feeds'
import { library } from '#lib/library'
import { regionPath, topicPath } from '#lib/site'

export const dynamic = 'force-static'

export function GET(): Response {
  const { byRegion, bySubject } = library()
  const pages = new Set([...[...byRegion.keys()].map(regionPath), ...[...bySubject.keys()].map(topicPath)])
  return new Response(opmlOf(pages), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } })
}
