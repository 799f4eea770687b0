// Search: words in, articles out, in their order, each as soon as it is certain.
import { candidatesIn, type Filter, type FindCandidates } from './candidates'
import { indexPath, type Manifest, textPlace } from './manifest'
import { hasWord, type Word } from './query'
import { openShard } from './shard'
import { parseRecords, type TextRecord } from './text-record'

/** Reads a file of the index by its path below the root of the site: as it is, and unzipped as text. */
export type FileReader = {
  readonly bytes: (path: string) => Promise<Uint8Array>
  readonly text: (path: string) => Promise<string>
}

export type Search = {
  readonly candidates: FindCandidates
  /**
   * The numbers of the articles that match: hits in titles ahead, newest first. Every word must be in the title for that. With
   * `enough` it may stop after that many, where the text of every further one would have to be read to be certain.
   */
  readonly find: (words: readonly Word[], filter: Filter, enough?: number) => AsyncGenerator<number>
  readonly record: (article: number) => Promise<TextRecord>
}

/** Opens the index that a manifest describes. Every file is read once. */
export function openSearch(manifest: Manifest, files: FileReader): Search {
  const entries = new Map(manifest.parts.map(({ index, articles }) => [index, articles * 2]))
  const shard = remember(async (path: string) =>
    openShard(await files.bytes(path), entries.get(path.split('/').at(-2) ?? '') ?? 0),
  )
  const texts = remember(async (path: string) => parseRecords(await files.text(path)))
  const record = async (article: number) => {
    const { path, at } = textPlace(manifest, article)
    const found = (await texts(path))[at]
    if (!found) throw new Error(`no article ${at} in ${path}`)
    return found
  }
  const candidates = candidatesIn(manifest, ({ index }, number) => shard(indexPath(index, number)))
  const find: Search['find'] = (words, filter, enough = Number.POSITIVE_INFINITY) =>
    settle(candidates, record, words, filter, enough)
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

/** So many texts are read at once, and ahead of the one in hand. */
const readAhead = 100

/** Goes through the candidates in their order; reads their texts if they are not certain. */
async function* settle(
  candidates: FindCandidates,
  record: Search['record'],
  words: readonly Word[],
  filter: Filter,
  enough: number,
): AsyncGenerator<number> {
  if (words.length === 0) return
  const { titles, articles, doubtful } = await candidates(words, filter)
  const judged = remember(async (article: number) =>
    doubtful.has(article) ? judge(await record(article), words, filter) : 'title',
  )
  const start = (some: readonly number[]) => {
    for (const article of some) if (doubtful.has(article)) judged(article).catch(() => {}) // awaited below, where it may throw
  }
  start([...titles.slice(0, readAhead), ...articles.slice(0, readAhead)])
  const most = doubtful.size <= readAhead ? Number.POSITIVE_INFINITY : enough
  const ahead = new Set<number>()
  for (const [i, article] of titles.entries()) {
    if (ahead.size >= most) return
    start(titles.slice(i + readAhead, i + readAhead + 1))
    if ((await judged(article)) !== 'title') continue
    ahead.add(article)
    yield article
  }
  let found = ahead.size
  for (const [i, article] of articles.entries()) {
    if (found >= most) return
    start(articles.slice(i + readAhead, i + readAhead + 1))
    if (ahead.has(article) || (await judged(article)) === 'none') continue
    found++
    yield article
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
