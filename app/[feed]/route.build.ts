// The newest articles of the whole site as feeds, one in each format.
import { inputsOf } from '#lib/library/pages'
import { siteFeedRoute } from '#lib/publish/feeds/channels'
import { feedFormats, feedResponse } from '#lib/publish/feeds/formats'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => feedFormats.map(({ file }) => ({ feed: file }))

type Props = { readonly params: Promise<{ readonly feed: string }> }

export async function GET(_request: Request, { params }: Props) {
  return feedResponse(inputsOf(siteFeedRoute), (await params).feed)
}
