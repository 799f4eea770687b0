// A issue's articles as JSON Feed.

import { toExport } from '#lib/library/article-store'
import { content } from '#lib/library/content'
import { library } from '#lib/library/library'
import { issueChannel } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  toExport('/issues/[issue]/feed.json', [...library().byIssue.keys()]).map(issue => ({ issue }))

export async function GET(_request: Request, { params }: { params: Promise<{ issue: string }> }) {
  const { issue } = await params
  return feedResponse(issueChannel(content(), issue), 'json')
}
