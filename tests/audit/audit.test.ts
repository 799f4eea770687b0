// The audit on made-up issues: whole ones are proved, and no single change of a character gets past it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { auditIssue } from '#lib/audit/audit'
import { blocks, printBody } from '#lib/format/markdown'
import type { Article } from '#lib/model/article'
import { articleOf } from '../article-of'

const file = 'content/x1/source.txt'
const locate = (article: Article) => ({ file: `content/x1/${article.id.slice(3)}.md`, line: 1 })
const audit = (text: string, articles: readonly Article[]) => auditIssue({ file, text }, articles, locate)
const rules = (text: string, articles: readonly Article[]) =>
  audit(text, articles).problems.map(({ file, line, column, rule }) =>
    [file.slice(11), line, column, rule].join(':'),
  )

const words = [
  '工会',
  '职工',
  '山西',
  '劳模',
  '协商',
  '“产改”',
  '11. 13日',
  '85.79%',
  '<AI>',
  '1*2',
  '𠮷',
  'Pro ',
  '，',
  '。',
  '（',
  '）',
  '；',
]
const text = fc
  .array(fc.constantFrom(...words), { minLength: 3, maxLength: 30 })
  .map(parts => parts.join('').trim())

/** What a dump makes of a text: marks folded, and cut at any places into lines with a gap between. */
const narrow = (line: string) =>
  line.replace(/[，：；？！（）]/g, mark => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
const cut = (line: string, at: readonly number[]) => {
  const letters = [...line]
  const places = [...new Set(at.map(one => one % letters.length))].filter(Boolean).sort((a, b) => a - b)
  return [0, ...places]
    .map((from, index) => letters.slice(from, places[index]).join(''))
    .filter(part => part.trim())
}

type Made = { readonly article: Article; readonly lines: readonly string[] }

const made: fc.Arbitrary<Made> = fc
  .record({
    title: text,
    kicker: fc.option(text, { nil: '' }),
    byline: fc.option(text, { nil: '' }),
    paragraphs: fc.array(text, { minLength: 1, maxLength: 5 }),
    cuts: fc.array(fc.nat(), { maxLength: 2 }),
    bylineAt: fc.nat(),
  })
  .map(({ title, kicker, byline, paragraphs, cuts, bylineAt }) => {
    const list = paragraphs.map(paragraph => ({ kind: 'paragraph' as const, text: paragraph }))
    const article = articleOf({ title, kicker, byline, blocks: list, body: printBody(list) })
    const body = paragraphs.flatMap(paragraph => cut(narrow(paragraph), cuts).join('\n').split('\n'))
    const lines = [kicker, title].filter(Boolean).map(narrow)
    // A byline stands before, after or between paragraphs, never within one.
    const ends = paragraphs.map(
      (_, index) => paragraphs.slice(0, index).flatMap(one => cut(narrow(one), cuts)).length,
    )
    const at = ends[bylineAt % ends.length] ?? 0
    const mixed = byline ? [...body.slice(0, at), narrow(byline), ...body.slice(at)] : body
    return { article, lines: [...lines, ...mixed] }
  })

/** An issue of items, one after the other, an empty line after each line. */
function issueOf(items: readonly Made[]): { readonly source: string; readonly articles: readonly Article[] } {
  const source: string[] = ['']
  const articles = items.map(({ article, lines }, index) => {
    const ranges = lines.map(line => {
      source.push(line, '')
      return { from: source.length - 1, to: source.length - 1 }
    })
    return { ...article, id: `x1-0${index + 1}`, number: index + 1, lines: ranges }
  })
  return { source: source.join('\n'), articles }
}

const issue = fc.array(made, { minLength: 1, maxLength: 3 }).map(issueOf)

describe('a whole issue', () => {
  it('is proved, however its paragraphs are cut', () => {
    fc.assert(
      fc.property(issue, ({ source, articles }) => {
        const { problems, items } = audit(source, articles)
        expect(problems).toEqual([])
        const tiled = items.flatMap(({ tiles }) => tiles.flatMap(tile => tile.source.length))
        expect(tiled.reduce((sum, length) => sum + length, 0)).toBe([...source.replace(/\s/g, '')].length)
      }),
      { numRuns: 300 },
    )
  })

  it('lists what the print changed', () => {
    const list = [
      { kind: 'paragraph' as const, text: '甲，乙丙。' },
      { kind: 'paragraph' as const, text: '丁。' },
    ]
    const article = articleOf({
      title: '题',
      blocks: list,
      body: printBody(list),
      lines: [1, 5, 7, 3].map(line => ({ from: line, to: line })),
    })
    expect(audit('题\n\n丁。\n\n甲,乙\n\n丙。', [article]).items[0]?.changes).toEqual([
      { kind: 'widened', line: 5, column: 2, to: '，' },
      { kind: 'join', line: 5, to: 7 },
      { kind: 'moved', line: 3, to: 7 },
    ])
  })
})

type Field = 'title' | 'kicker' | 'byline'
type Change = (letters: string[], at: number, other: number) => string[]

const changes: Readonly<Record<string, Change>> = {
  lost: (letters, at) => letters.toSpliced(at, 1),
  doubled: (letters, at) => letters.toSpliced(at, 0, letters[at] ?? ''),
  swapped: (letters, at, other) => letters.with(at, letters[other] ?? '').with(other, letters[at] ?? ''),
  added: (letters, at) => letters.toSpliced(at, 0, '增'),
  moved: (letters, at, other) => letters.toSpliced(at, 1).toSpliced(other, 0, letters[at] ?? ''),
  changed: (letters, at) => letters.with(at, '改'),
}

const ink = (article: Article) =>
  [article.kicker, article.title, article.byline, ...article.blocks.map(block => block.text)].map(part =>
    part.replace(/\s/g, ''),
  )

/** The article with one change at a place of one of its texts; undefined when the print is the same after it. */
function mutate(
  article: Article,
  change: Change,
  which: number,
  at: number,
  other: number,
): Article | undefined {
  const fields = (['title', 'kicker', 'byline'] satisfies Field[]).filter(field => article[field])
  const index = which % (fields.length + article.blocks.length)
  const field = fields[index]
  const old = field ? article[field] : (article.blocks[index - fields.length]?.text ?? '')
  const letters = [...old]
  const next = change(letters, at % letters.length, other % letters.length)
    .join('')
    .trim()
  if (!next) return undefined
  const list = article.blocks.map((block, number) =>
    number === index - fields.length ? { ...block, text: next } : block,
  )
  const mutated = field ? { ...article, [field]: next } : { ...article, blocks: list, body: printBody(list) }
  return ink(mutated).join('|') === ink(article).join('|') ? undefined : mutated
}

describe('one changed character of the print is caught', () => {
  it.each(Object.entries(changes))('%s', (_name, change) => {
    let caught = 0
    fc.assert(
      fc.property(
        issue,
        fc.nat(),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        ({ source, articles }, item, which, at, other) => {
          const chosen = articles[item % articles.length]
          const mutated = chosen && mutate(chosen, change, which, at, other)
          if (!mutated) return
          const after = articles.map(article => (article === chosen ? mutated : article))
          expect(rules(source, after).length).toBeGreaterThan(0)
          caught += 1
        },
      ),
      { numRuns: 300 },
    )
    expect(caught).toBeGreaterThan(100)
  })

  it.each(Object.entries(changes))('%s in the source', (_name, change) => {
    let caught = 0
    fc.assert(
      fc.property(issue, fc.nat(), fc.nat(), ({ source, articles }, at, other) => {
        const letters = [...source]
        const inked = letters.flatMap((letter, index) => (/\s/.test(letter) ? [] : [index]))
        const pick = (place: number) => inked[place % inked.length] ?? 0
        const after = change(letters, pick(at), pick(other)).join('')
        if (narrow(after).replace(/[^\S\n]/g, '') === source.replace(/[^\S\n]/g, '')) return
        expect(rules(after, articles).length).toBeGreaterThan(0)
        caught += 1
      }),
      { numRuns: 300 },
    )
    expect(caught).toBeGreaterThan(100)
  })

  it('two paragraphs that change places', () => {
    fc.assert(
      fc.property(made, one => {
        const { source, articles } = issueOf([one])
        const [article] = articles
        const list = article?.blocks.toReversed() ?? []
        const texts = list.map(block => block.text.replace(/\s/g, ''))
        if (
          !article ||
          texts.join('|') === texts.toReversed().join('|') ||
          texts.join('') === texts.toReversed().join('')
        )
          return
        expect(rules(source, [{ ...article, blocks: list, body: printBody(list) }]).length).toBeGreaterThan(0)
      }),
    )
  })
})

describe('a difference is named with its place', () => {
  const paragraph = (one: string) => ({ kind: 'paragraph' as const, text: one })
  const given = (body: string, more: Partial<Article> = {}) =>
    articleOf({
      id: 'x1-01',
      title: '题目',
      body,
      blocks: blocks(body),
      lines: [{ from: 1, to: 5 }],
      ...more,
    })
  const source = '题目\n\n甲乙丙丁,戊。\n\n己庚辛。'
  const whole = '甲乙丙丁，戊。\n\n己庚辛。'

  it.each([
    ['whole', whole, {}, []],
    ['lost', '甲乙丁，戊。\n\n己庚辛。', {}, ['source.txt:3:3:text-lost']],
    ['doubled', '甲乙丙丙丁，戊。\n\n己庚辛。', {}, ['01.md:1::text-added']],
    ['added', '甲乙丙丁，戊好。\n\n己庚辛。', {}, ['01.md:1::text-added']],
    ['changed', '甲乙丙丁，戌。\n\n己庚辛。', {}, ['source.txt:3:6:text-changed']],
    ['moved', '甲丙丁，戊。\n\n己庚辛乙。', {}, ['source.txt:3:2:text-moved']],
    ['a full stop widened', '甲乙丙丁，戊。\n\n己庚辛．', {}, ['source.txt:5:4:text-changed']],
    [
      'the end of a paragraph moved to the next',
      '甲乙丙丁，\n\n戊。己庚辛。',
      {},
      ['source.txt:3:6:line-broken'],
    ],
    [
      'the end of the title moved to the text',
      '目甲乙丙丁，戊。\n\n己庚辛。',
      { title: '题' },
      ['source.txt:1:2:line-broken'],
    ],
    ['a paragraph broken', '甲乙丙丁，\n\n戊。\n\n己庚辛。', {}, ['source.txt:3:6:line-broken']],
    ['a line lost', '甲乙丙丁，戊。', { lines: [{ from: 1, to: 3 }] }, ['source.txt:5:1:line-lost']],
    [
      'a line twice',
      whole,
      {
        lines: [
          { from: 1, to: 5 },
          { from: 5, to: 5 },
        ],
      },
      ['source.txt:5:1:line-doubled', 'source.txt:5:1:text-lost'],
    ],
    ['lines beyond', whole, { lines: [{ from: 1, to: 9 }] }, ['01.md:1::line-beyond']],
    [
      'a correction',
      '甲乙丙丁，午。\n\n己庚辛。',
      { corrections: [{ source: '戊。', print: '午。', why: '误' }] },
      [],
    ],
    [
      'a correction that is not printed',
      whole,
      { corrections: [{ source: '戊。', print: '午。', why: '误' }] },
      ['source.txt:3:6:text-changed'],
    ],
    [
      'a correction of nothing there',
      whole,
      { corrections: [{ source: '子', print: '午', why: '误' }] },
      ['01.md:1::correction-missing'],
    ],
    [
      'a correction of two places',
      whole,
      { corrections: [{ source: '。', print: '！', why: '误' }] },
      ['01.md:1::correction-ambiguous'],
    ],
    [
      'a correction that changes nothing',
      whole,
      { corrections: [{ source: '戊', print: '戊', why: '误' }] },
      ['01.md:1::correction-same'],
    ],
    [
      'a correction that adds',
      '甲乙丙丁，戊午。\n\n己庚辛。',
      { corrections: [{ source: '戊。', print: '戊午。', why: '脱字' }] },
      [],
    ],
    [
      'a correction that drops',
      '甲丙丁，戊。\n\n己庚辛。',
      { corrections: [{ source: '甲乙丙', print: '甲丙', why: '衍字' }] },
      [],
    ],
  ] satisfies readonly (readonly [string, string, Partial<Article>, readonly string[]])[])(
    '%s',
    (_name, body, more, expected) => {
      expect(rules(source, [given(body, more)])).toEqual(expected)
    },
  )

  it('an item of nothing like it', () => {
    const body = Array.from({ length: 400 }, (_, index) => `全不相干的第${index}句话。`).join('')
    const list = [paragraph(body)]
    expect(rules(source, [given(printBody(list))]).length).toBeGreaterThan(0)
  })
})
