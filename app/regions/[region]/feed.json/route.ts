// A region's articles as JSON Feed.

import { toExport } from '#lib/library/article-store'
import { content } from '#lib/library/content'
import { regions } from '#lib/model/regions'
import { regionChannel } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () =>
  toExport(
    '/regions/[region]/feed.json',
    regions.map(({ slug }) => slug),
  ).map(region => ({ region }))

export async function GET(_request: Request, { params }: { params: Promise<{ region: string }> }) {
  const { region } = await params
  return feedResponse(regionChannel(content(), region), 'json')
}
