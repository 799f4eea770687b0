// A static server for the built site, with the headers it has in production (out/_headers): for `npm start` and for the tests.
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'
import { contentType } from './content-types'
import { type HeaderRule, headersOf, parseHeadersFile } from './headers'
import { readRedirectsFile, redirectsFile } from './redirects'

export type SiteServerOptions = {
  /** The built site: out/ */
  readonly folder: string
  /** Path of the sub-folder the site is hosted in, '' or '/folder'. */
  readonly basePath: string
  /** Origins whose pages may show this site in a frame; nobody may unless set. */
  readonly framedBy?: string
}

/**
 * A server that has not begun to listen. Files are listed when it is made, so a new build needs a new server.
 * Unknown addresses get 404.html; what moved and what was withdrawn is answered as _redirects says; a page's address without its last slash is sent on to the one with it.
 * Throws when the folder has no index.html.
 */
export function siteServer({ folder, basePath, framedBy }: SiteServerOptions): Server {
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`no index.html in ${folder}`)
  const lost = readFileSync(join(folder, '404.html'))
  const rules = readRules(join(folder, '_headers'))
  const redirected = readRedirects(join(folder, redirectsFile))
  const notFound = (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(404, { 'Content-Type': contentType('404.html') }).end(lost)
  }
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    etag: true,
    extensions: ['html'],
    onNoMatch: notFound,
    setHeaders: setType,
  })
  return createServer((request, response) => {
    const [path = '/', asked] = splitOnce(request.url ?? '/', '?')
    const query = asked === undefined ? '' : `?${asked}`
    for (const [name, value] of headersOf(path, rules)) response.setHeader(name, framedValue(value, framedBy))
    if (path !== basePath && !path.startsWith(`${basePath}/`)) return notFound(request, response)
    const answer = redirected(path)
    if (answer?.status === 301) return sendOn(response, `${answer.to}${query}`)
    const inside = path.slice(basePath.length)
    if (answer) {
      response.writeHead(410, { 'Content-Type': contentType('index.html') })
      response.end(readFileSync(join(folder, inside, 'index.html')))
      return
    }
    if (isPageWithoutSlash(folder, inside)) return sendOn(response, `${path}/${query}`)
    request.url = `${inside}${query}`
    files(request, response)
  })
}

const sendOn = (response: ServerResponse, address: string): void => {
  response.writeHead(301, { Location: address }).end()
}

const framedValue = (value: string, framedBy: string | undefined): string =>
  framedBy === undefined ? value : value.replace("frame-ancestors 'none'", `frame-ancestors ${framedBy}`)

function readRedirects(file: string): ReturnType<typeof readRedirectsFile> {
  return readRedirectsFile(existsSync(file) ? readFileSync(file, 'utf8') : '')
}

function readRules(file: string): readonly HeaderRule[] {
  return existsSync(file) ? parseHeadersFile(readFileSync(file, 'utf8')) : []
}

/** sirv knows the types, but names the charset of pages alone. */
function setType(response: ServerResponse, pathname: string): void {
  const type = contentType(pathname)
  if (type) response.setHeader('Content-Type', type)
}

/** Only plain segments are looked up on disk, so that no address leads out of the folder. */
function isPageWithoutSlash(folder: string, path: string): boolean {
  if (path.endsWith('/') || !/^(\/[\w~-][\w.~-]*)*$/.test(path)) return false
  return existsSync(join(folder, path, 'index.html'))
}

function splitOnce(text: string, mark: string): readonly [string, string | undefined] {
  const at = text.indexOf(mark)
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)]
}
