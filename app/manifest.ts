// What a phone needs to put the site on its home screen (W3C web app manifest).
import type { MetadataRoute } from 'next'
import { ownSettings } from '#lib/model/owner'
import { palette } from '#lib/model/palette'
import { regionWord } from '#lib/model/regions'
import { homePath, href, site } from '#lib/model/site'

export const dynamic = 'force-static'

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: href(`/icons/${name}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

const manifest = (): MetadataRoute.Manifest => ({
  id: href(homePath),
  name: site.name,
  short_name: site.name,
  description: ownSettings.tagline || `工会报道，按${regionWord}和主题阅读`,
  lang: 'zh-CN',
  start_url: href(homePath),
  scope: href(homePath),
  display: 'minimal-ui',
  background_color: palette.paper,
  theme_color: palette.paper,
  icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
})
export default manifest
