// Who may ask the desk's server: this machine's own page, with the key that the terminal printed. Nobody else, whatever a browser is told.
import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { pictureBounds } from '../format/picture-file'

/** The path that takes pages in. */
export const importPath = '/api/imports'

/** The path that takes a picture of an issue in, and that shows one. */
export const picturePath = /^\/api\/issues\/([a-z0-9-]+)\/pictures(?:\/([\w.-]+))?$/

/** The path that takes an article in that is written for the site. */
export const writingPath = /^\/api\/issues\/([a-z0-9-]+)\/written$/

/** The path that puts the example back. */
export const examplePath = '/api/example'

/** The path that reads a text which is written from. */
export const cleanPath = '/api/clean'

/** The path that shows a page of an issue's PDFs. */
export const sheetPath = /^\/api\/issues\/([a-z0-9-]+)\/pages\/([1-9]\d?)\/([1-9]\d{2,3})$/

/** The largest body of a request, in bytes: a page's files or a picture, which are a third longer as JSON; any other act. */
export const mostBytes = (path: string): number => {
  if (path === importPath || path === cleanPath) return 80_000_000
  return picturePath.test(path) ? pictureBounds.bytes * 1.4 : 1_000_000
}

export type Asked = {
  readonly method: string
  readonly path: string
  readonly headers: IncomingHttpHeaders
}

/** The name of the header that carries the key. */
const keyHeader = 'x-desk-key'

/**
 * The status to refuse a request with, or undefined where it may pass. The Host must be this machine (a name that somebody
 * has pointed here is not: DNS rebinding), the Origin the page's own (no other site may ask), an act JSON of a bounded
 * size, and everything below /api/ must bring the key.
 */
export function refusalOf({ method, path, headers }: Asked, port: number, key: string): number | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host = '', origin, 'content-length': length = '' } = headers
  if (!hosts.includes(host)) return 421
  if (origin !== undefined && origin !== `http://${host}`) return 403
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && !(site === 'none' && method === 'GET')) return 403
  if (!path.startsWith('/api/')) return method === 'GET' ? undefined : 405
  if (!isKey(headers[keyHeader], key)) return 401
  if (method === 'GET') return undefined
  if (method !== 'POST') return 405
  if (origin === undefined) return 403
  if (headers['content-type'] !== 'application/json') return 415
  if (!/^\d+$/.test(length)) return 411
  return Number(length) > mostBytes(path) ? 413 : undefined
}

function isKey(given: string | readonly string[] | undefined, key: string): boolean {
  const [left, right] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(key)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** What a browser is told about everything that the desk sends. Only the preview, on that port of this machine, is shown in a frame. */
export const headersOfAll = (previewPort: number): Record<string, string> => ({
  'Content-Security-Policy': `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; frame-src http://127.0.0.1:${previewPort} http://localhost:${previewPort}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'`,
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
})
