// The importer of a page: blocks → roles → items → stitch → fields → articles. Pure; START HERE to read the importer.

import type { Fault } from '../../format/characters'
import { type Doubt, sortDoubts } from '../../format/doubt'
import type { LeftOut } from '../../format/left-out'
import { printBody } from '../../format/markdown'
import { type Article, type BodyBlock, type LineRange, printNumber } from '../../model/article'
import { nothingPrinted } from '../../model/article-fields'
import type { Guess } from '../edition/guess'
import { misplacedGuesses } from '../edition/misplaced'
import { itemGuesses, pageGuesses } from '../edition/sense'
import { measurePage } from '../language/page-statistics'
import { widen } from '../language/punctuation'
import type { Page, PageFacts } from '../normalise/page'
import { readPage } from '../normalise/read-page'
import { type Fields, fieldsOf } from './fields'
import { divideItems } from './items'
import { plainFields } from './plain-item'
import { classifyBlocks } from './roles'
import { type Story, stitchItems } from './stitch'

export type ImportedPage = {
  readonly articles: readonly Article[]
  /** Those about the page as a whole have the item 0. */
  readonly doubts: readonly Doubt[]
  readonly leftOut: readonly LeftOut[]
  readonly facts: PageFacts
  /** Why the page cannot be read with certainty. */
  readonly faults: readonly Fault[]
}

/**
 * Reads the text of one newspaper page.
 * In: the decoded dump (any line ends) and the id of its issue. Out: one article an item, in the order of the page, and
 * every guess made on the way, item by item, the riskiest first. Never throws on text; an empty page gives no articles.
 */
export function importPage(page: string, issue: string, plain: Plain = none): ImportedPage {
  return importBlocks(readPage(page), issue, plain)
}

/** Numbers of items that are to be plain text, since what was made of them is not their source. */
export type Plain = ReadonlySet<number>

const none: Plain = new Set()

/** The same for a page that a reader has made into blocks. */
export function importBlocks({ blocks, ...page }: Page, issue: string, plain: Plain = none): ImportedPage {
  const statistics = measurePage(blocks)
  const stories = stitchItems(divideItems(classifyBlocks(blocks), statistics), statistics)
  return importStories({ ...page, stories }, issue, plain)
}

/** A page whose items a reader has found by their place or by tags. */
export type ReadStories = Omit<Page, 'blocks' | 'form'> & { readonly stories: readonly Story[] }

/** The same for such a page. */
export function importStories(page: ReadStories, issue: string, plain: Plain = none): ImportedPage {
  const { stories, guesses, leftOut, facts, inked, faults } = page
  const readItems = stories.map((story, at) => {
    const read = fieldsOf(story, headingsBeside(story, stories))
    const fields = plain.has(at + 1) ? plainFields(story, read, widen) : read
    return { story, fields }
  })
  const items = readItems.map(one => {
    const guesses = [...misplacedGuesses(one, readItems), ...itemGuesses(one.story, one.fields)]
    return { ...one.fields, guesses: [...guesses, ...one.fields.guesses] }
  })
  const all = [{ guesses: [...guesses, ...pageGuesses(items)] }, ...items]
  return {
    articles: items.map((fields, at) => ({
      ...articleOf(fields, issue, at + 1, inked),
      ...pageAt(fields.lines[0] ?? 0, facts),
    })),
    doubts: sortDoubts(all.flatMap((one, item) => doubtsOf(one.guesses, item, inked))),
    leftOut,
    facts,
    faults,
  }
}

/** The page of the newspaper that a line stands on. */
function pageAt(line: number, { pages = [] }: PageFacts): Pick<Article, 'page' | 'pageTitle'> {
  const { page = '', section = '' } = pages.findLast(({ from }) => from <= line) ?? {}
  return { page, pageTitle: section }
}

/** The heading lines of all other items, folded. */
const headingsBeside = (own: Story, all: readonly Story[]) =>
  all.filter(story => story !== own).flatMap(story => story.headings.map(line => line.folded))

function articleOf(fields: Fields, issue: string, number: number, printed: ReadonlySet<number>): Article {
  const { paragraphs, lines, guesses: _guesses, ...facts } = fields
  const blocks = paragraphs.map(
    ({ text, subheading }): BodyBlock => ({ kind: subheading ? 'subheading' : 'paragraph', text }),
  )
  return {
    id: `${issue}-${printNumber(number)}`,
    issue,
    number,
    ...nothingPrinted,
    ...facts,
    ...{ status: '', reason: '', page: '', pageTitle: '', origin: '' },
    lines: rangesOf(lines, printed),
    corrections: [],
    body: printBody(blocks),
    blocks,
  }
}

function doubtsOf(guesses: readonly Guess[], item: number, printed: ReadonlySet<number>): Doubt[] {
  return guesses.map(({ kind, risk, lines, message }) => ({
    item,
    lines: rangesOf(lines, printed),
    kind,
    risk,
    message,
  }))
}

/** Runs of lines in reading order; empty lines between two lines of a run do not part it. */
export function rangesOf(lines: readonly number[], printed: ReadonlySet<number>): readonly LineRange[] {
  const ranges: { from: number; to: number }[] = []
  for (const line of lines) {
    const last = ranges.at(-1)
    if (last && line > last.to && nothingBetween(last.to, line, printed)) last.to = line
    else if (!last || line !== last.to) ranges.push({ from: line, to: line })
  }
  return ranges
}

function nothingBetween(from: number, to: number, printed: ReadonlySet<number>): boolean {
  for (let line = from + 1; line < to; line++) if (printed.has(line)) return false
  return true
}
