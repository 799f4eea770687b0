// A region's articles as RSS.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { feedRoute } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

const route = feedRoute('regions', 'feed.xml')

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => paramsOf(route).map(region => ({ region }))

export async function GET(_request: Request, { params }: { params: Promise<{ region: string }> }) {
  return feedResponse(inputsOf(route, (await params).region), 'rss')
}
