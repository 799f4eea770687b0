// Articles as the records that search reads.
import { type Article, dateOf, type Issue } from '../model/article'
import { searchedFields } from '../model/article-fields'
import { formatDate } from '../model/dates'
import { nationwide, regionsOf, subjectOf } from '../model/regions'
import type { TextRecord } from './text-record'
import { sharedVariants, variantsOf } from './variants'
import { traditionalPairs } from './variants-table'

const openingLength = 24
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The record of an article. `issue` is its issue, of which it may inherit the date. */
export function textRecordOf(article: Article, issue: Issue | undefined): TextRecord {
  const { id, title, kicker, blocks, provinces, cities } = article
  const fields = searchedFields.filter(name => name !== 'title' && name !== 'kicker')
  const captions = article.pictures.flatMap(({ caption, credit, alt }) => [caption, credit, alt])
  const rest = [...fields.map(name => article[name]), ...blocks.map(({ text }) => text), ...captions]
  const first = oneLine(blocks[0]?.text ?? '')
  const regions = regionsOf(article)
  const subject = subjectOf(article)
  return {
    id,
    title: oneLine(title),
    opening: title ? '' : [...first].slice(0, openingLength).join('') || id,
    kicker: oneLine(kicker),
    rest: rest.map(oneLine).filter(Boolean),
    names: [subject.name, ...regions.map(({ name }) => name), ...cities],
    variants: variantsIn([title, kicker, ...rest].join('\n')),
    regions: regions.map(({ slug }) => slug),
    subject: subject.slug,
    place: [provinces[0] ?? nationwide.name, ...cities.slice(0, 1)].join(' · '),
    topic: article.topic,
    date: formatDate(dateOf(article, issue)?.value ?? ''),
  }
}

const traditional = variantsOf(traditionalPairs)

/** The variants of a text besides the shared ones, in pairs; a composed form has those of what it is folded to. */
function variantsIn(text: string): string {
  const found = new Set(text.normalize('NFKC').match(traditional.pattern))
  return [...found]
    .filter(character => !sharedVariants.simplified.has(character))
    .map(character => character + (traditional.simplified.get(character) ?? ''))
    .join('')
}
