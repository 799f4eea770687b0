// A thousand random mutations of the real files: each is accepted whole or refused by a rule that we know, never more.
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '#lib/format/article-file'
import { parseIssue } from '#lib/format/issue-file'
import { prepareImport } from '#lib/issues/import-file'
import { nothing } from '#lib/issues/issue-folder'
import type { Problem } from '#lib/model/problem'

const folder = 'tests/content/gh202411'
const files = readdirSync(folder).map(name => ({ name, bytes: readFileSync(`${folder}/${name}`) }))
const articles = files.filter(({ name }) => /^\d/.test(name))
const bytesOf = (name: string) => files.find(file => file.name === name)?.bytes ?? new Uint8Array()

/** The rules by which a mutated file may be refused: a new one here is a decision. */
const known = new Set([
  ...['page-only-headings', 'page-no-sentence', 'page-no-heading', 'page-no-place'],
  ...[
    'character-bidi',
    'character-bom',
    'character-control',
    'character-private',
    'character-replacement',
    'encoding',
  ],
  ...[
    'encoding-unknown',
    'encoding-utf16',
    'page-article-twice',
    'page-empty',
    'page-format',
    'page-line-long',
  ],
  ...[
    'file-empty',
    'front-matter-fence',
    'front-matter-missing',
    'front-matter-unclosed',
    'id-file',
    'id-format',
  ],
  ...[
    'id-issue',
    'issue-folder',
    'issue-format',
    'imported-format',
    'key-double',
    'key-missing',
    'key-unknown',
  ],
  ...[
    'kind-unknown',
    'lines-format',
    'list-double',
    'province-unknown',
    'topic-unknown',
    'date-format',
    'date-unreal',
  ],
  ...[
    'tip-missing',
    'date-missing',
    'value-empty',
    'value-line',
    'value-space',
    'value-type',
    'value-character',
  ],
  ...[
    'yaml-comment',
    'yaml-reference',
    'yaml-syntax',
    'yaml-tag',
    'yaml-type',
    'yaml-unquoted',
    'yaml-fullwidth',
    'yaml-space',
    'list-joined',
    'origin-unknown',
    'character-invisible',
    'body-empty',
  ],
  ...[
    'markdown-code',
    'markdown-emphasis',
    'markdown-entity',
    'markdown-heading',
    'markdown-html',
    'markdown-indent',
  ],
  ...[
    'markdown-line',
    'markdown-link',
    'markdown-list',
    'markdown-mark',
    'markdown-quote',
    'markdown-rule',
    'markdown-empty',
  ],
])

type Mutation = { readonly kind: number; readonly at: number; readonly byte: number; readonly length: number }

const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.integer({ min: 0, max: 4 }),
  at: fc.nat(),
  byte: fc.oneof(
    fc.integer({ min: 0, max: 255 }),
    fc.constantFrom(...Buffer.from('\n\r\0 "\'#*-_<>&:[]{}|\\`!%@\t')),
  ),
  length: fc.integer({ min: 1, max: 40 }),
})

function mutate(bytes: Uint8Array, { kind, at, byte, length }: Mutation): Uint8Array {
  const place = at % bytes.length
  const [before, printed, after] = [
    bytes.subarray(0, place),
    bytes.subarray(place, place + length),
    bytes.subarray(place + length),
  ]
  if (kind === 0) return Buffer.concat([before, Buffer.of(byte), bytes.subarray(place + 1)])
  if (kind === 1) return Buffer.concat([before, Buffer.of(byte), bytes.subarray(place)])
  if (kind === 2) return Buffer.concat([before, after])
  if (kind === 3) return Buffer.concat([before, printed, printed, after])
  return before
}

/** Counts what became of the mutated files; fails on a rule that is not known, and on anything thrown. */
function tally(
  runs: number,
  problemsOf: (bytes: Uint8Array) => readonly Problem[],
  given: readonly Uint8Array[],
) {
  const count = { accepted: 0, refused: 0 }
  const one = fc.property(
    fc.nat(),
    fc.array(mutation, { minLength: 1, maxLength: 3 }),
    (which, mutations) => {
      const problems = problemsOf(mutations.reduce(mutate, given[which % given.length] ?? new Uint8Array()))
      expect(problems.filter(({ rule }) => !known.has(rule))).toEqual([])
      for (const { line, message } of problems) expect([line > 0, message.length > 3]).toEqual([true, true])
      count[problems.length > 0 ? 'refused' : 'accepted'] += 1
    },
  )
  fc.assert(one, { numRuns: runs })
  return count
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function parsed<Found>(bytes: Uint8Array, parse: (text: string) => Found | Problem[]): readonly Problem[] {
  let text: string
  try {
    text = utf8.decode(bytes)
  } catch {
    return [{ file: 'x', line: 1, rule: 'encoding', message: '不是 UTF-8 编码' }]
  }
  const found = parse(text)
  return Array.isArray(found) ? found : []
}

describe('mutated bytes', () => {
  it('of the articles', () => {
    const problemsOf = (bytes: Uint8Array) => parsed(bytes, text => parseArticle(text, 'x.md', 'gh202411-01'))
    const { refused } = tally(
      600,
      problemsOf,
      articles.map(({ bytes }) => bytes),
    )
    expect(refused).toBeGreaterThan(100)
  })

  it('of the issue', () => {
    const problemsOf = (bytes: Uint8Array) => parsed(bytes, text => parseIssue(text, 'x.md', 'gh202411'))
    expect(tally(100, problemsOf, [bytesOf('issue.md')]).refused).toBeGreaterThan(10)
  })

  it('of the page', () => {
    const problemsOf = (bytes: Uint8Array) =>
      prepareImport(
        bytes,
        { file: 'x.txt', issue: 'x' },
        { out: 'tests/content', replace: false, allow: [] },
        new Map(),
        nothing,
      ).problems
    const { accepted, refused } = tally(300, problemsOf, [bytesOf('source.txt')])
    expect(accepted).toBeGreaterThan(10)
    expect(refused).toBeGreaterThan(10)
  })
})
