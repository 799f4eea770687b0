// All feeds in one file, by zone.

import { library } from '#lib/library/library'
import { regionPath, topicPath } from '#lib/model/site'
import { opmlOf } from '#lib/publish/feeds'

export const dynamic = 'force-static'

export function GET(): Response {
  const { byRegion, bySubject } = library()
  const pages = new Set([...[...byRegion.keys()].map(regionPath), ...[...bySubject.keys()].map(topicPath)])
  return new Response(opmlOf(pages), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } })
}
