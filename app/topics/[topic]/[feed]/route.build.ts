// The articles on a topic as feeds, one in each format.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { topicFeedRoute } from '#lib/publish/feeds/channels'
import { feedFormats, feedResponse } from '#lib/publish/feeds/formats'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  paramsOf(topicFeedRoute).flatMap(topic => feedFormats.map(({ file }) => ({ topic, feed: file })))

type Props = { readonly params: Promise<{ readonly topic: string; readonly feed: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { topic, feed } = await params
  return feedResponse(inputsOf(topicFeedRoute, topic), feed)
}
