// The whole check of a content folder: what was read, and every issue proved against its source.

import { placeInFile, type ReadContent, readContent, readIssue } from '../format/content-folder'
import { countDoubts } from '../format/doubt'
import type { IssueFile } from '../format/issue-file'
import type { LeftOut } from '../format/left-out'
import { columnsName, type PartedColumns } from '../format/parted-columns'
import { readColumns, readGlyphSource, readSource } from '../format/source-folder'
import type { Article, Status } from '../model/article'
import { groupBy } from '../model/order'
import type { Problem } from '../model/problem'
import { type AuditedItem, auditIssue } from './audit'
import { auditColumns } from './columns'
import { auditGlyphs } from './glyphs'

export type AuditedIssue = {
  readonly id: string
  /** Undefined when the issue was written by hand: there is no source to prove it against. */
  readonly encoding: string | undefined
  readonly characters: number
  readonly items: readonly AuditedItem[]
  /** How many articles were written for the site, with no line of the source. */
  readonly written: number
  /** What of the source belongs to no item. */
  readonly leftOut: readonly LeftOut[]
  /** How many of its articles are drafts, and how many are withdrawn. */
  readonly unpublished: { readonly drafts: number; readonly withdrawn: number }
  /** How many problems its files have, the audit's among them. */
  readonly problems: number
  /** How many problems stand in the way of its drafts, and of nothing else. */
  readonly draftProblems: number
  /** How many pictures its articles have, and the names of those for which nobody has written an alternative text. */
  readonly pictures: number
  readonly withoutAlt: readonly string[]
  /** How many doubts nobody has settled: the importer's, and a picture each without alternative text. */
  readonly doubts: number
}

/**
 * Reads a content folder and proves it, one issue after the other; `see` is told of each. With `only`: one issue of
 * the folder.
 */
export function checkContent(
  dir: string,
  see: (issue: AuditedIssue) => void = () => {},
  only?: string,
): ReadContent {
  const read = only === undefined ? readContent(dir) : readIssue(dir, only)
  const problems = [...read.problems]
  const drafts = [...read.drafts]
  const articles = groupBy(read.articles, ({ issue }) => [issue])
  for (const [id, file] of read.issueFiles) {
    const isOwn = (problem: Problem) => problem.file.startsWith(`${dir}/${id}/`)
    const own = read.problems.filter(isOwn)
    const checked = checkIssue(dir, file, articles.get(id) ?? [], read.drafts.some(isOwn))
    // An item that could not be read leaves its lines without an owner; its own problems say why.
    if (own.length === 0) problems.push(...checked.problems)
    drafts.push(...checked.drafts)
    if (checked.issue) see(own.length > 0 ? { ...checked.issue, problems: own.length } : checked.issue)
  }
  return { ...read, problems, drafts }
}

type Checked = {
  readonly issue?: AuditedIssue
  readonly problems: readonly Problem[]
  /** What is wrong with drafts: it stops nothing. */
  readonly drafts: readonly Problem[]
}

/** One issue of a folder against its source.txt. `hasDrafts`: there is a draft among its files that could not be read. */
export function checkIssue(
  dir: string,
  { issue, leftOut, columns, doubts }: IssueFile,
  articles: readonly Article[],
  hasDrafts = false,
): Checked {
  const checked = proveIssue(dir, issue.id, articles, { leftOut, columns: columns ?? [] }, hasDrafts)
  const isDraft = issue.status === 'draft'
  const problems = isDraft ? [] : checked.problems
  const drafts = isDraft ? [...checked.problems, ...checked.drafts] : checked.drafts
  const count = (status: Status) => articles.filter(article => article.status === status).length
  const unpublished = {
    drafts: isDraft ? articles.length : count('draft'),
    withdrawn: issue.status === 'withdrawn' ? articles.length : count('withdrawn'),
  }
  const written = articles.filter(({ origin }) => origin === 'web').length
  const counts = { problems: problems.length, draftProblems: drafts.length, ...openDoubts(articles, doubts) }
  const facts = { id: issue.id, written, leftOut, unpublished, ...counts }
  return {
    ...(checked.issue && { issue: { ...checked.issue, ...facts } }),
    ...{ problems, drafts },
  }
}

function openDoubts(articles: readonly Article[], doubts: string) {
  const pictures = articles.flatMap(article => article.pictures)
  const withoutAlt = pictures.filter(({ alt }) => alt === '').map(({ file }) => file)
  return { pictures: pictures.length, withoutAlt, doubts: countDoubts(doubts) + withoutAlt.length }
}

type Proved = {
  readonly issue?: Pick<AuditedIssue, 'encoding' | 'characters' | 'items'>
  readonly problems: readonly Problem[]
  readonly drafts: readonly Problem[]
}

function proveIssue(
  dir: string,
  id: string,
  articles: readonly Article[],
  { leftOut, columns }: { readonly leftOut: readonly LeftOut[]; readonly columns: readonly PartedColumns[] },
  hasDrafts: boolean,
): Proved {
  const source = readSource(dir, id)
  if (Array.isArray(source)) return { problems: source, drafts: [] }
  const locate = (article: Article, block?: number) =>
    block === undefined ? { ...placeInFile(dir, article), line: 1 } : placeInFile(dir, article, block)
  if (!source) {
    const items = articles.map(article => ({ article, tiles: [], changes: [] }))
    const problems = unproved(articles, locate)
    return { issue: { encoding: undefined, characters: 0, items }, problems, drafts: [] }
  }
  const { drafts, ...audited } = auditIssue(source, articles, locate, leftOut, hasDrafts)
  const { items, characters } = audited
  const problems = [
    ...audited.problems,
    ...glyphProblems(dir, id, source),
    ...columnProblems(dir, id, source, columns),
  ]
  return { issue: { encoding: source.encoding, characters, items }, problems, drafts }
}

/** A source read from a PDF is proved against the record of its glyphs. */
function glyphProblems(
  dir: string,
  id: string,
  source: { readonly file: string; readonly text: string },
): readonly Problem[] {
  const read = readGlyphSource(dir, id)
  if (read === undefined || Array.isArray(read)) return read ?? []
  return auditGlyphs(read.record, source.text, read.pdfs, { record: read.file, source: source.file })
}

/** A source whose columns were parted is proved against the text that was given. */
function columnProblems(
  dir: string,
  id: string,
  source: { readonly file: string; readonly text: string },
  columns: readonly PartedColumns[],
): readonly Problem[] {
  const given = readColumns(dir, id)
  if (Array.isArray(given)) return given
  if (given) return auditColumns(given, source, columns)
  const message = `issue.md 写着分过栏（columns），没有分栏前的 ${columnsName}：应放回，或重新导入`
  return columns.length > 0 ? [{ file: source.file, line: 1, rule: 'columns-missing', message }] : []
}

/** Without a source no article may claim lines of it. */
function unproved(
  articles: readonly Article[],
  locate: (article: Article) => { file: string; line: number },
): Problem[] {
  return articles
    .filter(({ lines }) => lines.length > 0)
    .map(article => ({
      ...locate(article),
      rule: 'source-missing',
      message: '写了 lines，却没有 source.txt，应补上源文件，或删去 lines',
    }))
}
