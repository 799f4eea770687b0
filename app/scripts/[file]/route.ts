// The browser code as files: /scripts/main-<hash>.js and the chunks it loads on use.
import { browserFiles } from '#lib/device/bundle'

export const dynamic = 'force-static'
export const dynamicParams = false

export async function generateStaticParams() {
  return (await browserFiles()).map(({ name }) => ({ file: name }))
}

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }) {
  const { file } = await params
  const found = (await browserFiles()).find(({ name }) => name === file)
  if (!found) return new Response(null, { status: 404 })
  return new Response(found.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}
