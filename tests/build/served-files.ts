// A built site behind another server, held against its own files: what differs from what the build means.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { filesIn } from '#lib/build/files/folder'
import { headersOf, parseHeadersFile } from '#lib/build/hosting/headers'
import { type Answer, ask } from './ask'

export type ServedSite = {
  readonly port: number
  /** The built site, with its _headers. */
  readonly out: string
  readonly basePath: string
  readonly brotli: boolean
}

/** What each type of file may be called by a server; the build names charsets where it matters. */
const types: Readonly<Record<string, RegExp>> = {
  '.html': /^text\/html; charset=utf-8$/,
  '.js': /^(text|application)\/javascript; charset=utf-8$/,
  '.json': /^application\/json/,
  '.xml': /^(text|application)\/xml/,
  '.txt': /^text\/plain; charset=utf-8$/,
  '.md': /^text\/markdown; charset=utf-8$/,
  '.opml': /^text\/x-opml; charset=utf-8$/,
  '.webmanifest': /^application\/manifest\+json$/,
  '.png': /^image\/png$/,
  '.ico': /^image\/(x-icon|vnd\.microsoft\.icon)$/,
  '.svg': /^image\/svg\+xml/,
  // Read by our own script alone, which asks for no type.
  '.bin': /^(application\/octet-stream)?$/,
}

const extension = (file: string) => /\.\w+$/.exec(file)?.[0] ?? ''

/** The first file of every sort: same extension, same folder at the top, as deep. */
export async function sortsOf(out: string): Promise<readonly string[]> {
  const all = (await filesIn(out)).filter(file => !/\.(br|gz)$|^_/.test(file)).reverse()
  return [
    ...new Map(
      all.map(file => [`${file.split('/')[0]} ${file.split('/').length} ${extension(file)}`, file]),
    ).values(),
  ]
}

function decoded({ headers, body }: Answer): Buffer {
  const encoding = headers['content-encoding']
  if (encoding === 'br') return brotliDecompressSync(body)
  return encoding === 'gzip' ? gunzipSync(body) : body
}

/** Faults of the answers to one file of every sort, as sentences; none when the server sends what the build means. */
export async function faultsOf({ port, out, basePath, brotli }: ServedSite): Promise<readonly string[]> {
  const rules = parseHeadersFile(readFileSync(join(out, '_headers'), 'utf8'))
  const faults: string[] = []
  for (const file of await sortsOf(out)) {
    const path = `${basePath}/${file.replace(/(^|\/)index\.html$/, '$1')}`
    for (const accept of ['identity', 'gzip', ...(brotli ? (['br'] as const) : [])] as const) {
      const answer = await ask(port, path, { 'Accept-Encoding': accept })
      const say = (what: unknown) => faults.push(`${path} (${accept}): ${what}`)
      const { headers } = answer
      if (answer.status !== 200) say(answer.status)
      if (!decoded(answer).equals(readFileSync(join(out, file)))) say('other bytes')
      const copy = { identity: '', gzip: '.gz', br: '.br' }[accept]
      const expected = existsSync(join(out, file + copy)) ? accept : 'identity'
      if ((headers['content-encoding'] ?? 'identity') !== expected)
        say(`sent as ${headers['content-encoding']}`)
      if (!types[extension(file)]?.test(String(headers['content-type'] ?? ''))) say(headers['content-type'])
      for (const [name, value] of headersOf(path, rules))
        if (headers[name.toLowerCase()] !== value) say(`${name}: ${headers[name.toLowerCase()]}`)
    }
  }
  const lost = await ask(port, `${basePath}/nowhere/`)
  if (lost.status !== 404 || !lost.body.equals(readFileSync(join(out, '404.html'))))
    faults.push(`${basePath}/nowhere/: ${lost.status}, not our 404 page`)
  return faults
}
