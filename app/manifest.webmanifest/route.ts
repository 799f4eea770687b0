// What a phone needs to put the site on its home screen.
import { manifest } from '#lib/publish/manifest'

export const dynamic = 'force-static'
export const GET = () =>
  new Response(manifest(), { headers: { 'Content-Type': 'application/manifest+json; charset=utf-8' } })
