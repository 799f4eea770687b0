// Search: words in, articles out, in their order, each as soon as it is certain.
import { BitReader, readSubset } from './bits'
import { filterGram, shardOf } from './hash'
import { limits } from './limits'
import { common, type Found, lookUpIn } from './look-up'
import { type Manifest, shardPath, textPlace } from './manifest'
import { hasWord, type Word } from './query'
import { openShard, type Shard } from './shard'
import { parseRecords, type TextRecord } from './text-record'

/** Slugs of a region and a topic; '' = all. */
export type Filter = { readonly region: string; readonly topic: string }

/** Reads a file of the index by its path below the root of the site: as it is, and unzipped as text. */
export type FileReader = {
  readonly bytes: (path: string) => Promise<Uint8Array>
  readonly text: (path: string) => Promise<string>
}

/** Articles that may match: by their title, and at all; sorted by number. */
export type Candidates = {
  readonly titles: readonly number[]
  readonly articles: readonly number[]
  /** Whether all of them match. */
  readonly certain: boolean
}

export type Search = {
  readonly candidates: (words: readonly Word[], filter: Filter) => Promise<Candidates>
  /** The numbers of the articles that match: hits in titles ahead, newest first. Every word must be in the title for that. */
  readonly find: (words: readonly Word[], filter: Filter) => AsyncGenerator<number>
  readonly record: (article: number) => Promise<TextRecord>
}

/** Opens the index that a manifest describes. Every file is read once. */
export function openSearch(manifest: Manifest, files: FileReader): Search {
  const shard = remember(async (number: number) =>
    openShard(await files.bytes(shardPath(manifest, number)), manifest.articles * 2),
  )
  const texts = remember(async (path: string) => parseRecords(await files.text(path)))
  const record = async (article: number) => {
    const { path, at } = textPlace(manifest, article)
    const found = (await texts(path))[at]
    if (!found) throw new Error(`no article ${at} in ${path}`)
    return found
  }
  const candidates = manifest.shards > 0 ? candidatesIn(manifest, shard) : async () => everything(manifest)
  const find = (words: readonly Word[], filter: Filter) => settle(candidates, record, words, filter)
  return { candidates, find, record }
}

function remember<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>()
  return key => {
    const value = known.get(key) ?? read(key)
    known.set(key, value)
    value.catch(() => known.delete(key)) // a failed download may be tried again
    return value
  }
}

/** So few articles that there is no index: each may match. */
function everything({ articles }: Manifest): Candidates {
  const all = Array.from({ length: articles }, (_, d) => d)
  return { titles: all, articles: all, certain: false }
}

function candidatesIn(manifest: Manifest, shard: (number: number) => Promise<Shard>): Search['candidates'] {
  const { articles } = manifest
  const lookUp = lookUpIn(manifest, shard, limits.deepest)
  const filtered = async (kind: 'region' | 'topic', slug: string) => {
    const gram = filterGram(kind, slug)
    const bytes = (await shard(shardOf(gram, manifest.shards))).root(gram)
    return bytes ? readSubset(new BitReader(bytes), articles) : []
  }
  return async (words, { region, topic }) => {
    const [found, ...filters] = await Promise.all([
      Promise.all(words.map(({ letters }) => lookUp(letters))),
      ...(region ? [filtered('region', region)] : []),
      ...(topic ? [filtered('topic', topic)] : []),
    ])
    const lists = found.map(one => articlesOf(one, articles))
    return {
      titles: [...lists.map(({ titles }) => titles), ...filters].reduce(common),
      articles: [...lists.map(list => list.articles), ...filters].reduce(common),
      certain: lists.every(({ certain }) => certain),
    }
  }
}

/** Entries as articles: below N a title, from N on the rest of article entry - N. */
function articlesOf({ entries, certain }: Found, articles: number): Candidates {
  const titles = entries.filter(entry => entry < articles)
  const rest = entries.filter(entry => entry >= articles).map(entry => entry - articles)
  return { titles, articles: [...new Set([...titles, ...rest])].sort((a, b) => a - b), certain }
}

/** Goes through the candidates in their order; reads their texts, all at once, if they are not certain. */
async function* settle(
  candidates: Search['candidates'],
  record: Search['record'],
  words: readonly Word[],
  filter: Filter,
): AsyncGenerator<number> {
  if (words.length === 0) return
  const { titles, articles, certain } = await candidates(words, filter)
  const judged = new Map(
    certain
      ? []
      : articles.map(article => [article, record(article).then(text => judge(text, words, filter))]),
  )
  for (const promise of judged.values()) promise.catch(() => {}) // each is awaited below, where it may throw
  const ahead = new Set<number>()
  for (const article of titles) {
    if (certain || (await judged.get(article)) === 'title') {
      ahead.add(article)
      yield article
    }
  }
  for (const article of articles) {
    if (!ahead.has(article) && (certain || (await judged.get(article)) !== 'none')) yield article
  }
}

/** Whether an article matches, read from its text: the index only says where to look. */
function judge(
  text: TextRecord,
  words: readonly Word[],
  { region, topic }: Filter,
): 'title' | 'text' | 'none' {
  if (region && !text.regions.includes(region)) return 'none'
  if (topic && text.subject !== topic) return 'none'
  if (words.every(word => hasWord(text.title, word))) return 'title'
  const fields = [text.title, text.kicker, ...text.rest]
  return words.every(word => fields.some(field => hasWord(field, word))) ? 'text' : 'none'
}
