// All feeds in one file, by zone.
import { opmlOf } from '#lib/feeds'

export const dynamic = 'force-static'
export const GET = () => new Response(opmlOf(), { headers: { 'Content-Type': 'text/x-opml; charset=utf-8' } })
