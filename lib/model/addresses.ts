// What an address of a site may be, wherever it is written.

export const addressSays = '应为网址，如 https://news.example 或 https://news.example/jianbao'

/** Origin and sub-folder ('' or '/folder') of a site's http(s) address; undefined for what is no such address. */
export function addressParts(
  given: string,
): { readonly origin: string; readonly basePath: string; readonly isLocal: boolean } | undefined {
  const url = URL.canParse(given) ? new URL(given) : undefined
  const plain = url && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username
  const basePath = url?.pathname.replace(/\/+$/, '') ?? ''
  if (!plain || !/^(\/[\w.~-]+)*$/.test(basePath)) return undefined
  return { origin: url.origin, basePath, isLocal: isLocalOrigin(url.origin) }
}

/** Whether a server can listen on it; 0 leaves the choice to the system. */
export const isPort = (port: number): boolean => Number.isInteger(port) && port >= 0 && port <= 65_535

/** Whether an origin is of this machine alone: nobody else can open what is there. */
export const isLocalOrigin = (origin: string): boolean =>
  /^(?:localhost|127\.|\[::1\])/.test(new URL(origin).hostname)
