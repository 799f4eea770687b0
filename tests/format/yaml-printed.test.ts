// YAML as it is printed is read as a parser of all YAML reads it: the same fields, at the same places.
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { printEdits } from '#lib/format/edits-file'
import { printFrontMatter } from '#lib/format/front-matter'
import { operationKinds } from '#lib/format/operation'
import { parseYaml, readYaml } from '#lib/format/yaml'
import { readPrintedYaml } from '#lib/format/yaml-printed'

const words = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.stringMatching(/^[“”：，、#&*!|>%@`"'\\\t\n[\]{}工会 -]{1,12}$/u),
)
const key = fc.constantFrom('id', 'title', 'lines', 'pageTitle', 'a-b', 'do', 'item')
const map = fc.dictionary(key, words, { minKeys: 1, maxKeys: 4 })
const value = fc.oneof(
  words,
  fc.array(words, { minLength: 1, maxLength: 4 }),
  fc.array(map, { maxLength: 3 }),
)
const fields = fc.dictionary(key, value, { minKeys: 1 })

/** Front matter between its fences, as its reader hands it on. */
const head = fields.map(given =>
  printFrontMatter(Object.entries(given), '')
    .replace(/^---/u, '')
    .replace(/\n---\n$/u, ''),
)
const edits = fc
  .array(fc.record({ do: fc.constantFrom(...operationKinds), item: words, text: words, why: words }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(operations => printEdits({ operations, base: new Map([[3, [{ from: 1, to: 2 }]]]) }))

test('what our printers print is read without the parser', () => {
  const issue = 'tests/content/gh202411/issue.md'
  const [, front = ''] = readFileSync(issue, 'utf8').split(/^---$/mu)
  expect(readPrintedYaml(front.replace(/\n$/u, ''))).toEqual(parseYaml(front).fields)
  const operations = [{ do: 'correct', item: '03', source: '“甲”', print: '\\乙#: ', why: '误' }] as const
  const text = printEdits({ operations, base: new Map([[3, [{ from: 1, to: 2 }]]]) })
  expect(readPrintedYaml(text)).toEqual(parseYaml(text).fields)
})

test('printed YAML is read as the parser reads it', () => {
  fc.assert(
    fc.property(fc.oneof(head, edits), text => {
      expect(readYaml(text)).toEqual(parseYaml(text))
    }),
    { numRuns: 300 },
  )
})

const slips = [
  '"',
  "'",
  ':',
  ' ',
  '  ',
  '\n',
  '-',
  '[',
  ']',
  ',',
  '#',
  '\\',
  '：',
  '“',
  '\t',
  'x',
  '\u2028',
  '\ufeff',
  '- ',
]

test('and so is what a slip of the hand has made of it', () => {
  fc.assert(
    fc.property(
      fc.oneof(head, edits),
      fc.nat(),
      fc.nat({ max: 3 }),
      fc.constantFrom('', ...slips),
      (text, place, cut, put) => {
        const at = place % (text.length + 1)
        const given = text.slice(0, at) + put + text.slice(at + cut)
        expect(readYaml(given)).toEqual(parseYaml(given))
      },
    ),
    { numRuns: 700 },
  )
})
