// The headers of the published site: one list of rules, which every server's file is made from.
import { pictureFolder } from '../../model/picture'
import { headerPolicy, type InlineHashes } from '../pages/csp'

export type Header = readonly [name: string, value: string]

/** Headers for all paths that begin with `prefix` ('/scripts/'), or for one path when `exact`. */
export type HeaderRule = {
  readonly prefix: string
  readonly exact: boolean
  readonly headers: readonly Header[]
}

/**
 * Folders in which a file's name carries the hash of its content. Whoever adds such a folder adds it here; its name must not
 * begin with that of another: for Netlify /search/* holds for /search-files/ as well, and it would join the two cache rules.
 */
export const immutableFolders: readonly string[] = ['_next', 'scripts', 'hashed-search', pictureFolder]

/** The immutable folders of a site with that at its top: one without photographs has no word of them. */
export const immutableIn = (tops: readonly string[]): readonly string[] =>
  immutableFolders.filter(folder => folder !== pictureFolder || tops.includes(`${folder}/`))

export const forever: Header = ['Cache-Control', 'public, max-age=31536000, immutable']
/** Cached, but asked for each time: an unchanged page costs an empty answer, a retracted one is gone at once. */
export const askAgain: Header = ['Cache-Control', 'no-cache']

/** What a bulletin never needs; sharing and the clipboard stay with the page itself. */
const refused = ['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer']
const refusedToo = ['microphone', 'midi', 'payment', 'usb', 'browsing-topics']

/** The headers of every answer, 404 included. */
export function securityHeaders(hashes: InlineHashes): readonly Header[] {
  return [
    ['Content-Security-Policy', headerPolicy(hashes)],
    ['X-Content-Type-Options', 'nosniff'],
    ['Referrer-Policy', 'same-origin'],
    ['Permissions-Policy', [...refused, ...refusedToo].map(name => `${name}=()`).join(', ')],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
  ]
}

/**
 * The rules for a built folder. `tops`: names of what is at its top, folders with a slash at the end.
 * No two rules set the same header for one path: hosts that read _headers would join the two values.
 */
export function headerRules(
  hashes: InlineHashes,
  tops: readonly string[],
  basePath: string,
): readonly HeaderRule[] {
  const all = { prefix: `${basePath}/`, exact: false, headers: securityHeaders(hashes) }
  const home = { prefix: `${basePath}/`, exact: true, headers: [askAgain] }
  const each = tops.map(top => ({
    prefix: `${basePath}/${top}`,
    exact: !top.endsWith('/'),
    headers: [immutableFolders.includes(top.slice(0, -1)) ? forever : askAgain],
  }))
  return [all, home, ...each]
}

/** The headers of one path, by all the rules that hold for it. */
export function headersOf(path: string, rules: readonly HeaderRule[]): readonly Header[] {
  return rules
    .filter(({ prefix, exact }) => (exact ? path === prefix : path.startsWith(prefix)))
    .flatMap(rule => rule.headers)
}

/** The file _headers that Cloudflare Pages and Netlify read: a path, then its headers, indented. */
export function printHeadersFile(rules: readonly HeaderRule[]): string {
  const blocks = rules.map(({ prefix, exact, headers }) =>
    [exact ? prefix : `${prefix}*`, ...headers.map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
  )
  return `${blocks.join('\n')}\n`
}

/** Reads a _headers file back; throws on a line that printHeadersFile would not have written. */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  const blocks = text.split(/\n(?=\/)/).map(block => block.split('\n').filter(line => line !== ''))
  return blocks.map(([path = '', ...lines]) => ({
    prefix: path.replace(/\*$/, ''),
    exact: !path.endsWith('*'),
    headers: lines.map(line => {
      const [, name, value] = /^ {2}([\w-]+): (.+)$/.exec(line) ?? []
      if (!name || !value) throw new Error(`_headers: ${line}`)
      return [name, value] as const
    }),
  }))
}
