// A region's articles as JSON Feed.
import { regionChannel } from '#lib/channels'
import { content } from '#lib/content'
import { toExport } from '#lib/content-store'
import { feedResponse } from '#lib/feeds'
import { regions } from '#lib/listing'

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
