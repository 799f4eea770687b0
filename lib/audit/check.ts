// The whole check of a content folder: what was read, and every issue proved against its source.

import {
  placeInFile,
  type ReadContent,
  readContent,
  readGlyphSource,
  readSource,
} from '../format/content-folder'
import type { LeftOut } from '../format/left-out'
import type { Article } from '../model/article'
import type { Problem } from '../model/problem'
import { type AuditedItem, auditIssue } from './audit'
import { auditGlyphs } from './glyphs'

export type AuditedIssue = {
  readonly id: string
  /** Undefined when the issue was written by hand: there is no source to prove it against. */
  readonly encoding: string | undefined
  readonly characters: number
  readonly items: readonly AuditedItem[]
  /** What of the source belongs to no item. */
  readonly leftOut: readonly LeftOut[]
}

/** Reads a content folder and proves it, one issue after the other; whoever wants to know more of one gets it in `see`. */
export function checkContent(dir: string, see: (issue: AuditedIssue) => void = () => {}): ReadContent {
  const read = readContent(dir)
  const problems = [...read.problems]
  const articles = articlesByIssue(read.articles)
  for (const id of read.issues.keys()) {
    const checked = checkIssue(dir, id, articles.get(id) ?? [], read.issueFiles.get(id)?.leftOut)
    // An item that could not be read leaves its lines without an owner; its own problems say why.
    const whole = !read.problems.some(({ file }) => file.startsWith(`${dir}/${id}/`))
    if (whole) problems.push(...checked.problems)
    if (checked.issue) see(checked.issue)
  }
  return { ...read, problems }
}

function articlesByIssue(articles: readonly Article[]): ReadonlyMap<string, readonly Article[]> {
  const groups = new Map<string, Article[]>()
  for (const article of articles) {
    const group = groups.get(article.issue)
    if (group) group.push(article)
    else groups.set(article.issue, [article])
  }
  return groups
}

type Checked = { readonly issue?: AuditedIssue; readonly problems: readonly Problem[] }

/** One issue of a folder against its source.txt. */
export function checkIssue(
  dir: string,
  id: string,
  articles: readonly Article[],
  leftOut: readonly LeftOut[] = [],
): Checked {
  const source = readSource(dir, id)
  if (Array.isArray(source)) return { problems: source }
  const locate = (article: Article, block?: number) =>
    block === undefined ? { ...placeInFile(dir, article), line: 1 } : placeInFile(dir, article, block)
  if (!source) {
    const items = articles.map(article => ({ article, tiles: [], changes: [] }))
    return {
      issue: { id, encoding: undefined, characters: 0, items, leftOut },
      problems: unproved(articles, locate),
    }
  }
  const { items, problems: found, characters } = auditIssue(source, articles, locate, leftOut)
  const problems = [...found, ...glyphProblems(dir, id, source)]
  return { issue: { id, encoding: source.encoding, characters, items, leftOut }, problems }
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
