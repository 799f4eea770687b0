// An import as text that a person can check: one item after the other, the fields that are not empty, the whole body.

import { showLines } from '#lib/format/doubt'
import { printLeftOut } from '#lib/format/left-out'
import type { ImportedPage } from '#lib/import/pipeline/import-page'
import type { Article } from '#lib/model/article'

const fields = [
  'kicker',
  'title',
  'subtitle',
  'column',
  'tipLabel',
  'tip',
  'byline',
  'signature',
  'authors',
  'photographers',
  'provinces',
  'cities',
  'topic',
  'date',
  'page',
  'pageTitle',
] as const satisfies readonly (keyof Article)[]

export function summarise({ articles, doubts, leftOut, facts }: ImportedPage): string {
  const page = [
    ...(facts.publication || facts.date ? [`issue: ${facts.publication} ${facts.date}`.trim()] : []),
    ...leftOut.map(one => `- ${printLeftOut(one)}`),
  ]
  return articles
    .map(article => {
      const told = fields.flatMap(field => {
        const value = [article[field]].flat().join('、')
        return value ? [`${field}: ${value}`] : []
      })
      const own = doubts.filter(
        doubt => doubt.item === article.number && doubt.kind !== 'place' && doubt.kind !== 'headings',
      )
      const body = article.blocks.map(block =>
        block.kind === 'subheading' ? `## ${block.text}` : block.text,
      )
      const asked = own.map(doubt => `? ${doubt.kind} ${showLines(doubt.lines)}`)
      return [
        `[${article.number} ${article.kind}] ${showLines(article.lines)}`,
        ...told,
        '',
        ...body,
        '',
        ...asked,
      ].join('\n')
    })
    .concat(page.length > 0 ? [page.join('\n')] : [])
    .join('\n\n')
    .concat('\n')
}
