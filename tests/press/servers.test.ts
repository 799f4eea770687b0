// nginx and Caddy themselves, run with the files that the press writes. Skipped, and said so, where they are not installed.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layCompressedCopies } from '#lib/press/compress'
import { writeWhole } from '#lib/press/folder'
import { securityHeaders } from '#lib/press/headers'
import { hashOf } from '#lib/press/policy'
import { printCaddy, printNginx, serverFiles } from '#lib/press/server-files'

const hashes = { scripts: [hashOf('a()')], styles: [hashOf('p{}')] }
const long = '工会简报。'.repeat(200)
const pages: Readonly<Record<string, string>> = {
  'index.html': `<h1>首页</h1>${long}`,
  '404.html': `<h1>没有这一页</h1>${long}`,
  'articles/x/index.html': `<h1>一篇</h1>${long}`,
  'articles/x.md': long,
  'scripts/main-ABCDEFGH.js': `/*${long}*/`,
  'site.webmanifest': `{"name":"${long}"}`,
  'feed.xml': `<rss>${long}</rss>`,
}

type Answer = {
  readonly status: number
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: Buffer
}

function ask(port: number, path: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    request({ host: '127.0.0.1', port, path, headers }, answer => {
      const pieces: Buffer[] = []
      answer.on('data', piece => pieces.push(piece))
      answer.on('end', () =>
        done({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      )
    })
      .on('error', fail)
      .end()
  })
}

function freePort(): Promise<number> {
  return new Promise(done => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const up = await ask(port, '/').then(
      () => true,
      () => false,
    )
    if (up) return
    await new Promise(done => setTimeout(done, 50))
  }
  throw new Error('the server did not start')
}

/** Debian's brotli module for nginx; without it nginx serves .gz only. */
const brotliModule = [
  '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so',
  '/usr/share/nginx/modules/ngx_http_brotli_static_module.so',
].find(existsSync)

type Setting = { readonly folder: string; readonly root: string; readonly port: number }

function startNginx({ folder, root, port }: Setting, conf: string): ChildProcess {
  const include = join(folder, 'include.conf')
  writeFileSync(include, brotliModule ? conf.replace('#brotli_static on;', 'brotli_static on;') : conf)
  const main = join(folder, 'nginx.conf')
  writeFileSync(
    main,
    `${brotliModule ? `load_module ${brotliModule};` : ''}
daemon off; pid ${folder}/pid; error_log ${folder}/error.log; worker_processes 1;
events { worker_connections 64; }
http { include /etc/nginx/mime.types; access_log off;
${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(name => `${name}_temp_path ${folder}/${name};`).join(' ')}
server { listen 127.0.0.1:${port}; root ${root}; include ${include}; } }`,
  )
  return spawn('nginx', ['-e', `${folder}/error.log`, '-c', main, '-p', folder], { stdio: 'ignore' })
}

function startCaddy({ folder, root, port }: Setting, conf: string): ChildProcess {
  const include = join(folder, 'include')
  writeFileSync(include, conf)
  const main = join(folder, 'Caddyfile')
  writeFileSync(
    main,
    `{\n\tadmin off\n\tauto_https off\n}\nhttp://127.0.0.1:${port} {\n\troot * ${root}\n\timport ${include}\n}\n`,
  )
  const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
  return spawn('caddy', ['run', '--config', main, '--adapter', 'caddyfile'], { stdio: 'ignore', env })
}

const servers = [
  {
    name: 'nginx',
    version: ['-v'],
    start: startNginx,
    print: printNginx,
    brotli: brotliModule !== undefined,
  },
  { name: 'caddy', version: ['version'], start: startCaddy, print: printCaddy, brotli: true },
] as const

for (const { name, version, start, print, brotli } of servers) {
  const installed = spawnSync(name, version).status === 0
  if (!installed) console.warn(`SKIPPED: ${name} is not installed (Debian: apt-get install ${name})`)

  describe.skipIf(!installed).each(['', '/jianbao'])(`${name} under “%s”`, basePath => {
    let setting: Setting
    let child: ChildProcess

    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), `${name}-`))
      const root = join(folder, 'www')
      const out = join(root, basePath)
      for (const [file, text] of Object.entries(pages)) await writeWhole(join(out, file), text)
      await layCompressedCopies(out)
      await writeWhole(join(folder, 'secret.txt'), 'secret')
      spawnSync('chmod', ['-R', 'a+rX', folder])
      setting = { folder, root, port: await freePort() }
      child = start(setting, print(hashes, basePath))
      await answers(setting.port)
    })
    afterAll(async () => {
      const ended = new Promise(done => child.once('exit', done))
      child.kill('SIGTERM')
      await ended
      rmSync(setting.folder, { recursive: true, force: true })
    })
    const get = (path: string, headers?: Record<string, string>) =>
      ask(setting.port, `${basePath}${path}`, headers)

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
      if (!brotli) return console.warn('SKIPPED: brotli in nginx (Debian: libnginx-mod-http-brotli-static)')
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
        expect((await ask(setting.port, path)).body.toString()).not.toContain('secret')
    })
  })
}

it('lies where the README says', () => {
  expect(serverFiles).toEqual({ nginx: '_servers/nginx.conf', caddy: '_servers/Caddyfile' })
})
