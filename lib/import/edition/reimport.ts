// Importing again: addresses stay, what an editor changed stays, and only what is new or better is written.
import { createHash } from 'node:crypto'
import { printArticle } from '../../format/article-file'
import type { Doubt } from '../../format/doubt'
import type { LeftOut } from '../../format/left-out'
import { type Article, type LineRange, printNumber } from '../../model/article'
import type { IssueChanges } from '../../model/issue-changes'

/** A file of an issue as it was found; the article is undefined when it could not be read. */
type FoundFile = {
  readonly number: number
  readonly text: string
  readonly article: Article | undefined
}

export type Before = {
  readonly files: readonly FoundFile[]
  /** The dump that those files speak of. */
  readonly source: string
  readonly imported: ReadonlyMap<string, string>
  /** Where an editor has split, merged or moved: which lines each number had before that. */
  readonly base?: ReadonlyMap<number, readonly LineRange[]>
}

/** What becomes of the items of a page and of what it left out, once what an editor has decided is done to them. */
type Decided = {
  readonly articles: readonly Article[]
  readonly leftOut: readonly LeftOut[]
  /** Facts of the issue that an editor has set. */
  readonly issue: IssueChanges
  /** Decisions that no longer fit, as doubts. */
  readonly doubts: readonly Doubt[]
  /** Whether an editor has settled a doubt. */
  readonly isSettled: (doubt: Doubt) => boolean
}

export type Decide = (articles: readonly Article[], leftOut: readonly LeftOut[]) => Decided

/** Nobody has decided anything. */
export const undecided: Decide = (articles, leftOut) => ({
  ...{ articles, leftOut, issue: {} },
  doubts: [],
  isSettled: () => false,
})

export type Plan = {
  /** By number (two digits): the text of the file. */
  readonly files: ReadonlyMap<string, string>
  readonly articles: readonly Article[]
  readonly imported: ReadonlyMap<string, string>
  /** For each number that importPage gave, the number that the item has. */
  readonly numbers: ReadonlyMap<number, number>
  /** The lines of each item as the importer read them. */
  readonly base: ReadonlyMap<number, readonly LineRange[]>
  readonly decided: Decided
  /** Files edited by hand that were kept, and files edited by hand that were overwritten. */
  readonly kept: readonly string[]
  readonly replaced: readonly string[]
  /** Numbers of items that are no longer found on the page; never given again. */
  readonly retired: readonly string[]
}

/** The first 16 hex digits of a text's SHA-256: enough to tell whether someone changed it. */
export const shortHash = (text: string | Uint8Array) =>
  createHash('sha256').update(text).digest('hex').slice(0, 16)

/** A page as it was read: the articles of importPage for its source, and what belongs to none. */
export type Fresh = {
  readonly articles: readonly Article[]
  readonly leftOut: readonly LeftOut[]
  readonly source: string
}

/**
 * What the folder of an issue should hold after an import. With `replace` files that were edited by hand are
 * overwritten; `decide` does what an editor has decided.
 */
export function planImport(
  { articles: fresh, leftOut, source }: Fresh,
  before: Before,
  replace: boolean,
  decide: Decide = undecided,
): Plan {
  const numbers = numberItems(fresh, source, before)
  const read = fresh.map(article => withNumber(article, numbers.get(article.number) ?? article.number))
  const decided = decide(read, leftOut)
  const renumbered = decided.articles
  const byNumber = new Map(renumbered.map(article => [article.number, article]))
  const edited = before.files.filter(file => isEdited(file, before.imported, byNumber.get(file.number)))
  const keep = new Map(replace ? [] : edited.map(file => [file.number, file]))
  const written = renumbered.filter(({ number }) => !keep.has(number))
  const files = new Map([
    ...written.map(article => [printNumber(article.number), printArticle(article)] as const),
    ...[...keep.values()].map(({ number, text }) => [printNumber(number), text] as const),
  ])
  const hashes = written.map(
    article => [printNumber(article.number), shortHash(printArticle(article))] as const,
  )
  const keptArticles = [...keep.values()].flatMap(({ article }) => article ?? [])
  return {
    files: sorted(files),
    articles: [...written, ...keptArticles].sort((a, b) => a.number - b.number),
    imported: sorted(new Map([...before.imported, ...hashes])),
    ...{ numbers, decided },
    base: new Map(read.map(({ number, lines }) => [number, lines])),
    kept: [...keep.keys()].map(printNumber),
    replaced: replace
      ? edited.filter(({ number }) => byNumber.has(number)).map(({ number }) => printNumber(number))
      : [],
    retired: before.files.map(({ number }) => printNumber(number)).filter(name => !files.has(name)),
  }
}

/** By number; names have two digits up to 99 and more above. */
function sorted(map: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...map].sort(([a], [b]) => Number(a) - Number(b)))
}

/** The article itself where it has that number: what is known of it holds. */
function withNumber(article: Article, number: number): Article {
  const id = `${article.issue}-${printNumber(number)}`
  return article.number === number && article.id === id ? article : { ...article, number, id }
}

/** Neither what the importer wrote last, nor what it would write now. */
function isEdited(
  { number, text }: FoundFile,
  imported: Before['imported'],
  fresh: Article | undefined,
): boolean {
  return imported.get(printNumber(number)) !== shortHash(text) && !(fresh && printArticle(fresh) === text)
}

/**
 * An item keeps the number of the earlier item with which it shares most of its text; one whose file was deleted or
 * spoilt comes back under its own number; the rest get numbers that were never used.
 */
function numberItems(fresh: readonly Article[], source: string, before: Before): ReadonlyMap<number, number> {
  if (before.files.length === 0 && before.imported.size === 0) {
    return new Map(fresh.map(({ number }) => [number, number]))
  }
  const numbers = matchItems(fresh, source, before)
  const readable = new Set(before.files.flatMap(({ number, article }) => (article ? [number] : [])))
  const lost = [...before.imported].filter(([name]) => !readable.has(Number(name)))
  const isFree = (number: number) => ![...numbers.values()].includes(number)
  const left = () => fresh.filter(({ number }) => !numbers.has(number))
  for (const article of left()) {
    const back = lost.find(
      ([name, hash]) => shortHash(printArticle(withNumber(article, Number(name)))) === hash,
    )
    if (back && isFree(Number(back[0]))) numbers.set(article.number, Number(back[0]))
  }
  const spoilt = before.files
    .map(({ number }) => number)
    .filter(number => !readable.has(number) && isFree(number))
  const rest = left()
  if (rest.length === spoilt.length) {
    for (const [index, { number }] of rest.entries()) numbers.set(number, spoilt[index] ?? number)
  }
  const used = [
    ...before.files.map(({ number }) => number),
    ...[...before.imported.keys()].map(Number),
    ...(before.base?.keys() ?? []),
  ]
  for (const [index, { number }] of left().entries()) numbers.set(number, Math.max(0, ...used) + 1 + index)
  return numbers
}

/** Pairs of new and earlier items by the lines of text they share, the strongest first. */
function matchItems(fresh: readonly Article[], source: string, before: Before): Map<number, number> {
  const known = before.base?.size
    ? [...before.base].map(([number, lines]) => ({ number, lines }))
    : before.files.flatMap(({ number, article }) => (article ? [{ number, lines: article.lines }] : []))
  const earlier = known.map(({ number, lines }) => ({ number, lines: linesOf({ lines }, before.source) }))
  const owner = new Map(earlier.flatMap(({ number, lines }) => lines.map(line => [line, number] as const)))
  const pairs = fresh.flatMap(article => {
    const shared = new Map<number, number>()
    for (const line of linesOf(article, source)) {
      const number = owner.get(line)
      if (number !== undefined) shared.set(number, (shared.get(number) ?? 0) + line.length)
    }
    return [...shared].map(([number, weight]) => ({ fresh: article.number, number, weight }))
  })
  pairs.sort((a, b) => b.weight - a.weight || a.fresh - b.fresh || a.number - b.number)
  const matched = new Map<number, number>()
  const taken = new Set<number>()
  for (const { fresh: from, number } of pairs) {
    if (matched.has(from) || taken.has(number)) continue
    matched.set(from, number)
    taken.add(number)
  }
  return matched
}

function linesOf({ lines }: Pick<Article, 'lines'>, source: string): readonly string[] {
  const all = source.split('\n')
  return lines.flatMap(({ from, to }) => all.slice(from - 1, to)).filter(line => line.trim() !== '')
}

/** Characters that are compared at a time, and the share of them that two dumps of one page have in common at least. */
const shingle = 12
const shared = 0.6

/** Whether one text is a better dump of the page that the other is a dump of, however its lines are cut. */
export function isSamePage(before: string, now: string): boolean {
  const [old, fresh] = [before, now].map(text => text.replace(/\s/gu, ''))
  if (!old || !fresh) return false
  const starts = Array.from(
    { length: Math.max(1, Math.floor(old.length / shingle)) },
    (_, at) => at * shingle,
  )
  const found = starts.filter(at => fresh.includes(old.slice(at, at + shingle)))
  return found.length >= shared * starts.length
}
