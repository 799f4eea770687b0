// The folder of an issue on disk: read before an import, and written whole or not at all.
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { readEdits, readIssue } from '../format/content-folder'
import { type EditsFile, editsName, noEdits } from '../format/edits-file'
import type { IssueFile } from '../format/issue-file'
import { columnsName } from '../format/parted-columns'
import { pictureName } from '../format/picture-fields'
import { readSource } from '../format/source-folder'
import { type Before, shortHash } from '../import/edition/reimport'
import type { Article } from '../model/article'
import { unmeasured } from '../model/picture'
import type { Problem } from '../model/problem'
import { versionOf } from './folder-version'
import type { GivenFile } from './source'

export type IssueFolder = Before & {
  /** issue.md as it is on disk, and as it was read. */
  readonly text: string
  readonly issueFile: IssueFile | undefined
  /** source.txt byte for byte; undefined when there is none. */
  readonly bytes: Uint8Array | undefined
  /** The files that its page is read from: those that were given, else source.txt. */
  readonly parts: readonly GivenFile[]
  /** The files of its pictures. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** What an editor has decided about it. */
  readonly edits: EditsFile
  readonly problems: readonly Problem[]
}

/** An issue of which nothing is on disk yet. */
export const nothing: IssueFolder = {
  files: [],
  source: '',
  imported: new Map(),
  text: '',
  issueFile: undefined,
  bytes: undefined,
  parts: [],
  pictures: new Map(),
  edits: noEdits,
  problems: [],
}

/**
 * What is in the folder of an issue; its problems are those of `npm run check`, without the audit, and without pictures that no article
 * names yet: an editor puts the file there first.
 */
export function readIssueFolder(out: string, issue: string): IssueFolder {
  const dir = join(out, issue)
  if (!lstatSync(dir, { throwIfNoEntry: false })) return nothing
  const read = readIssue(out, issue)
  const source = readSource(out, issue)
  const named = read.problems.filter(({ rule }) => rule !== 'picture-unused')
  const problems = [...named, ...(Array.isArray(source) ? source : [])]
  if (!lstatSync(dir).isDirectory()) return { ...nothing, problems }
  const numbers = readdirSync(dir).flatMap(name => /^(\d{2,4})\.md$/.exec(name)?.[1] ?? [])
  const files = numbers.map(name => ({
    number: Number(name),
    text: readFileSync(join(dir, `${name}.md`), 'utf8'),
    article: asWritten(read.articles.find(({ number }) => number === Number(name))),
  }))
  const issueFile = read.issueFiles.get(issue)
  const edits = readEditsOf(dir)
  const [text, bytes] = [join(dir, 'issue.md'), join(dir, 'source.txt')]
  return {
    files,
    source: source && !Array.isArray(source) ? source.text : '',
    imported: issueFile?.imported ?? new Map(),
    base: edits.base,
    text: existsSync(text) ? readFileSync(text, 'utf8') : '',
    issueFile,
    bytes: existsSync(bytes) ? readFileSync(bytes) : undefined,
    parts: partsIn(dir),
    pictures: new Map(
      readdirSync(dir)
        .filter(name => pictureName.test(name))
        .map(name => [name, readFileSync(join(dir, name))]),
    ),
    edits,
    problems,
  }
}

/** The files of the page itself, in the order in which they were given. */
function partsIn(dir: string): readonly GivenFile[] {
  const names = readdirSync(dir).sort()
  const given = names.filter(
    name => name === columnsName || /^source(?:-\d\d)?\.(?:pdf|html|docx)$/.test(name),
  )
  const own = given.length > 0 ? given : names.filter(name => name === 'source.txt')
  return own.map(name => ({ file: join(dir, name), bytes: readFileSync(join(dir, name)) }))
}

/** An article as its own file says it, without what the files of its pictures are; without pictures the very article. */
const asWritten = (article: Article | undefined): Article | undefined =>
  article?.pictures.length ? { ...article, pictures: article.pictures.map(unmeasured) } : article

/** None where there is no such file or it has problems, which readIssue tells. */
function readEditsOf(dir: string): EditsFile {
  const file = join(dir, editsName)
  const read = existsSync(file) ? readEdits(file) : noEdits
  return Array.isArray(read) ? noEdits : read
}

/** Whether the folder holds exactly these files with these contents. */
export function holdsAlready(
  out: string,
  issue: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): boolean {
  const dir = join(out, issue)
  if (!existsSync(dir)) return false
  const names = readdirSync(dir).filter(name => !name.startsWith('.'))
  return (
    names.length === files.size &&
    [...files].every(
      ([name, content]) => names.includes(name) && Buffer.from(content).equals(readFileSync(join(dir, name))),
    )
  )
}

/** Names of the files that these contents would add, change or remove, in order. */
export function filesToChange(
  out: string,
  issue: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): readonly string[] {
  const dir = join(out, issue)
  const there = existsSync(dir) ? readdirSync(dir).filter(name => !name.startsWith('.')) : []
  const isOther = (name: string, content: string | Uint8Array) =>
    !there.includes(name) || !Buffer.from(content).equals(readFileSync(join(dir, name)))
  return [
    ...[...files].flatMap(([name, content]) => (isOther(name, content) ? [name] : [])),
    ...there.filter(name => !files.has(name)),
  ].sort()
}

/** Copies the issue as it is to where nothing overwrites it; gives that folder. */
export function keepAside(out: string, issue: string): string {
  const texts = readdirSync(join(out, issue)).sort()
  const contents = texts.map(name => `${name}\n${readFileSync(join(out, issue, name), 'latin1')}`)
  const aside = join('.cache', 'before', `${issue}-${shortHash(contents.join('\n'))}`)
  if (!existsSync(aside)) cpSync(join(out, issue), aside, { recursive: true })
  return aside
}

const fresh = (out: string, issue: string) => join(out, `.import-${issue}.new`)
const last = (out: string, issue: string) => join(out, `.import-${issue}.last`)

/** Somebody else has written to the folder since it was read; it is as they left it. */
export class ChangedMeanwhile extends Error {}

/**
 * Writes an issue whole: into a folder beside, which then takes the place of the old one. After a kill at any moment
 * there is the old issue or the new one, or for an instant the old one beside its place, where `recover` fetches it.
 * A file whose content stays keeps its time. Throws what the file system throws, with nothing changed, and
 * ChangedMeanwhile where the folder is not of the version `expected`.
 */
export function writeIssueFolder(
  out: string,
  issue: string,
  files: ReadonlyMap<string, string | Uint8Array>,
  expected?: string,
): void {
  const [dir, made, old] = [join(out, issue), fresh(out, issue), last(out, issue)]
  try {
    makeFolder(made)
    for (const [name, content] of files) writeBeside(join(dir, name), join(made, name), content)
    for (const name of hiddenIn(dir)) cpSync(join(dir, name), join(made, name), { recursive: true })
    if (existsSync(dir)) renameSync(dir, old)
    if (expected !== undefined && versionOf(old) !== expected) throw new ChangedMeanwhile(dir)
    renameSync(made, dir)
  } catch (error) {
    rmSync(made, { recursive: true, force: true })
    if (existsSync(old) && !existsSync(dir)) renameSync(old, dir)
    throw error
  }
  rmSync(old, { recursive: true, force: true })
}

/** Names of the system's and of editors' own files, which are left alone. */
const hiddenIn = (dir: string) =>
  existsSync(dir) ? readdirSync(dir).filter(name => name.startsWith('.')) : []

/** Writes what takes the place of a file; the file itself, under a second name, where nothing changes. */
function writeBeside(now: string, made: string, content: string | Uint8Array): void {
  const stat = lstatSync(now, { throwIfNoEntry: false })
  if (stat?.isFile() && Buffer.from(content).equals(readFileSync(now))) linkOrCopy(now, made)
  else writeFileSync(made, content, { flush: true })
}

/** Gives a file a second name; where the file system has no links, a copy with the time of the file. */
export function linkOrCopy(now: string, made: string): void {
  try {
    linkSync(now, made)
  } catch {
    const { atime, mtime } = statSync(now)
    copyFileSync(now, made)
    utimesSync(made, atime, mtime)
  }
}

/** Node's own recursive mkdir never returns where the system refuses with ENOENT, as /proc does. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  if (dirname(path) !== path) makeFolder(dirname(path))
  mkdirSync(path)
}

/** Undoes what a killed import left behind. */
export function recover(out: string): void {
  if (!lstatSync(out, { throwIfNoEntry: false })?.isDirectory()) return
  for (const name of readdirSync(out)) {
    const [, issue, state] = /^\.import-([a-z0-9-]+)\.(new|last)$/.exec(name) ?? []
    if (!issue) continue
    const isWhole = existsSync(join(out, issue))
    if (state === 'last' && !isWhole) renameSync(last(out, issue), join(out, issue))
    else rmSync(join(out, name), { recursive: true, force: true })
  }
}
