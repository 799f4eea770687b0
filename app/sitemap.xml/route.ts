// The list of pages for search engines.
import { content } from '#lib/library/content'
import { pagesOf, sitemapOf } from '#lib/publish/sitemap'

export const dynamic = 'force-static'
export const GET = () =>
  new Response(sitemapOf(pagesOf(content())), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  })
