// An article for tests: everything empty but what a test names.
import type { Article } from '#lib/article'

export function articleOf(fields: Partial<Article> = {}): Article {
  const blocks = fields.blocks ?? [{ kind: 'paragraph', text: '正文。' }]
  return {
    id: 'x1-01',
    issue: 'x1',
    number: 1,
    kind: 'article',
    title: '标题',
    kicker: '',
    subtitle: '',
    column: '',
    tipLabel: '',
    tip: '',
    byline: '',
    signature: '',
    authors: [],
    photographers: [],
    provinces: [],
    cities: [],
    topic: '',
    date: '',
    lines: [],
    corrections: [],
    body: blocks.map(({ text }) => text).join('\n\n'),
    ...fields,
    blocks,
  }
}
