// What the text of an item says by itself, read by the importer's own functions: for items that an edit has made.
import { type Byline, readBareNames, readByline } from '../import/language/bylines'
import { readDateline } from '../import/language/datelines'
import { locate } from '../import/language/regions'
import { topicOf } from '../import/language/topics-of'
import type { Article, Kind } from '../model/article'
import type { Part } from './parts'

type Facts = Pick<Article, 'provinces' | 'cities' | 'topic' | 'authors' | 'photographers'>

/** Places, topic and people of an item, from its parts in reading order. */
export function deriveFacts(parts: readonly Part[], kind: Kind): Facts {
  const textsOf = (...wanted: readonly Part['role'][]) =>
    parts.filter(({ role }) => wanted.includes(role)).map(({ text }) => text)
  const paragraphs = textsOf('paragraph')
  const dateline = readDateline(paragraphs[0] ?? '')
  const headings = textsOf('kicker', 'title', 'subtitle')
  const tip = textsOf('tip').join('')
  const place = locate({
    dateline: dateline?.place === '北京' ? '' : (dateline?.place ?? ''),
    headings,
    tip,
    credits: textsOf('byline', 'signature').join(' '),
    paragraphs: [(paragraphs[0] ?? '').slice(dateline?.text.length ?? 0), ...paragraphs.slice(1)],
  })
  const body = textsOf('paragraph', 'subheading').join('\n')
  const bylines = [
    ...textsOf('byline', 'signature').flatMap((text): Byline[] => {
      const read = readByline(text) ?? readBareNames(text)
      return read ? [read] : []
    }),
    ...(dateline?.byline ? [dateline.byline] : []),
  ]
  const people = bylines.flatMap(byline => byline.people)
  const names = (list: typeof people) => [...new Set(list.map(({ name }) => name))]
  return {
    provinces: place.provinces,
    cities: place.cities,
    topic: topicOf(headings.join('\n'), [...textsOf('column'), tip].join('\n'), body).topic,
    authors: names(people.filter(one => one.wrote && !(kind === 'photo' && one.took))),
    photographers: names(people.filter(one => one.took)),
  }
}
