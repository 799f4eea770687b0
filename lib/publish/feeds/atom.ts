// Atom (RFC 4287) with the full text.
import { generateAtomFeed } from 'feedsmith'
import { site } from '../../model/site'
import { markArchive } from './archive'
import { type Channel, entriesOf, type FeedAddresses, type FeedEntry, tagOf } from './entries'

/**
 * Atom demands a time of every entry (RFC 4287, 4.2.15). Where no day is printed we know none, and say so with the zero of
 * computer time, which nobody takes for news; RSS and JSON Feed then carry no date at all. The date as far as it is known stands
 * in the text of the entry.
 */
export const unknownTime = '1970-01-01T00:00:00Z'

/** A channel as Atom. */
export function atomOf(channel: Channel, { self, home, older, current }: FeedAddresses): string {
  const entries = entriesOf(channel)
  const feed = generateAtomFeed({
    id: tagOf(channel.path),
    title: { value: channel.title },
    subtitle: { value: channel.description },
    updated: latest(entries),
    authors: [{ name: site.name }],
    links: [
      { href: self, rel: 'self', type: 'application/atom+xml' },
      { href: home, rel: 'alternate', type: 'text/html' },
      ...(older ? [{ href: older, rel: 'prev-archive', type: 'application/atom+xml' }] : []),
      ...(current ? [{ href: current, rel: 'current', type: 'application/atom+xml' }] : []),
    ],
    entries: entries.map(entry => ({
      id: entry.id,
      title: { value: entry.title },
      links: [
        { href: entry.url, rel: 'alternate', type: 'text/html' },
        ...entry.pictures.map(href => ({ href, rel: 'enclosure', type: 'image/jpeg' })),
      ],
      updated: entry.time ?? unknownTime,
      ...(entry.time && { published: entry.time }),
      authors: entry.authors.map(name => ({ name })),
      categories: entry.tags.map(term => ({ term })),
      summary: { value: entry.summary },
      content: { value: entry.html, type: 'html' },
    })),
  })
  return current ? markArchive(feed) : feed
}

const latest = (entries: readonly FeedEntry[]) =>
  entries.reduce((newest, { time }) => (time && time > newest ? time : newest), unknownTime)
