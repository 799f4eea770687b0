// The site's newest articles as JSON Feed.

import { content } from '#lib/library/content'
import { siteChannel } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

export const dynamic = 'force-static'
export const GET = () => feedResponse(siteChannel(content()), 'json')
