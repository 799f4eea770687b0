// An article for tests: everything empty but what a test names.
import type { Article } from '#lib/model/article'
import { nothingPrinted } from '#lib/model/article-fields'

/** What is printed of an item, before it has a place in an issue. */
export type Print = Omit<Article, 'id' | 'issue' | 'number' | 'lines'>

/** An item on which nothing is printed. */
export const emptyPrint: Print = {
  kind: 'article',
  ...nothingPrinted,
  provinces: [],
  topic: '',
  date: '',
  ...{ status: '', reason: '', page: '', pageTitle: '', origin: '' },
  corrections: [],
  body: '',
  blocks: [],
}

/** With a title and one paragraph unless the test says otherwise; the body follows the blocks. */
export function articleOf(fields: Partial<Article> = {}): Article {
  const blocks = fields.blocks ?? [{ kind: 'paragraph', text: '正文。' }]
  const body = blocks.map(({ text }) => text).join('\n\n')
  const place = { id: 'x1-01', issue: 'x1', number: 1, lines: [] }
  return { ...place, ...emptyPrint, title: '标题', body, ...fields, blocks }
}
