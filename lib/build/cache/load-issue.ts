// One issue of content/, checked and parsed, in the form in which a build keeps it.
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
import { factsOf, type KeptArticle, type KeptIssue, storeFiles, textLine } from '../../library/article-store'
import { sha256 } from '../../library/checked-file'
import type { Problem } from '../../model/problem'
import { entryLine } from '../../publish/machine-files'

export type Keeping = { readonly kept: KeptIssue } | { readonly problems: readonly Problem[] }

/** An issue to keep, of a content folder, in a store. */
export type KeepJob = { readonly dir: string; readonly id: string; readonly store: string }

/** Keeps issues in this process. */
export const keepHere = async (jobs: readonly KeepJob[]): Promise<readonly Keeping[]> =>
  jobs.map(({ dir, id, store }) => keepIssue(dir, id, store))

/** Reads, checks and proves an issue; its texts are written into the store, the rest is returned, or all its problems. */
export function keepIssue(dir: string, id: string, store: string): Keeping {
  const [seen, source] = [seenOf(dir, id), sourceOf(dir, id)] // first what is cheap: a change in between is noticed next time
  const { articles, issues, issueFiles, problems } = readIssue(dir, id)
  if (problems.length > 0) return { problems }
  const faults = checkIssue(dir, id, articles, issueFiles.get(id)?.leftOut).problems
  const issue = issues.get(id)
  if (faults.length > 0 || !issue) return { problems: faults }
  const lines: Buffer[] = []
  let at = 0
  const list = articles.map((whole): KeptArticle => {
    const { body: _, blocks: __, ...article } = whole
    const line = Buffer.from(textLine(whole))
    const place = { at, size: line.length }
    lines.push(line)
    at += line.length
    return { article, ...place, ...factsOf(whole, issue) }
  })
  const bytes = Buffer.concat(lines)
  const entries = Buffer.from(articles.map(article => entryLine(article, issue)).join(',\n'))
  const seal = sealOf(bytes, entries)
  const texts = `${id}.${seal.slice(0, 16)}`
  writeOnce(storeFiles.texts(store, texts), bytes)
  writeOnce(storeFiles.entries(store, texts), entries)
  return { kept: { issue, source, seen, texts, seal, articles: list } }
}

/** Checksum of all that the folder of an issue holds: names, kinds and bytes. '' when it is no folder that can be read. */
export function sourceOf(dir: string, id: string): string {
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
export function seenOf(dir: string, id: string): string {
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

const sealOf = (texts: Buffer, entries: Buffer) => sha256(Buffer.concat([texts, entries]))

/** Is what the store has of an issue what was written? */
export function isWhole({ texts, seal }: KeptIssue, store: string): boolean {
  const files = [storeFiles.texts(store, texts), storeFiles.entries(store, texts)] as const
  if (!files.every(existsSync)) return false
  return sealOf(readFileSync(files[0]), readFileSync(files[1])) === seal
}

function writeOnce(file: string, bytes: Buffer): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.tmp`, bytes)
  renameSync(`${file}.tmp`, file)
}
