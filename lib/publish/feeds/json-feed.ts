// JSON Feed 1.1 with the full text.
import { generateJsonFeed } from 'feedsmith'
import { type Channel, entriesOf, type FeedAddresses } from './entries'

/** A channel as JSON Feed. */
export function jsonFeedOf(channel: Channel, { self, home, older }: FeedAddresses): string {
  const feed = generateJsonFeed({
    title: channel.title,
    home_page_url: home,
    feed_url: self,
    description: channel.description,
    language: 'zh-CN',
    ...(older && { next_url: older }),
    items: entriesOf(channel).map(entry => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.html,
      image: entry.pictures[0] ?? entry.card,
      ...(entry.pictures.length > 0 && {
        attachments: entry.pictures.map(url => ({ url, mime_type: 'image/jpeg' })),
      }),
      authors: entry.authors.map(name => ({ name })),
      tags: [...entry.tags],
      ...(entry.time && { date_published: entry.time }),
    })),
  })
  // The library leaves an empty list out, which the format demands.
  return JSON.stringify({ items: [], ...Object(feed) })
}
