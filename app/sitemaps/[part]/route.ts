// The parts of a sitemap that is too long for one file.
import { inputsOf, paramsOf } from '#lib/library/pages'
import { sitemapPart, sitemapPartRoute } from '#lib/publish/sitemap'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => paramsOf(sitemapPartRoute).map(part => ({ part }))

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params
  const body = sitemapPart(inputsOf(sitemapPartRoute), part)
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
