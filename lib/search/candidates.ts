// Which articles may match: what the index says of all words and filters together.
import { BitReader, readSubset } from './bits'
import { filterGram, shardOf } from './hash'
import { limits } from './limits'
import { common, lookUpIn, type ShardReader } from './look-up'
import type { Manifest } from './manifest'
import type { Word } from './query'

/** Slugs of a region and a topic; '' = all. */
export type Filter = { readonly region: string; readonly topic: string }

/** Articles that may match: by their title, and at all; sorted by number. */
export type Candidates = {
  readonly titles: readonly number[]
  readonly articles: readonly number[]
  /** Whether all of them match. */
  readonly certain: boolean
}

export type FindCandidates = (words: readonly Word[], filter: Filter) => Promise<Candidates>

/** Places of all words together from which the index is asked: each costs two files of about 5 KB. */
const places = 8

/** So many words are looked up together; more of them only while what is left is too much to read. */
const wordsAtOnce = 8

const nothing: Candidates = { titles: [], articles: [], certain: true }

/** Finds the candidates of words, the longest words first. */
export function candidatesIn(manifest: Manifest, shard: ShardReader): FindCandidates {
  if (manifest.shards === 0) return async () => everything(manifest)
  const look = lookAt(manifest, shard)
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

/** So few articles that there is no index: each may match. */
function everything({ articles }: Manifest): Candidates {
  const all = Array.from({ length: articles }, (_, d) => d)
  return { titles: all, articles: all, certain: false }
}

/** Looks up words and a filter all at once, and ends as soon as it is certain that there is nothing. */
function lookAt(manifest: Manifest, shard: ShardReader): FindCandidates {
  const { articles } = manifest
  const lookUp = lookUpIn(manifest, shard, limits.deepest)
  const oneWord = async ({ letters }: Word, most: number, narrow: Narrowing, none: () => void) => {
    const inWord = narrowing(none)
    const hear = (entries: readonly number[]) => narrow(articlesOf(inWord(entries), articles).articles)
    const { entries, certain } = await lookUp(letters, most, hear)
    return { ...articlesOf(entries, articles), certain }
  }
  const filtered = async (gram: string, narrow: Narrowing) => {
    const bytes = (await shard(shardOf(gram, manifest.shards))).root(gram)
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

const inCommon = (lists: readonly Candidates[]): Candidates => ({
  titles: lists.map(({ titles }) => titles).reduce(common),
  articles: lists.map(list => list.articles).reduce(common),
  certain: lists.every(({ certain }) => certain),
})

/** Entries as articles: below N a title, from N on the rest of article entry - N. */
function articlesOf(entries: readonly number[], articles: number): Omit<Candidates, 'certain'> {
  const titles = entries.filter(entry => entry < articles)
  const rest = entries.filter(entry => entry >= articles).map(entry => entry - articles)
  return { titles, articles: [...new Set([...titles, ...rest])].sort((a, b) => a - b) }
}
