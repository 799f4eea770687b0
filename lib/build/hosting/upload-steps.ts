// How a built site goes up to an object store, as calls of rclone: hashed files, then pages, then deletions.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { askAgain, forever, immutableFolders } from './headers'

export type UploadStep = { readonly says: string; readonly args: readonly string[] }

/** Object stores do not choose between copies, and these files are for other kinds of hosts. */
const notForStores = ['*.br', '*.gz', '/_headers', '/_redirects', '/_servers/**']

/** Chinese: what is said where there is no rclone. */
export const noRclone = '没有 rclone：Debian 上 apt install rclone，其他系统见 rclone.org'

/** The call of rclone that says, as JSON, what a remote can do. */
export const featuresOf = (remote: string): readonly string[] => ['backend', 'features', remote]

/** Whether a remote knows checksums of its files, by what that call has printed; no where it printed anything else. */
export function knowsChecksums(printed: string): boolean {
  try {
    const read: unknown = JSON.parse(printed)
    const { Hashes } = read as { readonly Hashes?: unknown }
    return Array.isArray(Hashes) && Hashes.length > 0
  } catch {
    return false
  }
}

/**
 * Calls of rclone, in their order. Files are compared by checksum: a clean build writes unchanged files anew, and their times say nothing.
 * Where a remote knows none (WebDAV, FTP), pages are all sent: a page of the same length may be another one. Each call can be repeated; a
 * call that was cut off has only put whole files in their places.
 */
export function uploadSteps(folder: string, remote: string, checksums: boolean): readonly UploadStep[] {
  const common = [
    ...['--fast-list', '--no-update-modtime'],
    ...['--transfers', '16', '--checkers', '32', '--stats', '2s'],
  ]
  // The name of a file that never changes says what is in it; in the last call everything is there already.
  const byName = [...common, checksums ? '--checksum' : '--size-only']
  const byContent = [...common, checksums ? '--checksum' : '--ignore-times']
  const headers = ([name, value]: readonly [string, string]) => ['--header-upload', `${name}: ${value}`]
  const without = notForStores.flatMap(pattern => ['--exclude', pattern])
  const hashed = immutableFolders.map(name => `/${name}/**`)
  const others = immutableFolders.flatMap(name => ['--exclude', `/${name}/**`])
  return [
    {
      says: '传不变的文件',
      args: ['copy', folder, remote, ...byName, ...headers(forever), ...filters(hashed)],
    },
    {
      says: '传页面',
      args: ['copy', folder, remote, ...byContent, ...headers(askAgain), ...without, ...others],
    },
    {
      says: '删去已撤下的',
      args: ['sync', folder, remote, ...byName, ...headers(askAgain), '--delete-after', ...without],
    },
  ]
}

/** Of hashed files too only the plain ones go up. rclone takes the first rule that fits, so the exceptions come first. */
const filters = (includes: readonly string[]) => [
  ...['*.br', '*.gz'].flatMap(pattern => ['--filter', `- ${pattern}`]),
  ...includes.flatMap(pattern => ['--filter', `+ ${pattern}`]),
  '--filter',
  '- **',
]

/** The address that a built site was made for, as its robots.txt says it; '' where none does. */
export function addressOf(folder: string): string {
  const file = join(folder, 'robots.txt')
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  return /^Sitemap: (\S+)$/m.exec(text)?.[1] ?? ''
}
