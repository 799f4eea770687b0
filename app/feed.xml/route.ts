// The site's newest articles as RSS.
import { siteChannel } from '#lib/channels'
import { content } from '#lib/content'
import { feedResponse } from '#lib/feeds'

export const dynamic = 'force-static'
export const GET = () => feedResponse(siteChannel(content()), 'rss')
