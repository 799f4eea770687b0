// The preview's own origin: the site with its own policy, shown in the desk's frame alone, to this machine alone.

import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { previewServer } from '#lib/desk/preview-server'
import { type OpenServer, openServer } from '../open-server'
import { type DeskFolder, deskFolder } from './desk-folder'
import { smallSite } from './small-site'

let folder: DeskFolder
let open: OpenServer
beforeAll(async () => {
  folder = deskFolder(smallSite)
  open = await openServer(previewServer({ site: folder.site, basePath: '', deskPort: () => 7 }))
})
afterAll(async () => {
  await open.close()
  folder.remove()
})

async function get(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') {
  const asked = request(`${open.origin}${path}`, { method, headers })
  asked.end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  const chunks: Buffer[] = []
  for await (const chunk of answer) chunks.push(Buffer.from(chunk))
  return { status: answer.statusCode, headers: answer.headers, text: Buffer.concat(chunks).toString() }
}

describe('the preview', () => {
  it('is not there before a build, then the site that was built last', async () => {
    expect((await get('/')).status).toBe(404)
    folder.site.ask({ do: 'build' })
    await folder.site.idle()
    const { status, headers, text } = await get('/articles/gh202411-07/')
    expect([status, text]).toEqual([200, expect.stringContaining('促进行行业')])
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; frame-ancestors http://127.0.0.1:7 http://localhost:7",
    )
  })

  it('keeps nothing in a worker, and sets how it is looked at by a page of its own', async () => {
    expect((await get('/sw.js')).text).not.toContain('fetch')
    const { headers, text } = await get('/-/look?theme=dark&to=/')
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'")
    expect(text).toContain('/-/look.js')
    expect((await get('/-/look.js')).text).toContain('jianbao:theme')
  })

  it('refuses another name for this machine, another site, another method', async () => {
    expect((await get('/', { host: 'desk.example' })).status).toBe(403)
    expect((await get('/', { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await get('/', {}, 'POST')).status).toBe(403)
  })
})
