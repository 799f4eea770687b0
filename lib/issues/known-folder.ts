// The folder of an issue as it was read last: one act of an editor asks for it several times.
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { versionOf } from './folder-version'
import { type IssueFolder, readIssueFolder } from './issue-folder'

/** One, with its pictures: those of an issue may be large. */
let latest: { readonly stamp: string; readonly folder: IssueFolder } | undefined

/** What readIssueFolder gives; the same again while no byte, kind or link of the folder's files has changed. Nobody may change it. */
export function readKnownFolder(out: string, issue: string): IssueFolder {
  const stamp = stampOf(out, issue)
  if (latest && latest.stamp === stamp) return latest.folder
  const folder = readIssueFolder(out, issue)
  // What somebody changed while it was read is read again the next time.
  latest = stampOf(out, issue) === stamp ? { stamp, folder } : undefined
  return folder
}

/** All that reading depends on: where it is, the bytes of its files, and what kind of files they are. */
function stampOf(out: string, issue: string): string {
  const dir = join(out, issue)
  const kindOf = (path: string) => {
    const { mode, nlink } = lstatSync(path)
    return `${mode} ${nlink}`
  }
  const isThere = lstatSync(dir, { throwIfNoEntry: false })?.isDirectory()
  const names = isThere ? readdirSync(dir).sort() : []
  const kinds = names.map(name => `${name} ${kindOf(join(dir, name))}`)
  return [out, issue, isThere, versionOf(dir), ...kinds].join('\n')
}
