// The form of an article that is written for the site: to the article and back, and read from outside.
import type { WrittenItem } from '../issues/write-item'
import type { Article, BodyBlock } from '../model/article'
import { isItemName, isVersion, membersOf } from './members'
import type { Writing, WrittenText } from './wire'

/** How long a text of one line may be, and a body, in characters. */
const most = { line: 500, body: 200_000 } as const
const lines = ['title', 'kicker', 'subtitle', 'column', 'byline', 'topic', 'date', 'status'] as const
const lists = ['authors', 'provinces', 'cities'] as const

/** What an article may be but for published; 'ready' stands for that. */
const statuses = ['draft', 'withdrawn'] as const

/** The article that a form says: every line of the body is a paragraph, `## ` begins a sub-heading. */
export function writtenItem(text: WrittenText): WrittenItem {
  const listOf = (name: (typeof lists)[number]) =>
    text[name]
      .split(/[、,，]/u)
      .map(one => one.trim())
      .filter(Boolean)
  const blocks = text.body
    .split(/\n+/)
    .map(line => line.replace(/^[\s\u3000]+|[\s\u3000]+$/gu, ''))
    .filter(line => line.replace(/^##\s*/, '') !== '')
    .map(
      (line): BodyBlock =>
        line.startsWith('##')
          ? { kind: 'subheading', text: line.replace(/^##\s*/, '') }
          : { kind: 'paragraph', text: line },
    )
  const { title, kicker, subtitle, column, byline, topic, date } = text
  return {
    ...{ title, kicker, subtitle, column, byline, topic, date, blocks },
    status: statuses.find(one => one === text.status) ?? '',
    authors: listOf('authors'),
    provinces: listOf('provinces'),
    cities: listOf('cities'),
  }
}

/** The form again, of an article that was written. */
export function writtenText(article: Article): WrittenText {
  const { title, kicker, subtitle, column, byline, topic, date, status } = article
  return {
    ...{ title, kicker, subtitle, column, byline, topic, date },
    status: status || 'ready',
    authors: article.authors.join('、'),
    provinces: article.provinces.join('、'),
    cities: article.cities.join('、'),
    body: article.blocks.map(({ kind, text }) => (kind === 'subheading' ? `## ${text}` : text)).join('\n\n'),
  }
}

/** What is asked for, as it comes from the page of the desk; undefined when it is nothing of the sort. */
export function readWriting(given: unknown): Writing | undefined {
  const { version, item, text, facts, erase } = membersOf(given)
  if (version !== '' && !isVersion(version)) return undefined
  if (erase !== undefined) return isItemName(erase) ? { version, erase } : undefined
  const read = readText(text)
  if (!read || (item !== undefined && !isItemName(item))) return undefined
  const known = facts === undefined ? undefined : readFacts(facts)
  if (facts !== undefined && !known) return undefined
  return { version, text: read, ...(item !== undefined && { item }), ...(known && { facts: known }) }
}

/** One line, without what nobody sees. */
const isLine = (text: unknown): text is string =>
  typeof text === 'string' && [...text].length <= most.line && !/[\p{Cc}\u2028\u2029]/u.test(text)

function readText(given: unknown): WrittenText | undefined {
  const values = membersOf(given)
  const { body } = values
  if (typeof body !== 'string' || [...body].length > most.body) return undefined
  const names = [...lines, ...lists]
  const read = names.flatMap(name => {
    const text = values[name]
    return isLine(text) ? [[name, text.trim()] as const] : []
  })
  return read.length === names.length
    ? { ...(Object.fromEntries(read) as Omit<WrittenText, 'body'>), body }
    : undefined
}

function readFacts(given: unknown): { readonly publication: string; readonly date: string } | undefined {
  const { publication, date } = membersOf(given)
  return isLine(publication) && isLine(date)
    ? { publication: publication.trim(), date: date.trim() }
    : undefined
}
