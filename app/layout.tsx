// What is the same on every page whatever it shows: language, viewport, styles.
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { mainScript } from '#lib/device/bundle'
import { firstPaintScript } from '#lib/device/first-paint'
import { ownSettings } from '#lib/model/owner'
import { nightPaper, palette } from '#lib/model/palette'
import { settings } from '#lib/model/settings'
import { href, site } from '#lib/model/site'
import { siteLinks } from '#lib/publish/metadata'
import { ownStyle } from '#lib/text/own-style'
import './globals.css'

/** While developing: an open page is loaded again when a file of the content was saved. */
const reloadWhenSaved = `new EventSource("${href('/dev-files/saved/')}").onmessage = () => location.reload()`

export const metadata: Metadata = {
  metadataBase: new URL(site.origin),
  title: { default: site.name, template: `%s - ${site.name}` },
  ...siteLinks,
  formatDetection: { telephone: false, email: false, address: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: palette.paper },
    { media: '(prefers-color-scheme: dark)', color: nightPaper },
  ],
}

/** What the owner lets a page begin with, as the first script sets what readers choose. */
const begin = {
  ...(ownSettings.size && { 'data-size': ownSettings.size }),
  ...(ownSettings.theme && { 'data-theme': ownSettings.theme }),
}

const style = ownStyle(ownSettings)

export default async function Layout({ children }: { children: ReactNode }) {
  return (
    // The first script sets data-size and data-theme on <html>, which React while developing would take for a fault.
    <html lang="zh-CN" {...begin} suppressHydrationWarning>
      <head>
        <script data-keep="" dangerouslySetInnerHTML={{ __html: firstPaintScript }} />
        <script data-keep="" type="module" src={await mainScript()} />
        {settings.developing ? <script dangerouslySetInnerHTML={{ __html: reloadWhenSaved }} /> : null}
        {style ? <style dangerouslySetInnerHTML={{ __html: style }} /> : null}
      </head>
      <body>{children}</body>
    </html>
  )
}
