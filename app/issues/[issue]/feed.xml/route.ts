// A issue's articles as RSS.
import { issueChannel } from '#lib/channels'
import { content } from '#lib/content'
import { toExport } from '#lib/content-store'
import { feedResponse } from '#lib/feeds'
import { library } from '#lib/library'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  toExport('/issues/[issue]/feed.xml', [...library().byIssue.keys()]).map(issue => ({ issue }))

export async function GET(_request: Request, { params }: { params: Promise<{ issue: string }> }) {
  const { issue } = await params
  return feedResponse(issueChannel(content(), issue), 'rss')
}
