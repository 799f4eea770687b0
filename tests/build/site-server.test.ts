// The server of `npm start`: pages, 404, last slashes, compressed copies, sub-folder, no way out of the folder.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compressFolder } from '#lib/build/files/compress'
import { writeWhole } from '#lib/build/files/folder'
import { siteServer } from '#lib/build/hosting/site-server'
import { type OpenServer, openServer } from '../open-server'
import { ask } from './ask'

let folder = ''
let server: OpenServer

beforeEach(async () => {
  const above = mkdtempSync(join(tmpdir(), 'serve-'))
  folder = join(above, 'out')
  await writeWhole(join(above, 'secret.txt'), 'secret')
  await writeWhole(join(folder, 'index.html'), `<h1>首页</h1>${'。'.repeat(300)}`)
  await writeWhole(join(folder, '404.html'), '<h1>没有这一页</h1>')
  await writeWhole(join(folder, 'articles/x/index.html'), '<h1>一篇</h1>')
  await compressFolder(folder)
})
afterEach(async () => {
  await server.close()
  rmSync(join(folder, '..'), { recursive: true })
})

async function listen(basePath = ''): Promise<number> {
  server = await openServer(siteServer({ folder, basePath }))
  return server.port
}

describe('the server', () => {
  it('serves pages, and 404.html for the rest', async () => {
    const port = await listen()
    const page = await ask(port, '/articles/x/')
    expect(page.status).toBe(200)
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    const lost = await ask(port, '/articles/y/')
    expect([lost.status, lost.body.toString()]).toEqual([404, '<h1>没有这一页</h1>'])
  })

  it('sends the headers of _headers with every answer, 404 included', async () => {
    await writeWhole(
      join(folder, '_headers'),
      '/*\n  X-Content-Type-Options: nosniff\n/\n  Cache-Control: no-cache\n',
    )
    const port = await listen()
    const sent = async (path: string) => {
      const { headers } = await ask(port, path)
      return [headers['x-content-type-options'], headers['cache-control']]
    }
    expect(await sent('/')).toEqual(['nosniff', 'no-cache'])
    expect(await sent('/articles/y/')).toEqual(['nosniff', undefined])
  })

  it('sends an address without its last slash on, query kept', async () => {
    const port = await listen()
    const answer = await ask(port, '/articles/x?mode=care')
    expect([answer.status, answer.headers.location]).toEqual([301, '/articles/x/?mode=care'])
  })

  it('sends the compressed copies to those who take them', async () => {
    const port = await listen()
    const get = async (accept: string) =>
      (await ask(port, '/', { 'Accept-Encoding': accept })).headers['content-encoding']
    expect([await get('gzip, br'), await get('gzip'), await get('identity')]).toEqual([
      'br',
      'gzip',
      undefined,
    ])
  })

  it('serves a site in a sub-folder, and nothing beside it', async () => {
    const port = await listen('/jianbao')
    expect((await ask(port, '/jianbao/articles/x/')).status).toBe(200)
    expect((await ask(port, '/jianbao')).headers.location).toBe('/jianbao/')
    expect((await ask(port, '/jianbao/articles/x')).headers.location).toBe('/jianbao/articles/x/')
    expect((await ask(port, '/')).status).toBe(404)
    expect((await ask(port, '/jianbaox/')).status).toBe(404)
  })

  it.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/articles/../../secret.txt',
    '//../secret.txt',
  ])('lets nobody out of the folder: %s', async path => {
    const { status, body } = await ask(await listen(), path)
    expect([status, body.toString().includes('secret')]).toEqual([404, false])
  })
})
