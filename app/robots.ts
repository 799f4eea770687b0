// What robots may do: anything. And where the list of pages is.
import type { MetadataRoute } from 'next'
import { absolute } from '#lib/model/site'
import { sitemapPath } from '#lib/publish/sitemap'

export const dynamic = 'force-static'

const robots = (): MetadataRoute.Robots => ({
  rules: { userAgent: '*', allow: '/' },
  sitemap: absolute(sitemapPath),
})
export default robots
