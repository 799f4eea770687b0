// The parts of a sitemap that is too long for one file.
import { content } from '#lib/library/content'
import { pagesOf, sitemapPart, sitemapParts } from '#lib/publish/sitemap'

export const dynamic = 'force-static'
export const dynamicParams = false
export const generateStaticParams = () => sitemapParts(pagesOf(content())).map(part => ({ part }))

export async function GET(_request: Request, { params }: { params: Promise<{ part: string }> }) {
  const { part } = await params
  const body = sitemapPart(pagesOf(content()), part)
  return new Response(body, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } })
}
