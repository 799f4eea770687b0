// RSS 1.0 (RDF Site Summary) with the full text: https://web.resource.org/rss/1.0/spec and its modules dc and content.
import { type Channel, type Entry, entriesOf, type FeedAddresses } from './entries'

/** A channel as RSS 1.0; the links between a feed and its archive are Atom's (RFC 5005). */
export function rdfOf(channel: Channel, { self, home, older, current }: FeedAddresses): string {
  const entries = entriesOf(channel)
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<rdf:RDF ${namespaces}>`,
    `<channel rdf:about="${escapeXml(self)}">`,
    ...(current ? ['<fh:archive/>'] : []),
    ...facts({ title: channel.title, link: home, description: channel.description }),
    ...links({ 'prev-archive': older, current }),
    '<items><rdf:Seq>',
    ...entries.map(({ url }) => `<rdf:li rdf:resource="${escapeXml(url)}"/>`),
    '</rdf:Seq></items>',
    '</channel>',
    ...entries.flatMap(itemOf),
    '</rdf:RDF>',
  ].join('\n')
}

const namespaces = Object.entries({
  xmlns: 'http://purl.org/rss/1.0/',
  'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
  'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
  'xmlns:atom': 'http://www.w3.org/2005/Atom',
  'xmlns:fh': 'http://purl.org/syndication/history/1.0',
})
  .map(([name, value]) => `${name}="${value}"`)
  .join(' ')

const itemOf = (entry: Entry) => [
  `<item rdf:about="${escapeXml(entry.url)}">`,
  ...facts({ title: entry.title, link: entry.url, description: entry.summary, 'dc:identifier': entry.id }),
  ...entry.authors.flatMap(name => facts({ 'dc:creator': name })),
  ...entry.tags.flatMap(name => facts({ 'dc:subject': name })),
  ...(entry.time ? facts({ 'dc:date': entry.time }) : []),
  ...facts({ 'content:encoded': entry.html }),
  '</item>',
]

const facts = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => `<${name}>${escapeXml(text)}</${name}>`)

const links = (addresses: Readonly<Record<string, string | undefined>>) =>
  Object.entries(addresses).flatMap(([rel, href]) =>
    href ? [`<atom:link rel="${rel}" href="${escapeXml(href)}"/>`] : [],
  )

const escapeXml = (text: string) =>
  text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;')
