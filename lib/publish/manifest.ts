// What a phone needs to put the site on its home screen.
import { homePath, href, site } from '../model/site'

const icon = (name: string, size: number, purpose: 'any' | 'maskable') => ({
  src: href(`/icons/${name}.png`),
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
})

/** The web app manifest (W3C), as JSON. The icons are drawn by the press. */
export const manifest = () =>
  JSON.stringify({
    id: href(homePath),
    name: site.name,
    short_name: site.name,
    description: '工会报道，按省份和主题阅读',
    lang: 'zh-CN',
    start_url: href(homePath),
    scope: href(homePath),
    display: 'minimal-ui',
    background_color: '#fbfaf7',
    theme_color: '#fbfaf7',
    icons: [icon('192', 192, 'any'), icon('512', 512, 'any'), icon('maskable', 512, 'maskable')],
  })
