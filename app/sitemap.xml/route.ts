// The list of pages for search engines.
import { inputsOf } from '#lib/library/pages'
import { sitemapOf, sitemapRoute } from '#lib/publish/sitemap'

export const dynamic = 'force-static'
export const GET = () =>
  new Response(sitemapOf(inputsOf(sitemapRoute)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
