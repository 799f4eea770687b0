// RSS 2.0 with the full text.
import { generateRssFeed } from 'feedsmith'
import { markArchive } from './archive'
import { type Channel, entriesOf, type FeedAddresses } from './entries'

/** A channel as RSS. */
export function rssOf(channel: Channel, { self, home, older, current }: FeedAddresses): string {
  const feed = generateRssFeed({
    title: channel.title,
    link: home,
    description: channel.description,
    language: 'zh-CN',
    atom: {
      links: [
        { href: self, rel: 'self', type: 'application/rss+xml' },
        ...(older ? [{ href: older, rel: 'prev-archive', type: 'application/rss+xml' }] : []),
        ...(current ? [{ href: current, rel: 'current', type: 'application/rss+xml' }] : []),
      ],
    },
    items: entriesOf(channel).map(entry => ({
      title: entry.title,
      link: entry.url,
      guid: { value: entry.id, isPermaLink: false },
      description: entry.summary,
      content: { encoded: entry.html },
      // Its length is filled in when its copies are made (lib/build/pictures/enclosures.ts).
      ...(entry.pictures[0] && {
        enclosures: [{ url: entry.pictures[0], type: 'image/jpeg', length: 0 }],
      }),
      // One element for all of them: newsboat shows only the last of several.
      ...(entry.authors.length > 0 && { dc: { creators: [entry.authors.join('、')] } }),
      categories: entry.tags.map(name => ({ name })),
      ...(entry.time && { pubDate: new Date(entry.time) }),
    })),
  })
  return current ? markArchive(feed) : feed
}
