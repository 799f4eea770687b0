// Arbitrary articles for laws that hold for every article; what they may hold is what the shape allows.
import fc from 'fast-check'
import { badCharacters, invisibleCharacters } from '#lib/format/characters'
import { printBody } from '#lib/format/markdown'
import type { Article, BodyBlock } from '#lib/model/article'
import { type ListField, listFields, type TextField, textFields } from '#lib/model/article-fields'
import { provinces } from '#lib/model/provinces'
import { topics } from '#lib/model/topics'

/** Pieces that Markdown, YAML or HTML would read as something else. */
const traps = [
  ...[
    '11. ',
    '2024. ',
    '+ ',
    '- ',
    '* ',
    '1) ',
    '1*2*3',
    '---',
    '===',
    '***',
    '___',
    '~~~',
    '```',
    '    ',
    '\t',
  ],
  ...[
    '[^1]:',
    '[甲]: 乙',
    '[甲](乙)',
    '![甲](乙)',
    '**“四个联动”**',
    '__甲__',
    '_甲_',
    '`甲`',
    '<AI>',
    '<!--',
    '-->',
  ],
  ...[
    '&amp;',
    '&#20;',
    '&',
    '#',
    '# ',
    '## ',
    '###### ',
    ' #',
    '>',
    '> ',
    '\\',
    '\\*',
    '|',
    '| - |',
    'https://a.cn',
  ],
  ...[
    '<script>alert(1)</script>',
    '<a@b.cn>',
    '"',
    "'",
    ': ',
    ' #工会',
    '%',
    '@',
    '!',
    '!!js',
    '&a',
    '*a',
    '? ',
    '{',
    '}',
  ],
  ...[
    '工会',
    '职工，',
    '。',
    '（',
    '“',
    '”',
    '——',
    '……',
    '𠮷',
    '👷',
    '，',
    ' ',
    '  ',
    '\u3000',
    '\u00a0',
    'é',
    '—',
  ],
]

/** One line of any characters that our files may hold. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...traps), fc.string({ unit: 'binary', maxLength: 4 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map(parts =>
    parts
      .join('')
      .replace(/[\n\r\t]/g, '')
      .trim(),
  )
  .filter(text => text !== '' && badCharacters(text).length === 0 && invisibleCharacters(text).length === 0)

const maybe = fc.option(line, { nil: '' })
const names = fc.uniqueArray(
  line.filter(text => !text.includes('、')),
  { maxLength: 3 },
)

export const block: fc.Arbitrary<BodyBlock> = fc.record({
  kind: fc.constantFrom('paragraph' as const, 'paragraph' as const, 'subheading' as const),
  text: line,
})

const recordOf = <Name extends string, Value>(names: readonly Name[], arbitrary: fc.Arbitrary<Value>) =>
  Object.fromEntries(names.map(name => [name, arbitrary])) as Record<Name, fc.Arbitrary<Value>>

const date = fc.constantFrom('', '2024', '2024-02', '2024-02-29', '2023-12-31')

const ranges = fc.uniqueArray(
  fc
    .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 30 }))
    .map(([from, more]) => ({ from, to: from + more })),
  { minLength: 1, maxLength: 4, selector: ({ from }) => from },
)

/** Pictures of the article 1, whose marks its own captions have. */
const pictures = fc.uniqueArray(
  fc
    .record({
      file: fc.constantFrom('01.jpg', '01-2.png', '01-3.webp'),
      caption: maybe,
      credit: maybe,
      names,
      alt: maybe,
    })
    .map(picture => ({ ...picture, mark: picture.caption })),
  { maxLength: 3, selector: ({ file }) => file },
)

export const article: fc.Arbitrary<Article> = fc
  .record({
    number: fc.integer({ min: 1, max: 120 }),
    kind: fc.constantFrom('article' as const, 'photo' as const),
    texts: fc.record(recordOf<TextField, string>(textFields, maybe)),
    lists: fc.record(recordOf<ListField, readonly string[]>(listFields, names)),
    tip: fc.oneof(fc.constant(['', ''] as const), fc.tuple(maybe, line)),
    provinces: fc.subarray(
      provinces.map(({ name }) => name),
      { maxLength: 3 },
    ),
    topic: fc.constantFrom('' as const, ...topics.map(({ name }) => name)),
    date,
    status: fc.oneof(
      fc.constantFrom({ status: '', reason: '' } as const, { status: 'draft', reason: '' } as const),
      line.map(reason => ({ status: 'withdrawn', reason }) as const),
    ),
    page: fc.constantFrom('', '1', 'A3', '120'),
    pageTitle: maybe,
    origin: fc.constantFrom('' as const, 'web' as const),
    lines: ranges,
    pictures,
    corrections: fc.array(
      fc.record(
        { source: line, print: line, why: line, when: fc.constant('2026-11-26'), by: line },
        { requiredKeys: ['source', 'print', 'why'] },
      ),
      { maxLength: 2 },
    ),
    blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
  })
  .map(({ texts, lists, status, tip: [tipLabel, tip], ...rest }) => ({
    ...rest,
    ...status,
    ...texts,
    ...lists,
    tipLabel,
    tip,
    pictures: rest.pictures.map(picture => ({
      ...picture,
      file: picture.file.replace(/^01/, String(rest.number).padStart(2, '0')),
    })),
    id: `gh202411-${String(rest.number).padStart(2, '0')}`,
    issue: 'gh202411',
    body: printBody(rest.blocks),
  }))
