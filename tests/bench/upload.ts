// npm run bench:upload: `npm run upload` against a real S3-compatible server (s3rver, put into a temporary folder), counted.
// Only changed files, hashed files first, deletions last, headers right, safe to repeat after a cut. Needs rclone. Exit 1 if not so.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type OpenServer, openServer } from '../open-server'
import { measure } from './measure'

const home = mkdtempSync(join(tmpdir(), 'upload-'))
const root = new URL('../..', import.meta.url).pathname

/** Starts the object store on a free port; the port is the one line that it prints. */
async function startStore() {
  writeFileSync(join(home, 'package.json'), '{"private":true}')
  await measure(['npm', 'install', '--no-audit', '--no-fund', 's3rver@3'], home)
  const code = `const S3rver = require('s3rver'); new S3rver({ port: 0, address: '127.0.0.1', silent: true,
    directory: 'data', configureBuckets: [{ name: 'site' }] }).run().then(({ port }) => console.log(port))`
  const child = spawn(process.execPath, ['-e', code], { cwd: home, stdio: ['ignore', 'pipe', 'inherit'] })
  const port = await new Promise<number>(resolve => child.stdout.once('data', data => resolve(Number(data))))
  return { child, port }
}

const seen: string[] = []
/** After so many writes everything stops, as when the power fails. */
let cutAfter = Number.POSITIVE_INFINITY
let cut = () => {}

/** Stands before the store, notes what is written and deleted, and can cut everything off. */
function startGate(port: number): Promise<OpenServer> {
  const gate = createServer((incoming, answer) => {
    if (incoming.method === 'PUT' || incoming.method === 'DELETE' || incoming.method === 'POST') {
      if (cutAfter-- <= 0) {
        cut()
        return incoming.socket.destroy()
      }
      seen.push(`${incoming.method} ${incoming.url?.replace(/\?.*/, '')}`)
    }
    const { method, url: path, headers } = incoming
    const onward = request({ host: '127.0.0.1', port, method, path, headers }, reply => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(answer)
    })
    onward.on('error', () => answer.destroy())
    return incoming.pipe(onward)
  })
  return openServer(gate)
}

const site = new Map<string, string>()

function write(): void {
  rmSync(join(home, 'out'), { recursive: true, force: true })
  for (const [file, text] of site) {
    mkdirSync(dirname(join(home, 'out', file)), { recursive: true })
    writeFileSync(join(home, 'out', file), text)
  }
}

async function upload(port: number): Promise<{ readonly done: boolean; readonly seen: readonly string[] }> {
  write() // as a build does: all files anew, with new times
  seen.length = 0
  const { AWS_CA_BUNDLE, ...env } = process.env
  const as = (name: string) => `RCLONE_CONFIG_S3_${name}`
  const remote = {
    [as('TYPE')]: 's3',
    [as('PROVIDER')]: 'Other',
    [as('ENDPOINT')]: `http://127.0.0.1:${port}`,
    [as('ACCESS_KEY_ID')]: 'S3RVER',
    [as('SECRET_ACCESS_KEY')]: 'S3RVER',
    [as('FORCE_PATH_STYLE')]: 'true',
    [as('NO_CHECK_BUCKET')]: 'true',
    RCLONE_RETRIES: '1',
    RCLONE_LOW_LEVEL_RETRIES: '1',
  }
  const args = [
    join(root, 'node_modules/tsx/dist/cli.mjs'),
    join(root, 'lib/cli/main.ts'),
    'upload',
    's3:site',
  ]
  const child = spawn(process.execPath, args, {
    cwd: home,
    env: { ...env, ...remote },
    stdio: 'ignore',
    detached: true,
  })
  cut = () => process.kill(-(child.pid ?? 0), 'SIGKILL')
  const status = await new Promise(resolve => child.on('close', resolve))
  return { done: status === 0, seen: seen.filter(line => line !== 'PUT /site') }
}

const store = await startStore()
const gate = await startGate(store.port)
const { port } = gate
const headersOf = async (file: string) => (await fetch(`http://127.0.0.1:${store.port}/site/${file}`)).headers

try {
  site.set('robots.txt', 'Sitemap: https://news.example/sitemap.xml')
  site.set('index.html', 'home').set('index.html.br', 'x').set('_headers', 'x').set('_servers/Caddyfile', 'x')
  site.set('scripts/main-AAAA.js', 'a').set('scripts/main-AAAA.js.gz', 'x')
  for (let n = 0; n < 200; n++) site.set(`articles/a-${n}/index.html`, `article ${n}`)

  cutAfter = 50
  const stopped = await upload(port)
  cutAfter = Number.POSITIVE_INFINITY
  const rest = await upload(port)
  assert.equal(stopped.done, false, 'a cut upload says so')
  const wanted = [...site.keys()].filter(name => !/^_|\.(?:br|gz)$/.test(name)).length
  assert.deepEqual(
    [rest.done, stopped.seen.length + rest.seen.length],
    [true, wanted],
    'the rest goes up, nothing twice',
  )
  console.log(
    `cut after ${stopped.seen.length} files, then ${rest.seen.length} more: ${wanted} of ${wanted}, copies and server files left out`,
  )

  const again = await upload(port)
  assert.deepEqual(again, { done: true, seen: [] })
  console.log('again, with new times on all files: nothing sent')

  site.delete('scripts/main-AAAA.js')
  site.delete('articles/a-7/index.html')
  site.set('scripts/main-BBBB.js', 'b').set('index.html', 'home, new script')
  const changed = await upload(port)
  const [first, second, ...last] = changed.seen
  assert.equal(first, 'PUT /site/scripts/main-BBBB.js')
  assert.equal(second, 'PUT /site/index.html')
  assert.deepEqual([...last].sort(), [
    'DELETE /site/articles/a-7/index.html',
    'DELETE /site/scripts/main-AAAA.js',
  ])
  console.log(`a change: ${changed.seen.join(', ')}`)

  assert.equal(
    (await headersOf('scripts/main-BBBB.js')).get('cache-control'),
    'public, max-age=31536000, immutable',
  )
  assert.equal((await headersOf('index.html')).get('cache-control'), 'no-cache')
  assert.match((await headersOf('index.html')).get('content-type') ?? '', /^text\/html/)
  console.log(`headers right (s3rver ${versionOf('s3rver')})`)
} finally {
  await gate.close()
  store.child.kill()
  rmSync(home, { recursive: true, force: true })
}

function versionOf(name: string): string {
  const text = readFileSync(join(home, 'node_modules', name, 'package.json'), 'utf8')
  return /"version": "([^"]+)"/.exec(text)?.[1] ?? '?'
}
