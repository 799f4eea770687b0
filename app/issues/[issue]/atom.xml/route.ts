// An issue's articles as Atom.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { feedRoute } from '#lib/publish/channels'
import { feedResponse } from '#lib/publish/feeds'

const route = feedRoute('issues', 'atom.xml')

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => paramsOf(route).map(issue => ({ issue }))

export async function GET(_request: Request, { params }: { params: Promise<{ issue: string }> }) {
  return feedResponse(inputsOf(route, (await params).issue), 'atom')
}
