// The audit: an issue proved against its source.txt, character by character. Nothing lost, doubled, moved or made up.
import type { LeftOut } from '../format/left-out'
import type { Article } from '../model/article'
import { type Problem, shorten } from '../model/problem'
import { type Change, changesOf } from './changes'
import { correct } from './correct'
import { type Difference, differ } from './differ'
import { brokenLines } from './edges'
import { type Ink, inkText } from './ink'
import { pageInk } from './page-ink'
import { printedTexts } from './printed-texts'
import { type Tile, tile } from './tile'

type Dump = {
  /** Path of source.txt, for problems. */
  readonly file: string
  /** Its text, line ends `\n`. */
  readonly text: string
}

export type AuditedItem = {
  readonly article: Article
  /** Where each printed text stands in the source; empty when the item is not proved. */
  readonly tiles: readonly Tile[]
  readonly changes: readonly Change[]
}

type Audit = {
  readonly items: readonly AuditedItem[]
  readonly problems: readonly Problem[]
  /** What is not proved because of a draft: its text, and lines that may be its own. */
  readonly drafts: readonly Problem[]
  /** Characters of the source, white space left out. */
  readonly characters: number
}

/** Where a block of an article's body stands in its file; block 0 is the first, none is the head of the file. */
type Locate = (article: Article, block?: number) => { readonly file: string; readonly line: number }

/**
 * Proves the articles of one issue against its dump: every line with ink belongs to exactly one item or to the list of
 * what was left out, and the ink of an item's lines, in the order of `lines`, less the words of them that were left
 * out, is its printed texts and nothing else. Problems, when it is not so. A draft has its lines, but need not be proved;
 * `hasDrafts`: there is one beside the articles, which could not be read.
 */
export function auditIssue(
  dump: Dump,
  articles: readonly Article[],
  locate: Locate,
  leftOut: readonly LeftOut[] = [],
  hasDrafts = false,
): Audit {
  const { all, lines, faults } = pageInk(dump.text, leftOut)
  const printed = articles.filter(({ origin }) => origin !== 'web')
  const audited = printed.map(article => auditAgain(article, lines, dump, locate))
  const owned = ownerProblems(lines, dump, articles, locate, leftOut)
  const mayBeOfDraft = ({ rule }: Problem) => (hasDrafts || articles.some(isDraft)) && rule === 'line-lost'
  const problemsOf = (of: readonly AuditedWithProblems[]) => of.flatMap(({ problems }) => problems)
  return {
    items: audited.map(({ item }) => item),
    problems: [
      ...faults.map(fault => ({ file: dump.file, ...fault })),
      ...owned.filter(problem => !mayBeOfDraft(problem)),
      ...problemsOf(audited.filter(({ item }) => !isDraft(item.article))),
      ...articles
        .filter(({ origin }) => origin === 'web')
        .flatMap(article => originProblems(article, locate)),
    ],
    drafts: [
      ...owned.filter(mayBeOfDraft),
      ...problemsOf(audited.filter(({ item }) => isDraft(item.article))),
    ],
    characters: all.reduce((sum, ink) => sum + ink.length, 0),
  }
}

const isDraft = ({ status }: Article) => status === 'draft'

/** An article that was written for the site has no line of the page. */
function originProblems(article: Article, locate: Locate): Problem[] {
  if (article.lines.length === 0) return []
  const message = '写了 origin: "web"，就不能有 lines：照源文件排的应删去 origin，另写的应删去 lines'
  return [{ ...locate(article), rule: 'origin-lines', message }]
}

type AuditedWithProblems = { readonly item: AuditedItem; readonly problems: readonly Problem[] }

/** Articles that were proved against the very lines of a page: neither has changed, so nothing about it has. */
const proved = new WeakMap<Lines, WeakMap<Article, AuditedWithProblems>>()

type Lines = readonly (readonly Ink[])[]

function auditAgain(article: Article, lines: Lines, dump: Dump, locate: Locate): AuditedWithProblems {
  const known = proved.get(lines) ?? new WeakMap<Article, AuditedWithProblems>()
  proved.set(lines, known)
  const audited = known.get(article) ?? auditItem(article, lines, dump, locate)
  // Problems name places in files, which are other ones the next time.
  if (audited.problems.length === 0) known.set(article, audited)
  return audited
}

function auditItem(article: Article, lines: Lines, dump: Dump, locate: Locate): AuditedWithProblems {
  if (article.lines.length === 0) return withoutLines(article, locate)
  const owned = article.lines.flatMap(({ from, to }) => lines.slice(from - 1, to).flat())
  const { ink, faults } = correct(owned, article.corrections)
  const { fields, pictures, body } = printedTexts(article)
  const tiles = tile(ink, fields, body, pictures)
  const wrong = tiles ? [] : differ(ink, [...fields, ...pictures], body)
  return {
    item: { article, tiles: tiles ?? [], changes: changesOf(tiles ?? []) },
    problems: [
      ...faults.map(fault => ({ ...locate(article), ...fault })),
      ...wrong.map(difference => problemOf(difference, article, dump, locate)),
      ...brokenLines(tiles ?? []).map(ink => ({
        ...{ file: dump.file, line: ink.line, column: ink.column },
        rule: 'line-broken',
        message: `${article.id} 在“${ink.character}”前断开了这一行，应连成一段`,
      })),
    ],
  }
}

function withoutLines(article: Article, locate: Locate): AuditedWithProblems {
  const message = '没有 lines：照源文件排的应写上行号，不在源文件里的文章应写 origin: "web"'
  return {
    item: { article, tiles: [], changes: [] },
    problems: [{ ...locate(article), rule: 'lines-missing', message }],
  }
}

/** Characters of a text in a message. */
const longestQuote = 30

function problemOf(difference: Difference, article: Article, dump: Dump, locate: Locate): Problem {
  const { rule, source, print, printed } = difference
  const [first] = source
  const place = first && { file: dump.file, line: first.line, column: first.column }
  const block = printed?.field === 'body' ? printed.index : undefined
  const [from, to] = [shorten(inkText(source), longestQuote), shorten(inkText(print), longestQuote)]
  const there = locate(article, block)
  const at = `${there.file}:${there.line}`
  const says = {
    'text-lost': `源文件的“${from}”在 ${article.id} 里没有（${at}），应补上`,
    'text-added': `“${to}”在源文件里没有（${at}），应删去，或写进 corrections`,
    'text-changed': `源文件是“${from}”，${article.id} 印的是“${to}”（${at}），应照源文件，或写进 corrections`,
    'text-moved': `源文件的“${from}”在 ${article.id} 里换了位置（${at}），应放回原处`,
  }[rule]
  return { ...(place ?? there), rule, message: says }
}

/** Every line with ink has exactly one owner, and no owner claims a line that is not there. */
function ownerProblems(
  lines: readonly (readonly Ink[])[],
  dump: Dump,
  articles: readonly Article[],
  locate: Locate,
  leftOut: readonly LeftOut[],
): Problem[] {
  const owners = lines.map((): Owner[] => [])
  const beyond: Problem[] = []
  for (const article of articles) {
    for (const { from, to } of article.lines) {
      if (to > lines.length) {
        const message = `lines 写到第 ${to} 行，源文件只有 ${lines.length} 行`
        beyond.push({ ...locate(article), rule: 'line-beyond', message })
      }
      for (let line = from; line <= Math.min(to, lines.length); line += 1) owners[line - 1]?.push(article)
    }
  }
  for (const one of leftOut) {
    if (one.text) continue
    for (let line = one.lines.from; line <= Math.min(one.lines.to, lines.length); line += 1) {
      owners[line - 1]?.push({ id: `leftOut（${one.reason}）` })
    }
  }
  return [...beyond, ...lines.flatMap((ink, index) => ownerProblem(ink, owners[index] ?? [], dump))]
}

type Owner = { readonly id: string }

function ownerProblem(ink: readonly Ink[], owners: readonly Owner[], dump: Dump): Problem[] {
  const [first] = ink
  if (!first || owners.length === 1) return []
  const text = shorten(inkText(ink), longestQuote)
  const place = { file: dump.file, line: first.line, column: first.column }
  if (owners.length === 0)
    return [
      {
        ...place,
        rule: 'line-lost',
        message: `“${text}”不属于任何一篇，也不在 leftOut 里，应写进某篇的 lines`,
      },
    ]
  const ids = owners.map(({ id }) => id).join('、')
  return [{ ...place, rule: 'line-doubled', message: `“${text}”同时属于 ${ids}，应只属于一篇` }]
}
