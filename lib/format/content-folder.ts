// Reads content/ and is its gate: nothing wrong gets past it.
// turbopackIgnore: else Next takes such a path for every file of the project (lib/decisions/0035-file-tracing.md).
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Issue } from '../model/article'
import { byCodeUnit, inPageOrder } from '../model/order'
import type { Measured } from '../model/picture'
import type { Problem } from '../model/problem'
import { issueRule, parseArticle } from './article-file'
import { withPictures } from './article-pictures'
import { type EditsFile, editsName, parseEdits } from './edits-file'
import { readText, wholeFile } from './file-text'
import { type IssueFile, parseIssue } from './issue-file'
import { isOwnFile } from './own-files'
import { pictureName } from './picture-fields'
import { pictureBounds, readPictureFile } from './picture-file'

export type Content = {
  /** By issue, then number. */
  readonly articles: readonly Article[]
  readonly issues: ReadonlyMap<string, Issue>
}

export type ReadContent = Content & {
  readonly issueFiles: ReadonlyMap<string, IssueFile>
  readonly problems: readonly Problem[]
  /** What is wrong with drafts: it stops nothing. */
  readonly drafts: readonly Problem[]
}

/** The largest file of an article or an issue, in bytes. */
const maxBytes = 2_000_000

/** What was found so far, and what was wrong with it. */
type Finds = {
  readonly articles: Article[]
  readonly issueFiles: Map<string, IssueFile>
  readonly problems: Problem[]
  readonly drafts: Problem[]
}

const nothingFound = (): Finds => ({ articles: [], issueFiles: new Map(), problems: [], drafts: [] })

/**
 * Reads and checks the issues of a content folder: `<issue>/issue.md`, `<issue>/NN.md`, `<issue>/NN.jpg`, `<issue>/source.txt`. What is wrong is
 * in `problems`, and left out of the rest. Names that begin with a dot are the system's, and left alone.
 */
export function readContent(dir: string): ReadContent {
  const finds = nothingFound()
  for (const name of issuesIn(dir, finds)) readFolder(dir, name, finds)
  return inOrder(finds)
}

/** The names in a content folder, those of issues and those that do not belong there. */
export function issueNames(dir: string): {
  readonly names: readonly string[]
  readonly problems: readonly Problem[]
} {
  const finds = nothingFound()
  return { names: issuesIn(dir, finds), problems: finds.problems }
}

/** Reads and checks one issue of a content folder in the same way. */
export function readIssue(dir: string, issue: string): ReadContent {
  const finds = nothingFound()
  readFolder(dir, issue, finds)
  return inOrder(finds)
}

function inOrder({ articles, issueFiles, ...found }: Finds): ReadContent {
  articles.sort(inPageOrder)
  const issues = new Map([...issueFiles].map(([id, { issue }]) => [id, issue]))
  return { articles, issues, issueFiles, ...found }
}

function readFolder(dir: string, name: string, finds: Finds): void {
  const path = join(dir, name)
  const fault = folderFault(path, name)
  if (fault) return void finds.problems.push(fault)
  const isDraft = isDraftFile(join(/* turbopackIgnore: true */ path, 'issue.md'))
  // Whatever is wrong in the folder of a draft is wrong with the draft.
  readFiles(path, name, isDraft ? { ...finds, problems: finds.drafts } : finds)
  if (isDraft && !finds.issueFiles.has(name)) finds.issueFiles.set(name, draftIssue(name))
}

/** An issue that says it is a draft, and cannot be read otherwise. */
const draftIssue = (id: string): IssueFile => ({
  issue: { id, title: '', date: '', dateBasis: '', publication: '', status: 'draft' },
  ...{ imported: new Map(), leftOut: [], doubts: '' },
})

/** Whether the front matter of a file says that it is a draft, however wrong the rest of it is. */
function isDraftFile(file: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile() || stat.size > maxBytes) return false
  const [, head = ''] = readFileSync(file, 'utf8').split(/^---[ \t]*\r?$/mu)
  return /^status:[ \t]*["“”']?draft["“”']?[ \t]*\r?$/mu.test(head)
}

function folderNames(dir: string, { problems }: Finds): readonly string[] {
  try {
    const names = readdirSync(dir).sort(byCodeUnit)
    for (const name of names) {
      const issue = /^\.import-(.+)\.last$/.exec(name)?.[1]
      if (issue && !names.includes(issue))
        problems.push(wholeFile(join(dir, issue), 'import-unfinished', unfinished))
    }
    return names.filter(name => !name.startsWith('.'))
  } catch {
    problems.push(wholeFile(dir, 'folder-unreadable', '不能读取，应是一个文件夹'))
    return []
  }
}

/** All but the files of the site's owner, which site-folder.ts reads. */
const issuesIn = (dir: string, finds: Finds) => folderNames(dir, finds).filter(name => !isOwnFile(name))

const unfinished = '上次导入在最后一步被打断，应再导入一次，原来的文件会先放回来'

function folderFault(path: string, name: string): Problem | undefined {
  const stat = lstatSync(path)
  if (stat.isSymbolicLink()) return wholeFile(path, 'file-symlink', '是符号链接，应是真正的文件夹')
  if (!stat.isDirectory()) return wholeFile(path, 'name-unknown', '这里只放各期的文件夹，应移走')
  const wrong = issueRule(name)
  return wrong && wholeFile(path, wrong.rule, wrong.message)
}

function readFiles(path: string, issue: string, finds: Finds): void {
  const { issueFiles, problems, drafts } = finds
  const names = folderNames(path, finds)
  const [articles, pictures]: [Article[], Map<string, Measured | undefined>] = [[], new Map()]
  if (!names.includes('issue.md')) {
    problems.push(
      wholeFile(
        join(/* turbopackIgnore: true */ path, 'issue.md'),
        'issue-missing',
        '没有这个文件，应写上这一期的 issue',
      ),
    )
  }
  for (const name of names) {
    const file = join(path, name)
    const fault = fileFault(file, name)
    if (fault) problems.push(fault)
    else if (name === 'issue.md')
      take(readIssueFile(file, issue, names), found => issueFiles.set(issue, found), problems)
    else if (name === editsName) take(readEdits(file), () => {}, problems)
    else if (pictureName.test(name)) pictures.set(name, measurePicture(file, name, problems))
    else if (!isSource(name)) {
      const read = readArticle(file, issue, name)
      const wrong = Array.isArray(read) && isDraftFile(file) ? drafts : problems
      take(read, found => articles.push(found), wrong)
    }
  }
  finds.articles.push(...withPictures(path, articles, pictures, names, finds))
}

/** What the file of a picture is; undefined where it is none, which is in `problems` then. */
function measurePicture(file: string, name: string, problems: Problem[]): Measured | undefined {
  const read = readPictureFile(readFileSync(file), name)
  if (!Array.isArray(read)) return read
  problems.push(...read.map(({ rule, message }) => wholeFile(file, rule, message)))
  return undefined
}

function take<Found>(found: Found | Problem[], keep: (found: Found) => void, problems: Problem[]): void {
  if (Array.isArray(found)) problems.push(...found)
  else keep(found)
}

const names =
  /^(?:issue\.md|edits\.yaml|source(?:-columns)?\.txt|glyphs\.tsv|source(?:-\d\d)?\.(?:pdf|html|docx|md)|\d\d\.md|[1-9]\d{2,3}\.md)$/
const isNamed = (name: string) => names.test(name) || pictureName.test(name)
/** What an import keeps of the page itself; its size is bounded at the door. */
const isSource = (name: string) => /^(?:source|glyphs)[-.]/.test(name)

function fileFault(file: string, name: string): Problem | undefined {
  const stat = lstatSync(file)
  if (stat.isSymbolicLink()) return wholeFile(file, 'file-symlink', '是符号链接，应是真正的文件')
  if (!stat.isFile()) return wholeFile(file, 'file-kind', '不是普通文件，应移走')
  if (!isNamed(name)) return wholeFile(file, 'name-unknown', nameAdvice(name))
  if (stat.nlink > 1) return wholeFile(file, 'file-hardlink', '与别处共用一个文件（硬链接），应另存一份')
  const most = pictureName.test(name) ? pictureBounds.bytes : maxBytes
  const tooBig = !isSource(name) && stat.size > most
  return tooBig ? wholeFile(file, 'file-large', `有 ${stat.size} 字节，最多 ${most} 字节`) : undefined
}

const nameAdvice = (name: string) =>
  /\.(?:jpe?g|jfif|png|webp|gif|bmp|tiff?|heic|heif|avif|svg)$/i.test(name)
    ? '图片应与文章同号，是 05.jpg、05-2.png、05.webp 这样的名字，小写'
    : '应为 issue.md、edits.yaml、source.txt、01.md 或 01.jpg 这样的文件名'

function readIssueFile(file: string, issue: string, names: readonly string[]): IssueFile | Problem[] {
  const text = readText(file)
  return Array.isArray(text) ? text : parseIssue(text, file, issue, names)
}

/** The decisions of an editor in the file given. */
export function readEdits(file: string): EditsFile | Problem[] {
  const text = readText(file)
  return Array.isArray(text) ? text : parseEdits(text, file)
}

function readArticle(file: string, issue: string, name: string): Article | Problem[] {
  const text = readText(file)
  return Array.isArray(text) ? text : parseArticle(text, file, `${issue}-${name.slice(0, -'.md'.length)}`)
}

/** Where the body of an article stands in its file, or one block of it, from 0: for problems found after reading. */
export function placeInFile(
  dir: string,
  article: Article,
  block = 0,
): { readonly file: string; readonly line: number } {
  const file = join(
    /* turbopackIgnore: true */ dir,
    article.issue,
    `${article.id.slice(article.issue.length + 1)}.md`,
  )
  const lines = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/)
  const body = article.body.split('\n')
  const starts = body.flatMap((line, index) => (line.trim() ? [index] : []))
  return { file, line: lines.length - body.length + (starts[block] ?? 0) + 1 }
}
