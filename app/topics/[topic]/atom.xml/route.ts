// A topic's articles as Atom.

import { toExport } from '#lib/library/article-store'
import { content } from '#lib/library/content'
import { subjects } from '#lib/model/regions'
import { topicChannel } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  toExport(
    '/topics/[topic]/atom.xml',
    subjects.map(({ slug }) => slug),
  ).map(topic => ({ topic }))

export async function GET(_request: Request, { params }: { params: Promise<{ topic: string }> }) {
  const { topic } = await params
  return feedResponse(topicChannel(content(), topic), 'atom')
}
