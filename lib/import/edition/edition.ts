// An edition: everything that an import would put into the folder of an issue, as text, before anything is written.

import { type Doubt, firstDoubts, firstHeading, noDoubts, showDoubt, showWithItem } from '../../format/doubt'
import { type IssueFile, printIssue } from '../../format/issue-file'
import type { LeftOut } from '../../format/left-out'
import { printBody } from '../../format/markdown'
import type { PartedColumns } from '../../format/parted-columns'
import type { SourceFile } from '../../format/source-files'
import { type Article, type BodyBlock, type Issue, printNumber } from '../../model/article'
import { changeIssue } from '../../model/issue-changes'
import { numbersIn, rangesIn } from '../../model/line-ranges'
import type { PageFacts } from '../normalise/page'
import type { ImportedPage } from '../pipeline/import-page'
import { leftOutBlocks } from './left-out-list'
import { type Before, type Decide, type Plan, planImport, shortHash } from './reimport'

export type Edition = {
  /** File names to texts, issue.md included, source.txt left out: that one is copied byte for byte. */
  readonly files: ReadonlyMap<string, string>
  readonly articles: readonly Article[]
  /** With the numbers that the items really have. */
  readonly doubts: readonly Doubt[]
  readonly leftOut: readonly LeftOut[]
  /** Names of files that an editor changed: kept, or with `replace` overwritten. */
  readonly kept: readonly string[]
  readonly replaced: readonly string[]
  readonly retired: readonly string[]
  /** The lines of each item as the importer read them, before an editor's decisions. */
  readonly base: Plan['base']
}

/** In `imported`, the list of doubts itself: an editor who ticks off doubts in issue.md edits it by hand. */
const doubtsKey = '00'

/** What source.txt was made of, when it is not the one file that was given. */
export type Origins = {
  readonly files?: readonly SourceFile[]
  readonly columns?: readonly PartedColumns[]
}

/**
 * Makes the edition of a page that was read, beside what is in the folder of its issue already. `files` are those that
 * its source was put together from, `columns` the lines that were parted.
 */
export function makeEdition(
  page: ImportedPage & { readonly source: string } & Origins,
  issue: string,
  before: Before & { readonly text: string; readonly issueFile: IssueFile | undefined },
  replace: boolean,
  decide?: Decide,
): Edition {
  const plan = planImport(page, before, replace, decide)
  const doubts = doubtsOf(page, plan)
  const leftOut = withoutKept(plan.decided.leftOut, plan)
  const listed = printDoubts(doubts, plan, leftOutBlocks(leftOut, page.source))
  const old = before.issueFile
  const list = listOfDoubts(old, listed, replace)
  const file: IssueFile = {
    issue: changeIssue(
      withFacts(old?.issue ?? bare(issue), page.facts),
      plan.decided.issue,
      plan.articles.map(({ number }) => number),
    ),
    leftOut,
    ...filesOf(page, before),
    imported: new Map([[doubtsKey, list.hash], ...[...plan.imported].filter(([name]) => name !== doubtsKey)]),
    doubts: list.text,
  }
  const names = (numbers: readonly string[]) => numbers.map(number => `${number}.md`)
  return {
    files: new Map([
      ['issue.md', isSame(file, old) ? before.text : printIssue(file)],
      ...[...plan.files].map(([number, text]): [string, string] => [`${number}.md`, text]),
    ]),
    articles: plan.articles,
    doubts,
    leftOut,
    base: plan.base,
    kept: [...names(plan.kept), ...(list.isKept ? ['issue.md'] : [])],
    replaced: [...names(plan.replaced), ...(list.isReplaced ? ['issue.md'] : [])],
    retired: names(plan.retired),
  }
}

/** The list of doubts in issue.md: what an editor has written there stays unless it is to be replaced. */
function listOfDoubts(old: IssueFile | undefined, listed: string, replace: boolean) {
  const known = old?.imported.get(doubtsKey)
  const byHand = old !== undefined && shortHash(old.doubts) !== known && old.doubts !== listed
  return byHand && !replace
    ? { text: old.doubts, hash: known ?? shortHash(''), isKept: true, isReplaced: false }
    : { text: listed, hash: shortHash(listed), isKept: false, isReplaced: byHand }
}

/**
 * The doubts under the numbers that their items really have: those that an editor has not settled, first the decisions
 * that no longer fit. A doubt goes with its lines where they were moved to another item.
 */
function doubtsOf(
  { doubts: read, source }: Pick<ImportedPage, 'doubts'> & { readonly source: string },
  { numbers, articles, decided }: Plan,
): readonly Doubt[] {
  const ownerOf = (line: number) =>
    articles.find(({ lines }) => lines.some(({ from, to }) => from <= line && line <= to))?.number
  const numbered = read.map((doubt): Doubt => {
    const item = numbers.get(doubt.item) ?? doubt.item
    const [first] = doubt.lines
    const isThere = articles.some(({ number }) => number === item)
    const owner = doubt.item > 0 && first ? ownerOf(first.from) : undefined
    return { ...doubt, item: owner ?? (isThere ? item : 0) }
  })
  return [...decided.doubts, ...numbered].filter(
    doubt => !decided.isSettled(doubt) && !isCaptionNow(doubt, articles, source),
  )
}

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')

/** Whether words that looked like the caption of a picture are one now. */
function isCaptionNow({ kind, item, lines }: Doubt, articles: Plan['articles'], source: string): boolean {
  const pictures = articles.find(({ number }) => number === item)?.pictures ?? []
  if (kind !== 'caption' || pictures.length === 0 || lines.length === 0) return false
  const all = source.split('\n')
  const text = letters(lines.flatMap(({ from, to }) => all.slice(from - 1, to)).join(''))
  return pictures.some(({ caption, credit }) => caption !== '' && letters(caption + credit) === text)
}

/** A source that is read again is still that of the same files. */
function filesOf(
  page: { readonly source: string } & Origins,
  before: { readonly source: string; readonly issueFile: IssueFile | undefined },
): Origins {
  const known = before.source === page.source ? before.issueFile?.files : undefined
  const files = page.files ?? known
  return { ...(files && { files }), ...(page.columns && { columns: page.columns }) }
}

const bare = (id: string): Issue => ({ id, title: '', date: '', dateBasis: '', publication: '' })

/** What the page prints of its issue, where an editor has not written it already. */
function withFacts(issue: Issue, { date, publication }: PageFacts): Issue {
  return { ...issue, date: issue.date || date, publication: issue.publication || publication }
}

/** Lines that an editor took back into an article are left out no longer. */
function withoutKept(leftOut: readonly LeftOut[], { articles, kept }: Plan): readonly LeftOut[] {
  const taken = articles
    .filter(({ number }) => kept.includes(printNumber(number)))
    .flatMap(({ lines }) => lines)
  const isTaken = (line: number) => taken.some(({ from, to }) => from <= line && line <= to)
  return leftOut.flatMap(one => {
    if (one.text) return [one]
    const left = numbersIn(one.lines).filter(line => !isTaken(line))
    return rangesIn(left).map(lines => ({ ...one, lines }))
  })
}

/** The same facts, however an editor laid them out: then the file keeps its bytes. */
const isSame = (file: IssueFile, old: IssueFile | undefined) =>
  old !== undefined && printIssue(file) === printIssue(old)

/** All doubts, the gravest first, then item by item under its number and title, in the Markdown of our bodies. */
function printDoubts(doubts: readonly Doubt[], { articles }: Plan, leftOut: readonly BodyBlock[]): string {
  const first = firstDoubts(doubts)
  const others = doubts.filter(doubt => !first.includes(doubt))
  const page = others.filter(({ item }) => item === 0).map(doubtBlock)
  const blocks = articles.flatMap(({ number, title }): BodyBlock[] => {
    const own = others.filter(({ item }) => item === number)
    const heading: BodyBlock = { kind: 'subheading', text: `${printNumber(number)} ${title}`.trim() }
    return own.length === 0 ? [] : [heading, ...own.map(doubtBlock)]
  })
  const whole: readonly BodyBlock[] = page.length > 0 ? [{ kind: 'subheading', text: '全版' }, ...page] : []
  const all = [...firstBlocks(first), ...whole, ...leftOut, ...blocks]
  return all.length === 0 ? noDoubts : printBody(all)
}

function firstBlocks(first: readonly Doubt[]): readonly BodyBlock[] {
  const listed = first.map((doubt): BodyBlock => ({ kind: 'paragraph', text: showWithItem(doubt) }))
  return listed.length > 0 ? [{ kind: 'subheading', text: firstHeading }, ...listed] : []
}

const doubtBlock = (doubt: Doubt): BodyBlock => ({ kind: 'paragraph', text: showDoubt(doubt) })
