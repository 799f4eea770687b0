// What the arguments of an import mean: files, folders of files, or standard input, each with its issue id.
import { closeSync, openSync, readdirSync, readSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pageBounds } from '../format/decode'
import { pdfBounds } from '../import/readers/pdf/page'
import type { GivenFile } from '../issues/source'
import type { Problem } from '../model/problem'

export type GivenPage = {
  /** As the editor knows it. */
  readonly file: string
  /** The id given, or what the file's name makes of one; whether it may be one is for others to say. */
  readonly issue: string
  /** The bytes of its files, at most one more than a page may have; a problem when one cannot be read. */
  readonly read: () => Promise<readonly GivenFile[] | Problem>
}

/** Files that make one issue, and the name that its id is made of. */
type Group = { readonly files: readonly string[]; readonly name: string }

/**
 * The pages that are meant, folders opened, in the order given; `-` is standard input. Several files with one id are one
 * issue, and so are the web pages and the Markdown files of a folder.
 */
export function givenPages(
  given: readonly string[],
  issue: string | undefined,
  stdin: AsyncIterable<Uint8Array>,
): readonly GivenPage[] {
  const groups = given.flatMap(path => (isFolder(path) ? filesIn(path) : [{ files: [path], name: path }]))
  const files = groups.flatMap(group => group.files)
  const one = issue !== undefined && files.length > 1
  return (one ? [{ files, name: '' }] : groups).map(group => ({
    file: group.files.map(nameOf).join('、'),
    issue: issue ?? (group.name === '-' ? '' : issueIdOf(group.name)),
    read: () => readAll(group.files, stdin),
  }))
}

const nameOf = (file: string) => (file === '-' ? '标准输入' : file)

async function readAll(
  files: readonly string[],
  stdin: AsyncIterable<Uint8Array>,
): Promise<readonly GivenFile[] | Problem> {
  const parts: GivenFile[] = []
  for (const file of files) {
    const bytes = file === '-' ? await readInput(stdin) : readBytes(file)
    if (!(bytes instanceof Uint8Array)) return bytes
    parts.push({ file: nameOf(file), bytes })
  }
  return parts
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false

function filesIn(folder: string): readonly Group[] {
  const names = readdirSync(folder).filter(name => !name.startsWith('.'))
  const paths = (pattern: RegExp) =>
    names
      .filter(name => pattern.test(name))
      .sort()
      .map(name => join(folder, name))
  const single = paths(/\.(?:txt|pdf|docx)$/i).map(file => ({ files: [file], name: file }))
  const web = paths(/\.html?$/i)
  // Beside pages of other kinds a .md is somebody's note.
  const crawled = single.length + web.length > 0 ? [] : paths(/\.(?:md|markdown)$/i)
  return [...single, ...[web, crawled].flatMap(files => (files.length > 0 ? [{ files, name: folder }] : []))]
}

/** `GH202411_2.txt` → gh202411-2 */
const issueIdOf = (file: string) =>
  basename(file)
    .replace(/\.[^.]*$/, '')
    .toLowerCase()
    .replace(/[_\s.]+/g, '-')

function readBytes(file: string): Uint8Array | Problem {
  const problem = (rule: string, message: string): Problem => ({ file, line: 1, rule, message })
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) return problem('page-missing', '没有这个文件')
  if (!stat.isFile()) return problem('page-kind', '不是普通文件，应是一版报纸的文字')
  const most = (/\.(?:pdf|docx|html?)$/i.test(file) ? pdfBounds.bytes : pageBounds.bytes) + 1
  const bytes = Buffer.alloc(Math.min(stat.size, most))
  try {
    const handle = openSync(file, 'r')
    const length = readSync(handle, bytes)
    closeSync(handle)
    return bytes.subarray(0, length)
  } catch {
    return problem('page-unreadable', '不能读取，应有读的权限')
  }
}

async function readInput(stdin: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stdin) {
    chunks.push(Buffer.from(chunk))
    length += chunk.length
    if (length > pageBounds.bytes) break
  }
  return Buffer.concat(chunks)
}
