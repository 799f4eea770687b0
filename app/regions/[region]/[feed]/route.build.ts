// A region's articles as feeds, one in each format.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { regionFeedRoute } from '#lib/publish/feeds/channels'
import { feedFormats, feedResponse } from '#lib/publish/feeds/formats'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  paramsOf(regionFeedRoute).flatMap(region => feedFormats.map(({ file }) => ({ region, feed: file })))

type Props = { readonly params: Promise<{ readonly region: string; readonly feed: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { region, feed } = await params
  return feedResponse(inputsOf(regionFeedRoute, region), feed)
}
