// Addresses that moved, answered with 301, and those of what was withdrawn, with 410, as the files of the supported hosts say it.
// Where a host knows neither, the pages at these addresses say so themselves.

/** Paths below the site's root, each with a slash at its end. */
export type Redirects = {
  readonly moved: readonly { readonly from: string; readonly to: string }[]
  readonly gone: readonly string[]
}

export const noRedirects: Redirects = { moved: [], gone: [] }

/** Where it is in the built site. */
export const redirectsFile = '_redirects'

/** Whether all that lies below an address moved with it: the pages and feeds of a region or a topic. */
const isWhole = ({ from, to }: Redirects['moved'][number]) =>
  /^\/(?:regions|topics)\/[^/]+\/$/.test(from) && to !== '/'

/**
 * The file _redirects of Netlify and Cloudflare Pages; '' where there is nothing to say. Cloudflare knows no 410 and skips such lines; what
 * holds for many addresses (*) comes last there. Netlify sends a page that is there before it looks at a 301 without “!”, which Cloudflare
 * would not read: the page leads on.
 */
export function printRedirectsFile({ moved, gone }: Redirects, basePath: string): string {
  const lines = [
    ...moved.map(({ from, to }) => `${basePath}${from} ${basePath}${to} 301`),
    ...gone.map(path => `${basePath}${path} ${basePath}${path}index.html 410!`),
    ...moved.filter(isWhole).map(({ from, to }) => `${basePath}${from}* ${basePath}${to}:splat 301`),
  ]
  return lines.map(line => `${line}\n`).join('')
}

/** Locations for nginx, each of which comes before those by pattern. */
export function nginxRedirects({ moved, gone }: Redirects, basePath: string): readonly string[] {
  return [
    ...moved.map(
      ({ from, to }) => `location = ${basePath}${from} { return 301 ${basePath}${to}$is_args$args; }`,
    ),
    ...moved
      .filter(isWhole)
      .map(
        ({ from, to }) =>
          `location ^~ ${basePath}${from} { rewrite ^${basePath}${from}(.*)$ ${basePath}${to}$1 permanent; }`,
      ),
    ...gone.map(
      path => `location = ${basePath}${path} { error_page 410 ${basePath}${path}index.html; return 410; }`,
    ),
  ]
}

/** Lines for a Caddyfile; its errors are handled by what gonePages gives. */
export function caddyRedirects({ moved, gone }: Redirects, basePath: string): readonly string[] {
  return [
    ...moved.map(({ from, to }) => `redir ${basePath}${from} ${basePath}${to} 301`),
    ...moved
      .filter(isWhole)
      .flatMap(({ from, to }, at) => [
        `@jianbao_moved${at} path_regexp moved${at} ^${basePath}${from}(.+)$`,
        `redir @jianbao_moved${at} ${basePath}${to}{re.moved${at}.1} 301`,
      ]),
    ...gone.map(path => `error ${basePath}${path} 410`),
  ]
}

/** Lines within handle_errors of a Caddyfile. */
export const gonePages = ({ gone }: Redirects): readonly string[] =>
  gone.length === 0
    ? []
    : [
        '\t@jianbao_gone expression {http.error.status_code} == 410',
        '\trewrite @jianbao_gone {path}index.html',
      ]

export type Redirection =
  | { readonly status: 301; readonly to: string }
  | { readonly status: 410; readonly file: string }

/** Reads a _redirects file back, as a function of a path; undefined for a path that it says nothing of. */
export function readRedirectsFile(text: string): (path: string) => Redirection | undefined {
  const rules = text
    .split('\n')
    .filter(Boolean)
    .map(line => line.split(' ') as [string, string, string])
  const exact = new Map(rules.filter(([from]) => !from.endsWith('*')).map(rule => [rule[0], rule]))
  const whole = rules.filter(([from]) => from.endsWith('*'))
  return path => {
    const rule = exact.get(path)
    if (rule) return rule[2] === '301' ? { status: 301, to: rule[1] } : { status: 410, file: rule[1] }
    const above = whole.find(([from]) => path.startsWith(from.slice(0, -1)))
    if (!above) return undefined
    return { status: 301, to: above[1].replace(':splat', path.slice(above[0].length - 1)) }
  }
}
