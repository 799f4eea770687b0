// What robots may do, and where the list of pages is.
import { robots } from '#lib/publish/sitemap'

export const dynamic = 'force-static'
export const GET = () => new Response(robots(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
