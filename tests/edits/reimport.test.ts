// The law of an editor's work: whatever was decided and however the dump of the page changes, importing it again does each decision
// or says as a doubt that it did not; the source is proved; and where nothing has changed no byte does.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditIssue } from '#lib/audit/audit'
import { applyOperation } from '#lib/edits/apply'
import { decideBy } from '#lib/edits/decide'
import { draftOf, type Outcome } from '#lib/edits/replay'
import { sourcePage } from '#lib/edits/source-page'
import { parseArticle } from '#lib/format/article-file'
import { parseIssue } from '#lib/format/issue-file'
import type { Operation } from '#lib/format/operation'
import { type Edition, makeEdition } from '#lib/import/edition/edition'
import { type ImportedPage, importPage } from '#lib/import/pipeline/import-page'
import { anyOperation, dice } from './any-operation'

const id = 'gh202411'
const text = readFileSync(new URL('../corpus/real-page/input.txt', import.meta.url), 'utf8')
const source = text.split('\n')
const imported = importPage(text, id)
const page = sourcePage(text, [])
const fresh = draftOf(imported.articles, imported.leftOut, page)
if (!fresh) throw new Error('the page is not proved')

/** The folder of an issue as an import leaves it. */
function folderOf({ files, base }: Edition, dump: string) {
  const issueText = files.get('issue.md') ?? ''
  const issueFile = parseIssue(issueText, 'issue.md', id, [...files.keys()])
  if (Array.isArray(issueFile)) throw new Error(issueFile.map(({ message }) => message).join('\n'))
  const articles = [...files].flatMap(([name, content]) => {
    if (name === 'issue.md') return []
    const article = parseArticle(content, name, `${id}-${name.slice(0, -3)}`)
    if (Array.isArray(article)) throw new Error(article.map(({ message }) => message).join('\n'))
    return [{ number: article.number, text: content, article }]
  })
  return { files: articles, source: dump, imported: issueFile.imported, base, text: issueText, issueFile }
}

const nothing = { files: [], source: '', imported: new Map(), text: '', issueFile: undefined }

function importAgain(
  read: ImportedPage,
  dump: string,
  operations: readonly Operation[],
  before: Parameters<typeof makeEdition>[2],
) {
  const seen: Outcome[] = []
  const decide = decideBy(operations, dump, outcomes => seen.push(...outcomes))
  return { edition: makeEdition({ ...read, source: dump }, id, before, false, decide), seen }
}

/** Random operations that fit the page one after the other. */
function anyOperations(pick: (below: number) => number, count: number): readonly Operation[] {
  let draft = fresh
  const held: Operation[] = []
  for (let step = 0; step < count && draft; step += 1) {
    const operation = anyOperation(draft, source, pick)
    const applied = applyOperation(draft, operation, page)
    if ('fault' in applied) continue
    draft = applied.draft
    held.push(operation)
  }
  return held
}

type Pick = (below: number) => number

/** A line of the source, one that an operation quotes where there is such a one. */
function lineWith(pattern: RegExp, pick: Pick, operations: readonly Operation[]): number {
  const quotes = operations.flatMap(({ text: quoted, before, at, source: words }) =>
    [quoted, before, at, words].flatMap(one => (one ? [one.slice(0, 4)] : [])),
  )
  const numbers = source.flatMap((line, at) => (pattern.test(line) ? [at] : []))
  const quoted = numbers.filter(at => quotes.some(quote => source[at]?.includes(quote)))
  const from = quoted.length > 0 ? quoted : numbers
  return from[pick(from.length)] ?? 0
}

const put = (at: number, lines: readonly string[]) => [
  ...source.slice(0, at),
  ...lines,
  ...source.slice(at + 1),
]

type Change = (
  pick: Pick,
  operations: readonly Operation[],
) => {
  readonly lines: readonly string[]
  readonly turn?: number
}

/** How a dump of the page changes, and the order in which an importer gives its items. */
const changes = {
  'a digit': (pick, operations) => {
    const at = lineWith(/\d/u, pick, operations)
    return { lines: put(at, [(source[at] ?? '').replace(/\d/u, digit => String((Number(digit) + 1) % 10))]) }
  },
  'a line put in': (pick, operations) => {
    const at = lineWith(/^$/u, pick, operations)
    return { lines: put(at, ['', '新补的一句话放在这里。', '']) }
  },
  'a paragraph wrapped anew': (pick, operations) => {
    const at = lineWith(/^.{40,}$/u, pick, operations)
    const line = source[at] ?? ''
    const width = 20 + pick(30)
    return { lines: put(at, line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [line]) }
  },
  'another order of the importer': pick => ({ lines: source, turn: 1 + pick(7) }),
} as const satisfies Record<string, Change>

/** The items of a page given from another one on, numbered as they come. */
function turned(read: ImportedPage, by = 0): ImportedPage {
  const { articles, doubts } = read
  const moved = [...articles.slice(by), ...articles.slice(0, by)]
  const numbers = new Map(moved.map(({ number }, at) => [number, at + 1]))
  const numberOf = (number: number) => numbers.get(number) ?? 0
  return {
    ...read,
    articles: moved.map(article => {
      const number = numberOf(article.number)
      return { ...article, number, id: `${id}-${String(number).padStart(2, '0')}` }
    }),
    doubts: doubts.map(doubt => ({ ...doubt, item: numberOf(doubt.item) })),
  }
}

/** What is not proved of an edition; drafts are proved like the others here. */
function unproved({ articles, leftOut }: Edition, dump: string): readonly string[] {
  const locate = ({ id: file }: { readonly id: string }) => ({ file, line: 1 })
  const { problems, drafts } = auditIssue({ file: 'source.txt', text: dump }, articles, locate, leftOut)
  return [...problems, ...drafts].map(({ message }) => message)
}

/** Some in every run of the tests; all of them by EDIT_RUNS=500. */
const numRuns = Number(process.env.EDIT_RUNS || 8)

describe('any decisions, when the page is imported again with', () => {
  const seeds = fc.array(fc.nat(1_000_000), { minLength: 60, maxLength: 60 })

  it.each(Object.keys(changes) as (keyof typeof changes)[])('%s, are done or are doubts', kind => {
    const counts = { held: 0, near: 0, open: 0 }
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 8 }), (numbers, count) => {
        const pick = dice(numbers)
        const operations = anyOperations(pick, count)
        const { edition } = importAgain(imported, text, operations, nothing)
        const before = folderOf(edition, text)
        // Nothing has changed, and no byte does.
        expect([...importAgain(imported, text, operations, before).edition.files]).toEqual([...edition.files])

        const change: ReturnType<Change> = changes[kind](pick, operations)
        const better = change.lines.join('\n')
        const read = turned(importPage(better, id), change.turn)
        const { edition: after, seen } = importAgain(read, better, operations, before)
        const told = after.doubts.map(({ message }) => message)
        expect(seen.map(({ operation }) => operation)).toEqual(operations)
        for (const { state, message, operation } of seen) {
          counts[state] += 1
          if (state !== 'held') expect(told, JSON.stringify(operation)).toContain(message)
        }
        expect(unproved(after, better), JSON.stringify(operations)).toEqual([])
        folderOf(after, better) // is read without a problem
        if (kind === 'another order of the importer') expect([...after.files]).toEqual([...edition.files])
      }),
      { numRuns },
    )
    if (process.env.EDIT_RUNS) console.log(kind, numRuns, counts)
  })
})
