// The site's newest articles as Atom.
import { inputsOf } from '#lib/library/pages'
import { siteFeedRoute } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

export const dynamic = 'force-static'
export const GET = () => feedResponse(inputsOf(siteFeedRoute), 'atom')
