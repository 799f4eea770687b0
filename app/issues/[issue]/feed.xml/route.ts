// A issue's articles as RSS.
import { issueChannel } from '#lib/channels'
import { content } from '#lib/content'
import { feedResponse } from '#lib/feeds'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  [...new Set(content().articles.map(({ issue }) => issue))].map(issue => ({ issue }))

export async function GET(_request: Request, { params }: { params: Promise<{ issue: string }> }) {
  const { issue } = await params
  return feedResponse(issueChannel(content(), issue), 'rss')
}
