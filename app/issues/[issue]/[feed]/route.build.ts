// An issue's articles as feeds, one in each format.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { issueFeedRoute } from '#lib/publish/feeds/channels'
import { feedFormats, feedResponse } from '#lib/publish/feeds/formats'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  paramsOf(issueFeedRoute).flatMap(issue => feedFormats.map(({ file }) => ({ issue, feed: file })))

type Props = { readonly params: Promise<{ readonly issue: string; readonly feed: string }> }

export async function GET(_request: Request, { params }: Props) {
  const { issue, feed } = await params
  return feedResponse(inputsOf(issueFeedRoute, issue), feed)
}
