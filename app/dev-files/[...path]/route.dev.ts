// The files that a build writes beside the pages, while developing: next.config.ts sends their addresses here.
import { devFile } from '#lib/build/dev-files'
import { contentType } from '#lib/build/hosting/content-types'
import { library } from '#lib/library/site-library'

type Props = { readonly params: Promise<{ readonly path: readonly string[] }> }

export async function GET(_request: Request, { params }: Props) {
  const path = `/${(await params).path.join('/')}`
  const bytes = await devFile(library(), path)
  if (!bytes) return new Response(null, { status: 404 })
  const headers = { 'Content-Type': contentType(path) ?? '', 'Cache-Control': 'no-store' }
  return new Response(new Uint8Array(bytes), { headers })
}
