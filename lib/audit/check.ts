// The whole check of a content folder: what was read, and every issue proved against its source.

import {
  placeInFile,
  type ReadContent,
  readContent,
  readGlyphSource,
  readIssue,
  readSource,
} from '../format/content-folder'
import { countDoubts } from '../format/doubt'
import type { LeftOut } from '../format/left-out'
import type { Article } from '../model/article'
import { groupBy } from '../model/order'
import type { Problem } from '../model/problem'
import { type AuditedItem, auditIssue } from './audit'
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
  /** How many problems its files have, the audit's among them. */
  readonly problems: number
  /** How many doubts of the importer nobody has settled. */
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
  const articles = groupBy(read.articles, ({ issue }) => [issue])
  for (const [id, { leftOut, doubts }] of read.issueFiles) {
    const checked = checkIssue(dir, id, articles.get(id) ?? [], leftOut, doubts)
    const own = read.problems.filter(({ file }) => file.startsWith(`${dir}/${id}/`))
    // An item that could not be read leaves its lines without an owner; its own problems say why.
    if (own.length === 0) problems.push(...checked.problems)
    if (checked.issue) see(own.length > 0 ? { ...checked.issue, problems: own.length } : checked.issue)
  }
  return { ...read, problems }
}

type Checked = {
  readonly issue?: AuditedIssue
  readonly problems: readonly Problem[]
}

/** One issue of a folder against its source.txt; `doubts`: the body of its issue.md. */
export function checkIssue(
  dir: string,
  id: string,
  articles: readonly Article[],
  leftOut: readonly LeftOut[] = [],
  doubts = '',
): Checked {
  const source = readSource(dir, id)
  if (Array.isArray(source)) return { problems: source }
  const locate = (article: Article, block?: number) =>
    block === undefined ? { ...placeInFile(dir, article), line: 1 } : placeInFile(dir, article, block)
  if (!source) {
    const items = articles.map(article => ({ article, tiles: [], changes: [] }))
    const problems = unproved(articles, locate)
    const issue = { id, encoding: undefined, characters: 0, items, written: 0, leftOut }
    return { issue: { ...issue, problems: problems.length, doubts: countDoubts(doubts) }, problems }
  }
  const { items, problems: found, characters } = auditIssue(source, articles, locate, leftOut)
  const problems = [...found, ...glyphProblems(dir, id, source)]
  const written = articles.filter(({ origin }) => origin === 'web').length
  const issue = { id, encoding: source.encoding, characters, items, written, leftOut }
  return { issue: { ...issue, problems: problems.length, doubts: countDoubts(doubts) }, problems }
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
