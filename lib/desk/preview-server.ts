// The site that was built, as readers would see it: from an origin of its own, in a frame of the desk alone, whose settings it may set.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { siteServer } from '../build/hosting/site-server'
import { kept } from '../device/kept'
import type { DeskSite } from './site'

export type Preview = {
  readonly site: DeskSite
  /** Path of the sub-folder that the site is hosted in, '' or '/folder'. */
  readonly basePath: string
  /** The port of the desk, whose page may show it in a frame. */
  readonly deskPort: () => number
}

/** Sets a size and a theme as a reader would, then goes on to a page: /-/look?size=care&theme=dark&to=/articles/x/ */
const lookPath = '/-/look'
const lookScript = `'use strict'
const asked = new URLSearchParams(location.search)
for (const [name, key] of ${JSON.stringify([
  ['size', kept.size],
  ['theme', kept.theme],
])}) {
  const value = asked.get(name)
  if (/^[a-z]+$/.test(value)) localStorage.setItem(key, value)
  else localStorage.removeItem(key)
}
const to = new URL(asked.get('to') || '/', location.origin)
if (to.origin === location.origin) location.replace(to)
`
const lookPage = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>预览</title><script src="${lookPath}.js"></script></html>`

/** Keeps nothing: a preview shows each page as it was built last. */
const idleWorker = "addEventListener('install', () => skipWaiting())\n"

/** A server that has not begun to listen; it must, on a loopback address. What is not a request of this machine's desk it refuses. */
export function previewServer({ site, basePath, deskPort }: Preview): Server {
  let shown = { build: '', server: undefined as Server | undefined }
  const siteNow = (framedBy: string): Server | undefined => {
    const { build } = site.state()
    if (build !== shown.build && build !== '')
      shown = { build, server: siteServer({ folder: site.built, basePath, framedBy }) }
    return shown.server
  }
  return createServer((request, response) => {
    const port = request.socket.localPort ?? 0
    const framedBy = [`http://127.0.0.1:${deskPort()}`, `http://localhost:${deskPort()}`].join(' ')
    if (!isOwn(request, port)) return plain(response, 403, 'text/plain; charset=utf-8', '')
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/'
    const own = `default-src 'none'; script-src 'self'; frame-ancestors ${framedBy}`
    if (path === lookPath) return plain(response, 200, 'text/html; charset=utf-8', lookPage, own)
    if (path === `${lookPath}.js`) return plain(response, 200, 'text/javascript; charset=utf-8', lookScript)
    if (path === `${basePath}/sw.js`)
      return plain(response, 200, 'text/javascript; charset=utf-8', idleWorker)
    const server = siteNow(framedBy)
    if (!server) return plain(response, 404, 'text/plain; charset=utf-8', '还没有预览')
    server.emit('request', request, response)
  })
}

/** Whether a browser of this machine asks for it: not under another name (DNS rebinding), not for another site. */
function isOwn({ method, headers }: IncomingMessage, port: number): boolean {
  const { host = '' } = headers
  const isHere = host === `127.0.0.1:${port}` || host === `localhost:${port}`
  return isHere && (method === 'GET' || method === 'HEAD') && headers['sec-fetch-site'] !== 'cross-site'
}

function plain(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  policy = "default-src 'none'; frame-ancestors 'none'",
): void {
  const headers = {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
  }
  response.writeHead(status, headers).end(body)
}
