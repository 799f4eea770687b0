// nginx and Caddy themselves, run with the files that a build writes. Skipped, and said so, where they are not installed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compressFolder } from '#lib/build/files/compress'
import { writeWhole } from '#lib/build/files/folder'
import { securityHeaders } from '#lib/build/hosting/headers'
import { printCaddy, printNginx, serverFiles } from '#lib/build/hosting/server-files'
import { cspHash } from '#lib/build/pages/csp'
import { ask } from './ask'
import { otherServers, type Running } from './other-servers'

const hashes = { scripts: [cspHash('a()')], styles: [cspHash('p{}')] }
const long = '工会简报。'.repeat(200)
const pages: Readonly<Record<string, string>> = {
  'index.html': `<h1>首页</h1>${long}`,
  '404.html': `<h1>没有这一页</h1>${long}`,
  'articles/x/index.html': `<h1>一篇</h1>${long}`,
  'articles/gone/index.html': `<h1>已撤回</h1>${long}`,
  'topics/new/index.html': `<h1>主题</h1>${long}`,
  'articles/x.md': long,
  'scripts/main-ABCDEFGH.js': `/*${long}*/`,
  'site.webmanifest': `{"name":"${long}"}`,
  'feed.xml': `<rss>${long}</rss>`,
}

const redirects = { moved: [{ from: '/topics/old/', to: '/topics/new/' }], gone: ['/articles/gone/'] }

const print = { nginx: printNginx, caddy: printCaddy }

for (const { name, installed, brotli, start } of otherServers()) {
  describe.skipIf(!installed).each(['', '/jianbao'])(`${name} under “%s”`, basePath => {
    const folder = mkdtempSync(join(tmpdir(), `${name}-`))
    let server: Running

    beforeAll(async () => {
      const root = join(folder, 'www')
      const out = join(root, basePath)
      for (const [file, text] of Object.entries(pages)) await writeWhole(join(out, file), text)
      await compressFolder(out)
      await writeWhole(join(folder, 'secret.txt'), 'secret')
      server = await start({ root, include: print[name](hashes, basePath, [], redirects) })
    })
    afterAll(async () => {
      await server?.close()
      rmSync(folder, { recursive: true, force: true })
    })
    const get = (path: string, headers?: Record<string, string>) =>
      ask(server.port, `${basePath}${path}`, headers)

    it('sends pages with every header, once', async () => {
      for (const path of ['/', '/articles/x/', '/scripts/main-ABCDEFGH.js', '/nowhere/', '/feed.xml']) {
        const { headers } = await get(path)
        for (const [header, value] of securityHeaders(hashes))
          expect(headers[header.toLowerCase()]).toBe(value)
      }
    })

    it('keeps hashed files for ever and asks for pages again', async () => {
      expect((await get('/scripts/main-ABCDEFGH.js')).headers['cache-control']).toContain('immutable')
      for (const path of ['/', '/articles/x/', '/nowhere/', '/feed.xml'])
        expect((await get(path)).headers['cache-control']).toBe('no-cache')
    })

    it('names the types', async () => {
      const type = async (path: string) => {
        const answer = await get(path)
        expect(answer.status).toBe(200)
        return answer.headers['content-type']
      }
      expect(await type('/')).toBe('text/html; charset=utf-8')
      expect(await type('/articles/x.md')).toBe('text/markdown; charset=utf-8')
      expect(await type('/site.webmanifest')).toBe('application/manifest+json')
      expect(await type('/scripts/main-ABCDEFGH.js')).toMatch(
        /^(text|application)\/javascript; charset=utf-8$/,
      )
      expect(await type('/feed.xml')).toMatch(/^(text|application)\/xml/)
    })

    it('answers an unknown address with our 404 page', async () => {
      const { status, headers, body } = await get('/nowhere/')
      expect([status, body.toString().slice(0, 14)]).toEqual([404, '<h1>没有这一页</h1>'])
      expect(headers['content-type']).toBe('text/html; charset=utf-8')
    })

    it('sends what moved on, and says of what was withdrawn that it is gone', async () => {
      const to = async (path: string) => {
        const { status, headers } = await get(path)
        return [status, new URL(String(headers.location), 'http://x').pathname]
      }
      expect(await to('/topics/old/')).toEqual([301, `${basePath}/topics/new/`])
      expect(await to('/topics/old/feed.xml')).toEqual([301, `${basePath}/topics/new/feed.xml`])
      const gone = await get('/articles/gone/')
      expect([gone.status, gone.body.toString().slice(0, 12)]).toEqual([410, '<h1>已撤回</h1>'])
    })

    it('sends an address without its last slash on', async () => {
      const { status, headers } = await get('/articles/x')
      expect(status).toBeGreaterThanOrEqual(301)
      expect(status).toBeLessThanOrEqual(308)
      expect(new URL(String(headers.location), 'http://x').pathname).toBe(`${basePath}/articles/x/`)
    })

    it('sends the compressed copies', async () => {
      const gz = await get('/articles/x/', { 'Accept-Encoding': 'gzip' })
      expect(gz.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(gz.body).toString()).toBe(pages['articles/x/index.html'])
      expect((await get('/')).headers['content-encoding']).toBeUndefined()
      if (!brotli) return
      const br = await get('/articles/x/', { 'Accept-Encoding': 'gzip, br' })
      expect(br.headers['content-encoding']).toBe('br')
      expect(brotliDecompressSync(br.body).toString()).toBe(pages['articles/x/index.html'])
    })

    it('says that a page is unchanged', async () => {
      const etag = String((await get('/articles/x/')).headers.etag)
      expect((await get('/articles/x/', { 'If-None-Match': etag })).status).toBe(304)
    })

    it('lets nobody out of the folder', async () => {
      for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2f..%2fsecret.txt'])
        expect((await ask(server.port, path)).body.toString()).not.toContain('secret')
    })
  })
}

it('lies where the README says', () => {
  expect(serverFiles).toEqual({ nginx: '_servers/nginx.conf', caddy: '_servers/Caddyfile' })
})
