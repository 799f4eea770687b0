// Include files for servers of one's own, nginx and Caddy: the same headers, types and compressed copies as elsewhere.

import type { InlineHashes } from '../pages/csp'
import { askAgain, forever, type Header, immutableIn, securityHeaders } from './headers'
import { caddyRedirects, gonePages, nginxRedirects, noRedirects } from './redirects'

/** Where they are in the built site; harmless to publish. */
export const serverFiles = { nginx: '_servers/nginx.conf', caddy: '_servers/Caddyfile' } as const

/** Types that a server's own table lacks or gets wrong. */
const types: readonly (readonly [extension: string, type: string])[] = [
  ['webmanifest', 'application/manifest+json'],
  ['md', 'text/markdown; charset=utf-8'],
  ['opml', 'text/x-opml; charset=utf-8'],
]

/**
 * For `include` within nginx's server { }, whose `root` is the folder that basePath is counted from. `tops`: what is at the site's
 * top, folders with a slash at the end.
 * Headers stand at server level alone: nginx drops inherited ones in a location that adds its own.
 */
export function printNginx(
  hashes: InlineHashes,
  basePath: string,
  tops: readonly string[] = [],
  redirects = noRedirects,
): string {
  const folders = immutableIn(tops).join('|')
  const add = ([name, value]: Header) => `add_header ${name} "${value}" always;`
  return [
    '# 放在 nginx 的 server { } 里：include …/_servers/nginx.conf;',
    `# root 指向${basePath ? `放着 ${basePath.slice(1)}/（即 out/ 的内容）的文件夹` : ' out/'}。`,
    '# brotli_static 需要模块 ngx_brotli（Debian：libnginx-mod-http-brotli-static）；有它时去掉下一行的 #。',
    '#brotli_static on;',
    'gzip_static on;',
    'charset utf-8;',
    'charset_types text/html text/css text/plain text/xml application/javascript text/javascript application/json application/rss+xml application/atom+xml;',
    'absolute_redirect off;',
    'index index.html;',
    `error_page 404 ${basePath}/404.html;`,
    `set $jianbao_cache "${askAgain[1]}";`,
    `if ($uri ~ "^${escapeRegExp(basePath)}/(?:${folders})/") { set $jianbao_cache "${forever[1]}"; }`,
    'add_header Cache-Control $jianbao_cache always;',
    ...securityHeaders(hashes).map(add),
    ...nginxRedirects(redirects, basePath),
    `location ${basePath}/ { try_files $uri $uri/ =404; }`,
    ...types.map(
      ([extension, type]) =>
        `location ~ ^${escapeRegExp(basePath)}/.*\\.${extension}$ { types { } default_type "${type}"; try_files $uri =404; }`,
    ),
    '',
  ].join('\n')
}

/** For `import` within a site block of a Caddyfile, whose `root` is the folder that basePath is counted from. */
export function printCaddy(
  hashes: InlineHashes,
  basePath: string,
  tops: readonly string[] = [],
  redirects = noRedirects,
): string {
  const folders = immutableIn(tops)
    .map(folder => `${basePath}/${folder}/*`)
    .join(' ')
  const headers = securityHeaders(hashes).map(([name, value]) => `\t${name} "${value}"`)
  return [
    '# 放在 Caddyfile 的站点块里：import …/_servers/Caddyfile',
    `# root 指向${basePath ? `放着 ${basePath.slice(1)}/（即 out/ 的内容）的文件夹` : ' out/'}。`,
    'header {',
    ...headers,
    '}',
    `@jianbao_forever path ${folders}`,
    `@jianbao_again not path ${folders}`,
    `header @jianbao_forever Cache-Control "${forever[1]}"`,
    `header @jianbao_again Cache-Control "${askAgain[1]}"`,
    ...types.flatMap(([extension, type]) => [
      `@jianbao_${extension} path *.${extension}`,
      `header @jianbao_${extension} Content-Type "${type}"`,
    ]),
    ...caddyRedirects(redirects, basePath),
    'file_server {',
    '\tprecompressed br gzip',
    '}',
    'handle_errors {',
    '\t@jianbao_lost expression {http.error.status_code} == 404',
    `\trewrite @jianbao_lost ${basePath}/404.html`,
    ...gonePages(redirects),
    '\tfile_server',
    '}',
    '',
  ].join('\n')
}

function escapeRegExp(text: string): string {
  return text.replace(/[.]/g, '\\.')
}
