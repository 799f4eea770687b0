// Articles as the records that search reads.
import { type Article, dateOf, type Issue } from '../model/article'
import { searchedFields } from '../model/article-fields'
import { formatDate } from '../model/dates'
import { provinceOf } from '../model/provinces'
import { nationwide, subjectOf } from '../model/regions'
import type { TextRecord } from './text-record'

const openingLength = 24
const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

/** The record of an article. `issue` is its issue, of which it may inherit the date. */
export function recordOf(article: Article, issue: Issue | undefined): TextRecord {
  const { id, title, kicker, blocks, provinces, cities } = article
  const fields = searchedFields.filter(name => name !== 'title' && name !== 'kicker')
  const rest = [...fields.map(name => article[name]), ...blocks.map(({ text }) => text)]
  const first = oneLine(blocks[0]?.text ?? '')
  return {
    id,
    title: oneLine(title),
    opening: title ? '' : [...first].slice(0, openingLength).join('') || id,
    kicker: oneLine(kicker),
    rest: rest.map(oneLine).filter(Boolean),
    regions: provinces.length === 0 ? [nationwide.slug] : provinces.map(name => provinceOf(name).slug),
    subject: subjectOf(article).slug,
    place: [provinces[0] ?? nationwide.name, ...cities.slice(0, 1)].join(' · '),
    topic: article.topic,
    date: formatDate(dateOf(article, issue)?.value ?? ''),
  }
}
