// The policy of the whole site, as text: which scripts and styles may run, where anything may come from. Nothing third-party.
// Directives: Content Security Policy Level 3 and Trusted Types (W3C).
import { createHash } from 'node:crypto'

/** Hashes of what is inline, as CSP writes them: 'sha256-…' */
export type InlineHashes = { readonly scripts: readonly string[]; readonly styles: readonly string[] }

/** Name of the one Trusted Types policy: it makes the address of the offline worker, nothing else. */
const trustedTypesPolicy = 'offline'

/** The hash of an inline script or style, quotes included, as it is written in a directive. */
export function cspHash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/**
 * Pages that a pointer rests on or a finger touches are fetched ahead, and only pages: their addresses end with a slash, those of
 * files do not. Browsers that save data do not (Chrome ignores the rules then); those that do not know the rules ignore them as well.
 */
const speculationRules = JSON.stringify({
  prefetch: [{ where: { href_matches: '{/*}?/' }, eagerness: 'moderate' }],
})

export const speculation = {
  html: `<script type="speculationrules">${speculationRules}</script>`,
  hash: cspHash(speculationRules),
} as const

/** The policy as a header says it. */
export function headerPolicy(hashes: InlineHashes): string {
  return [...directives(hashes), `frame-ancestors 'none'`].join('; ')
}

/** The same in a <meta>, for hosts without headers; a browser ignores frame-ancestors there. */
export function metaPolicy(hashes: InlineHashes): string {
  return directives(hashes).join(';')
}

function directives({ scripts, styles }: InlineHashes): readonly string[] {
  return [
    `default-src 'none'`,
    ['script-src', `'self'`, ...unique(scripts)].join(' '),
    ['style-src', ...(styles.length ? unique(styles) : [`'none'`])].join(' '),
    ...['img-src', 'font-src', 'connect-src', 'manifest-src', 'worker-src'].map(name => `${name} 'self'`),
    `base-uri 'none'`,
    `form-action 'self'`,
    `require-trusted-types-for 'script'`,
    `trusted-types ${trustedTypesPolicy}`,
  ]
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)].sort()
}

/** All inline hashes of several pages together: the header is one for the whole site. */
export function mergeHashes(all: readonly InlineHashes[]): InlineHashes {
  return {
    scripts: unique(all.flatMap(hashes => hashes.scripts)),
    styles: unique(all.flatMap(hashes => hashes.styles)),
  }
}
