// A topic's articles as RSS.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { feedRoute } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

const route = feedRoute('topics', 'feed.xml')

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => paramsOf(route).map(topic => ({ topic }))

export async function GET(_request: Request, { params }: { params: Promise<{ topic: string }> }) {
  return feedResponse(inputsOf(route, (await params).topic), 'rss')
}
