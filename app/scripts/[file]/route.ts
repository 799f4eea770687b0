// The browser code as files: /scripts/main-<hash>.js and the chunks it loads on use, and the module of pages with pictures.
import { browserFiles, pictureFiles } from '#lib/device/bundle'
import { hasPicturesRoute } from '#lib/library/page-routes'
import { inputsOf } from '#lib/library/pages'

export const dynamic = 'force-static'
export const dynamicParams = false

async function files() {
  return [...(await browserFiles()), ...(inputsOf(hasPicturesRoute) ? await pictureFiles() : [])]
}

export async function generateStaticParams() {
  return (await files()).map(({ name }) => ({ file: name }))
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const found = (await files()).find(({ name }) => name === file)
  if (!found) return new Response(null, { status: 404 })
  return new Response(found.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}
