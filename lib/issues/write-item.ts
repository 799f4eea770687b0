// Articles that an editor writes for the site: their files put into the folder of an issue, changed and taken away, proved with the whole issue first.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkContent } from '../audit/check'
import { issueRule, parseArticle, printArticle } from '../format/article-file'
import { printIssue } from '../format/issue-file'
import { printBody } from '../format/markdown'
import { type Article, type Issue, printNumber } from '../model/article'
import { nothingPrinted } from '../model/article-fields'
import type { Problem } from '../model/problem'
import { versionOf } from './folder-version'
import { ChangedMeanwhile, type IssueFolder, readIssueFolder, writeIssueFolder } from './issue-folder'
import { type PictureStore, putAway } from './picture-store'

/** What an editor writes: texts of one line, lists as lists, the body paragraph by paragraph. Whatever else the article has stays as it is. */
export type WrittenItem = Pick<
  Article,
  | ('title' | 'kicker' | 'subtitle' | 'column' | 'byline' | 'authors' | 'provinces' | 'cities')
  | ('topic' | 'date' | 'status' | 'blocks')
>

/** A file of an issue as it was and as it is now; null where there is none. What undo needs. */
export type FileChange = { readonly name: string; readonly was: string | null; readonly now: string | null }

export type WrittenIssue = {
  readonly problems: readonly Problem[]
  /** Chinese: what was done. */
  readonly done: string
  readonly changes: readonly string[]
  readonly change?: FileChange
}

/** Where articles are written: which issue of which folder. */
export type WritingPlace = {
  readonly out: string
  readonly issue: string
  /** The version of the folder that the editor has seen; '' for an issue that there is not yet. */
  readonly expected: string
  readonly store: PictureStore
}

const refused = (file: string, rule: string, message: string): WrittenIssue => ({
  problems: [{ file, line: 1, rule, message }],
  ...{ done: '', changes: [] },
})

/** Writes an article under that name, or under the next free one. `facts`: those of the issue, where it is a new one. */
export function writeItem(
  place: WritingPlace,
  name: string | undefined,
  item: WrittenItem,
  facts?: Issue,
): WrittenIssue {
  const { out, issue } = place
  const wrong = issueRule(issue)
  if (wrong) return refused(issue, wrong.rule, wrong.message)
  const before = readIssueFolder(out, issue)
  const used = [...before.files.map(({ number }) => number), ...[...before.imported.keys()].map(Number)]
  const own = name ?? printNumber(Math.max(0, ...used, ...(before.base?.keys() ?? [])) + 1)
  const known = before.files.find(({ number }) => number === Number(own))
  if (name !== undefined && !isWritten(known?.article, before))
    return refused(join(out, issue, `${own}.md`), 'written-missing', `没有另写的“${own}”这一篇`)
  const article = articleOf(issue, own, item, known?.article)
  const text = printArticle(article)
  const read = parseArticle(text, join(out, issue, `${own}.md`), article.id)
  if (Array.isArray(read)) return { problems: read, done: '', changes: [] }
  const change = { name: `${own}.md`, was: known?.text ?? null, now: text }
  return putFile(place, change, `${known ? '改写' : '另写'}（${own}，“${item.title || '无题'}”）`, facts)
}

/** Whether an article has no line of the page: then its file is all that there is of it. */
export const isWritten = (article: Article | undefined, { bytes }: IssueFolder): article is Article =>
  article !== undefined && (article.origin === 'web' || bytes === undefined)

function articleOf(issue: string, name: string, item: WrittenItem, known: Article | undefined): Article {
  const { blocks } = item
  return {
    ...nothingPrinted,
    ...{ kind: 'article', reason: '', page: '', pageTitle: '', lines: [], corrections: [], pictures: [] },
    ...known,
    ...item,
    ...{
      id: `${issue}-${name}`,
      issue,
      number: Number(name),
      origin: 'web',
      body: printBody(blocks),
      reason: item.status === 'withdrawn' ? (known?.reason ?? '') : '',
    },
  }
}

/** Takes an article away that was written for the site; its pictures lie in the store. */
export function eraseItem(place: WritingPlace, name: string): WrittenIssue {
  const { out, issue } = place
  const before = readIssueFolder(out, issue)
  const known = before.files.find(({ number }) => number === Number(name))
  const file = join(out, issue, `${name}.md`)
  if (!known?.article || !isWritten(known.article, before))
    return refused(file, 'written-missing', `没有另写的“${name}”这一篇`)
  return putFile(
    place,
    { name: `${name}.md`, was: known.text, now: null },
    `删去另写的一篇（${name}，“${known.article.title}”）`,
  )
}

/** Changes one file of an issue, if it is as it was then, and the issue is proved with it. `facts`: of an issue that is made with it. */
export function putFile(place: WritingPlace, change: FileChange, done: string, facts?: Issue): WrittenIssue {
  const { out, issue, expected, store } = place
  const dir = join(out, issue)
  const there = filesIn(dir)
  const now = there.get(change.name)
  const isAsItWas = (now === undefined ? null : Buffer.from(now).toString('utf8')) === change.was
  if (versionOf(dir) !== expected || !isAsItWas)
    return refused(dir, 'edit-changed', '这一期刚才在别处改过，没有覆盖；看过现在的样子再改')
  const before = readIssueFolder(out, issue)
  const files = new Map<string, string | Uint8Array>(there)
  if (facts && !files.has('issue.md')) files.set('issue.md', issueText(facts))
  if (change.now === null) files.delete(change.name)
  else files.set(change.name, change.now)
  const pictures = picturesAfter(change, store, there)
  for (const [name, bytes] of pictures) files.set(name, bytes)
  const articles = [...files].flatMap(([name, text]) => articleIn(issue, name, text))
  const kept = putAway(files, articles, before, store)
  const problems = problemsWith(out, issue, kept)
  if (problems.length > 0) return { problems, done: '', changes: [] }
  try {
    writeIssueFolder(out, issue, kept, existsSync(dir) ? expected : undefined)
  } catch (error) {
    if (error instanceof ChangedMeanwhile)
      return refused(dir, 'edit-changed', '这一期刚才在别处改过，没有覆盖；看过现在的样子再改')
    throw error
  }
  return { problems: [], done, changes: [change.name], change }
}

const issueText = (issue: Issue) => printIssue({ issue, imported: new Map(), leftOut: [], doubts: '' })

/** The files of an issue, its hidden ones left out: those stay where they are. */
function filesIn(dir: string): ReadonlyMap<string, Uint8Array> {
  const names = existsSync(dir) ? readdirSync(dir).filter(name => !name.startsWith('.')) : []
  return new Map(names.map(name => [name, readFileSync(join(dir, name))]))
}

function articleIn(issue: string, name: string, text: string | Uint8Array): readonly Article[] {
  const number = /^(\d{2,4})\.md$/.exec(name)?.[1]
  if (number === undefined) return []
  const read = parseArticle(Buffer.from(text).toString('utf8'), name, `${issue}-${number}`)
  return Array.isArray(read) ? [] : [read]
}

/** The names of the pictures in the file of an article. */
export const picturesIn = (text: string): readonly string[] =>
  [...text.matchAll(/^ {2}- file: "([\w.-]+)"$/gm)].map(([, name = '']) => name)

/** The pictures that the article names now and that lie in the store only. */
function picturesAfter(change: FileChange, store: PictureStore, there: ReadonlyMap<string, unknown>) {
  return picturesIn(change.now ?? '').flatMap((name): [string, Uint8Array][] => {
    const bytes = there.has(name) ? undefined : store.get(name)
    return bytes ? [[name, bytes]] : []
  })
}

/** What the check of the whole issue would say of these files, under the names that they will have. */
function problemsWith(
  out: string,
  issue: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): readonly Problem[] {
  const trial = mkdtempSync(join(tmpdir(), 'written-'))
  try {
    mkdirSync(join(trial, issue))
    for (const [name, content] of files) writeFileSync(join(trial, issue, name), content)
    return checkContent(trial, undefined, issue).problems.map(problem => ({
      ...problem,
      file: problem.file.replace(trial, () => out),
    }))
  } finally {
    rmSync(trial, { recursive: true, force: true })
  }
}
