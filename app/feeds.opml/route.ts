// All feeds in one file, by zone.
import { inputsOf } from '#lib/library/pages'
import { feedListRoute } from '#lib/publish/feeds/channels'
import { opmlOf } from '#lib/publish/feeds/opml'

export const dynamic = 'force-static'

export const GET = () =>
  new Response(opmlOf(inputsOf(feedListRoute)), {
    headers: { 'Content-Type': 'text/x-opml; charset=utf-8' },
  })
