// Which articles may match: what the parts of the index say of all words and filters together.
import { BitReader, readSubset } from './bits'
import { filterGram, shardOf } from './hash'
import { limits } from './limits'
import { common, lookUpIn, type ShardReader } from './look-up'
import type { Manifest, Part } from './manifest'
import type { Word } from './query'

/** Slugs of a region and a topic; '' = all. */
export type Filter = { readonly region: string; readonly topic: string }

/** Articles that may match: by their title, and at all; sorted by number. */
export type Candidates = {
  readonly titles: readonly number[]
  readonly articles: readonly number[]
  /** Those of them that may not match: only their texts tell. */
  readonly doubtful: ReadonlySet<number>
}

/** The same of one part, whose articles are counted from 0. */
type InPart = Pick<Candidates, 'titles' | 'articles'> & { readonly certain: boolean }

type FindInPart = (words: readonly Word[], filter: Filter) => Promise<InPart>
export type FindCandidates = (words: readonly Word[], filter: Filter) => Promise<Candidates>

/** Places of all words together from which the index is asked: each costs two small files in every part. */
const places = 8

/** So many words are looked up together; more of them only while what is left is too much to read. */
const wordsAtOnce = 8

const nothing: InPart = { titles: [], articles: [], certain: true }

/** Reads a file of a part of the index. */
export type PartReader = (part: Part, shard: number) => ReturnType<ShardReader>

/** Finds the candidates of words in all parts at once. */
export function candidatesIn({ articles, parts }: Manifest, read: PartReader): FindCandidates {
  if (parts.length === 0) return async () => everything(articles)
  const newest = [...parts].reverse()
  const most = Math.max(2, Math.floor(places / parts.length))
  const finders = newest.map((part, at) => ({
    before: newest.slice(0, at).reduce((sum, one) => sum + one.articles, 0),
    find: findIn(part, shard => read(part, shard), most),
  }))
  return async (words, filter) => {
    const found = await Promise.all(
      finders.map(async ({ before, find }) => {
        const { certain, ...own } = await find(words, filter)
        const titles = own.titles.map(d => before + d)
        const all = own.articles.map(d => before + d)
        return { titles, articles: all, doubtful: certain ? [] : all }
      }),
    )
    return {
      titles: found.flatMap(({ titles }) => titles),
      articles: found.flatMap(one => one.articles),
      doubtful: new Set(found.flatMap(({ doubtful }) => doubtful)),
    }
  }
}

/** So few articles that there is no index: each may match. */
function everything(articles: number): Candidates {
  const all = Array.from({ length: articles }, (_, d) => d)
  return { titles: all, articles: all, doubtful: new Set(all) }
}

/** Finds the candidates in a part, the longest words first. `most`: places asked of a word. */
function findIn(part: Part, shard: ShardReader, most: number): FindInPart {
  const look = lookAt(part, shard, most)
  return async (words, filter) => {
    const longestFirst = [...words].sort((a, b) => b.letters.length - a.letters.length)
    let found = await look(longestFirst.slice(0, wordsAtOnce), filter)
    for (let at = wordsAtOnce; at < words.length; at += wordsAtOnce) {
      if (found.articles.length === 0) return found
      if (found.articles.length <= limits.rare) return { ...found, certain: false }
      found = inCommon([found, await look(longestFirst.slice(at, at + wordsAtOnce), filter)])
    }
    return found
  }
}

/** Looks up words and a filter all at once, and ends as soon as it is certain that there is nothing. */
function lookAt(part: Part, shard: ShardReader, places: number): FindInPart {
  const { articles } = part
  const lookUp = lookUpIn(part, shard, limits.deepest)
  const oneWord = async ({ letters }: Word, most: number, narrow: Narrowing, none: () => void) => {
    const inWord = narrowing(none)
    const hear = (entries: readonly number[]) => narrow(articlesOf(inWord(entries), articles).articles)
    const { entries, certain } = await lookUp(letters, most, hear)
    return { ...articlesOf(entries, articles), certain }
  }
  const filtered = async (gram: string, narrow: Narrowing) => {
    const bytes = (await shard(shardOf(gram, part.shards))).root(gram)
    const list = bytes ? readSubset(new BitReader(bytes), articles) : []
    narrow(list)
    return { titles: list, articles: list, certain: true }
  }
  return (words, { region, topic }) =>
    new Promise((resolve, reject) => {
      const none = () => resolve(nothing)
      const narrow = narrowing(none)
      const most = Math.floor(places / words.length)
      const lists = [
        ...words.map(word => oneWord(word, most, narrow, none)),
        ...(region ? [filtered(filterGram('region', region), narrow)] : []),
        ...(topic ? [filtered(filterGram('topic', topic), narrow)] : []),
      ]
      Promise.all(lists).then(found => resolve(inCommon(found)), reject)
    })
}

/** Takes lists one after the other and gives what all so far have in common. */
type Narrowing = (list: readonly number[]) => readonly number[]

/** Calls `none` as soon as the lists have nothing in common. */
function narrowing(none: () => void): Narrowing {
  let left: readonly number[] | undefined
  return list => {
    left = left ? common(left, list) : list
    if (left.length === 0) none()
    return left
  }
}

const inCommon = (lists: readonly InPart[]): InPart => ({
  titles: lists.map(({ titles }) => titles).reduce(common),
  articles: lists.map(list => list.articles).reduce(common),
  certain: lists.every(({ certain }) => certain),
})

/** Entries as articles: below N a title, from N on the rest of article entry - N. */
function articlesOf(entries: readonly number[], articles: number): Omit<InPart, 'certain'> {
  const titles = entries.filter(entry => entry < articles)
  const rest = entries.filter(entry => entry >= articles).map(entry => entry - articles)
  return { titles, articles: [...new Set([...titles, ...rest])].sort((a, b) => a - b) }
}
