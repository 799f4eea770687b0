// The site's name and address, and the URL of everything. The only reader of SITE_URL and SITE_NAME.
import { addressParts, addressSays, isLocalOrigin, isPort } from './addresses'
import type { OwnSettings } from './own-settings'
import { ownSettings } from './owner'
import { type Environment, environment } from './settings'

export type Site = {
  readonly name: string
  /** Scheme and host, no slash at the end: https://news.example */
  readonly origin: string
  /** Path of the sub-folder that the site is hosted in, '' or '/folder'. */
  readonly basePath: string
}

/**
 * Reads the site's settings from an environment and what its owner has set.
 * SITE_URL: http(s) address, may have a path (default: the owner's url, else http://localhost:PORT, 3000 without a PORT);
 * SITE_NAME (default: the owner's name, else 工会简报).
 * Throws when the address is not such an address: a build with a wrong address must not start.
 */
export function readSite(env: Environment, { name, url }: Pick<OwnSettings, 'name' | 'url'>): Site {
  const given = env.SITE_URL || url || `http://localhost:${portOf(env)}`
  const address = addressParts(given)
  if (!address) throw new Error(`SITE_URL 写的是“${given}”，${addressSays}`)
  const { origin, basePath } = address
  return { name: env.SITE_NAME || name || '工会简报', origin, basePath }
}

/** The port that the site is served on; what is no port is for `npm start` to refuse. */
const portOf = ({ PORT = '' }: Environment) =>
  /^[1-9]\d*$/.test(PORT) && isPort(Number(PORT)) ? PORT : '3000'

export const site = readSite(environment, ownSettings)

/** Whether the address is of this machine alone: nobody else can open what is shared. */
export const isLocal = isLocalOrigin(site.origin)

/** Paths from the root of the site, each with a slash at the end. */
export const homePath = '/'
export const allPath = '/all/'
export const searchPath = '/search/'
export const aboutPath = '/about/'
export const offlinePath = '/offline/'
export const articlePath = (id: string) => `/articles/${id}/`
export const issuePath = (issue: string) => `/issues/${issue}/`
export const regionPath = (region: { readonly slug: string }) => `/regions/${region.slug}/`
export const topicPath = (topic: { readonly slug: string }) => `/topics/${topic.slug}/`

/** The list of the articles of a region on a topic. */
export const regionTopicPath = (region: { readonly slug: string }, topic: { readonly slug: string }) =>
  `${regionPath(region)}${topic.slug}/`

/** The end of a city's address: the code points of its name in hexadecimal. It needs no table, so it never changes (decision 0091). */
export function citySlug(city: string): string {
  const points = Array.from(city, letter => (letter.codePointAt(0) ?? 0).toString(16))
  if (points.length <= longestCity) return points.join('-')
  return [...points.slice(0, longestCity), fingerprint(city)].join('-')
}

/** Letters of a city's name that its address spells out; no city has as many, and a folder's name has room for 255 bytes. */
const longestCity = 16

/** FNV-1a of a text's UTF-16 units, eight hex digits: tells apart what begins alike. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

export const cityPath = (region: { readonly slug: string }, city: string) =>
  `${regionPath(region)}city/${citySlug(city)}/`

/** What goes into an href: the path below the site's sub-folder. */
export const href = (path: string) => `${site.basePath}${path}`

/** The full address of a path: canonical links, feeds, QR codes. */
export const absolute = (path: string) => `${site.origin}${site.basePath}${path}`
