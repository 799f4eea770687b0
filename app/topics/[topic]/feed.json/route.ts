// A topic's articles as JSON Feed.
import { topicChannel } from '#lib/channels'
import { content } from '#lib/content'
import { toExport } from '#lib/content-store'
import { feedResponse } from '#lib/feeds'
import { subjects } from '#lib/listing'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  toExport(
    '/topics/[topic]/feed.json',
    subjects.map(({ slug }) => slug),
  ).map(topic => ({ topic }))

export async function GET(_request: Request, { params }: { params: Promise<{ topic: string }> }) {
  const { topic } = await params
  return feedResponse(topicChannel(content(), topic), 'json')
}
