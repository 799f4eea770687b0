// The formats of feeds, one row each: its names, and its adapter. The file beside the page is a row of feedFiles in model/own-settings.ts.
import { type FeedFile, feedFiles } from '../../model/own-settings'
import { ownSettings } from '../../model/owner'
import { atomOf } from './atom'
import { addressesOf, type Channel, type FeedAddresses } from './entries'
import { jsonFeedOf } from './json-feed'
import { rssOf } from './rss'

type Format = {
  /** As readers know it. */
  readonly name: string
  /** Media type. */
  readonly type: string
  readonly print: (channel: Channel, addresses: FeedAddresses) => string
}

const formats: Readonly<Record<FeedFile, Format>> = {
  'feed.xml': { name: 'RSS', type: 'application/rss+xml', print: rssOf },
  'atom.xml': { name: 'Atom', type: 'application/atom+xml', print: atomOf },
  'feed.json': { name: 'JSON Feed', type: 'application/feed+json', print: jsonFeedOf },
}

/** Those that the owner of the site has not left out, in the order in which pages offer them; every page offers at least the first. */
export const feedFormats: readonly (Format & { readonly file: FeedFile })[] = Object.values(feedFiles)
  .filter(file => ownSettings.feeds.includes(file))
  .map(file => ({ file, ...formats[file] }))

/** A channel in the format of that file. Throws on a file that no format has. */
export function printFeed(channel: Channel, file: string): string {
  return formatOf(file).print(channel, addressesOf(channel, file))
}

/** The same as the answer of a route. */
export function feedResponse(channel: Channel, file: string): Response {
  const headers = { 'Content-Type': `${formatOf(file).type}; charset=utf-8` }
  return new Response(printFeed(channel, file), { headers })
}

function formatOf(file: string): Format {
  const format = feedFormats.find(one => one.file === file)
  if (!format) throw new Error(`no feed format ${file}`)
  return format
}
