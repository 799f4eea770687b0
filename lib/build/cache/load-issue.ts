// One issue of content/, checked and parsed, in the form in which a build stores it.
import { createHash } from 'node:crypto'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { checkIssue } from '../../audit/check'
import { readIssue } from '../../format/content-folder'
import { type StoredArticle, type StoredIssue, storeFiles, textLine } from '../../library/article-store'
import { publishedOf } from '../../library/published'
import { summarize } from '../../library/summary'
import { sha256 } from '../../model/checked-file'
import type { Problem } from '../../model/problem'
import { entryLine } from '../../publish/machine-files'

export type LoadResult = { readonly loaded: StoredIssue } | { readonly problems: readonly Problem[] }

/** An issue to load, of a content folder, into a store. */
export type LoadJob = { readonly dir: string; readonly id: string; readonly store: string }

/** Loads issues in this process. */
export const loadIssues = async (jobs: readonly LoadJob[]): Promise<readonly LoadResult[]> =>
  jobs.map(({ dir, id, store }) => loadIssue(dir, id, store))

/** Reads, checks and proves an issue; its texts are written into the store, the rest is returned, or all its problems. */
function loadIssue(dir: string, id: string, store: string): LoadResult {
  // First, and cheap: a change in between is noticed by the next build.
  const [fingerprint, source] = [statFingerprint(dir, id), contentHash(dir, id)]
  const { issueFiles, problems, drafts, ...content } = readIssue(dir, id)
  const file = issueFiles.get(id)
  if (problems.length > 0 || !file) return { problems }
  const { issue } = file
  const faults = checkIssue(dir, file, content.articles, drafts.length > 0).problems
  if (faults.length > 0) return { problems: faults }
  const { articles } = publishedOf(content)
  const lines: Buffer[] = []
  let at = 0
  const stored = articles.map((article): StoredArticle => {
    const line = Buffer.from(textLine(article))
    const place = { at, size: line.length }
    lines.push(line)
    at += line.length
    return { summary: summarize(article, issue), ...place }
  })
  const bytes = Buffer.concat(lines)
  const listed = articles.filter(({ status }) => status !== 'withdrawn')
  const entries = Buffer.from(listed.map(article => entryLine(article, issue)).join(',\n'))
  const checksum = checksumOf(bytes, entries)
  const texts = `${id}.${checksum.slice(0, 16)}`
  writeWholeSync(storeFiles.texts(store, texts), bytes)
  writeWholeSync(storeFiles.entries(store, texts), entries)
  return { loaded: { issue, source, fingerprint, texts, checksum, articles: stored } }
}

/** Checksum of all that the folder of an issue holds: names, kinds and bytes. '' when it is no folder that can be read. */
export function contentHash(dir: string, id: string): string {
  const folder = join(dir, id)
  if (!lstatSync(folder).isDirectory()) return ''
  const hash = createHash('sha256')
  for (const name of readdirSync(folder).sort()) {
    const stat = lstatSync(join(folder, name))
    hash.update(`${name}\0${stat.isFile()} ${stat.nlink} ${stat.size}\0`)
    if (stat.isFile()) hash.update(readFileSync(join(folder, name)))
  }
  return hash.digest('hex')
}

/** What the folder of an issue looks like without reading its files: when it is the same, so are they. */
export function statFingerprint(dir: string, id: string): string {
  const folder = join(dir, id)
  if (!lstatSync(folder).isDirectory()) return ''
  const entries = readdirSync(folder).sort()
  const stats = entries.map(name => ({ name, stat: lstatSync(join(folder, name)) }))
  const words = stats.map(
    ({ name, stat }) =>
      `${name}\0${stat.mode} ${stat.nlink} ${stat.ino} ${stat.size} ${stat.mtimeMs} ${stat.ctimeMs}`,
  )
  return sha256(words.join('\0'))
}

const checksumOf = (texts: Buffer, entries: Buffer) => sha256(Buffer.concat([texts, entries]))

/** Whether what the store has of an issue is what was written. */
export function isIntact({ texts, checksum }: StoredIssue, store: string): boolean {
  const files = [storeFiles.texts(store, texts), storeFiles.entries(store, texts)] as const
  if (!files.every(existsSync)) return false
  return checksumOf(readFileSync(files[0]), readFileSync(files[1])) === checksum
}

function writeWholeSync(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.tmp`, bytes)
  renameSync(`${file}.tmp`, file)
}
