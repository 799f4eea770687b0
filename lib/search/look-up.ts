// Which entries a word can stand in: down the tree of grams, letter by letter.
import { bucketOf, groupGram, groupSize, shardOf } from './hash'
import type { Manifest } from './manifest'
import type { Shard } from './shard'
import { openApart, openGroup, openTop, type TreeNode } from './tree-node'

/** Gets the file of the index that a gram is dealt to. */
export type ShardReader = (shard: number) => Promise<Shard>

export type Found = {
  /** Sorted entries. */
  readonly entries: readonly number[]
  /** Whether all of them have the word; if not, some may not, and their texts must be read. */
  readonly certain: boolean
}

/** Looks words up in an index; entries that are not returned do not have the word. */
export function lookUpIn(manifest: Manifest, readShard: ShardReader, deepest: number) {
  const { articles } = manifest
  const shardFor = (gram: string) => readShard(shardOf(gram, manifest.shards))

  /** The entries of the letters from `start` on, as far as the tree tells them apart. */
  async function descend(letters: readonly string[], start: number): Promise<Found> {
    const top = letters.slice(start, start + 2)
    let gram = top.join('')
    const shard = await shardFor(gram)
    const bytes = shard.root(gram)
    if (!bytes) return { entries: shard.rareEntries(gram), certain: false }
    let node = openTop(bytes, articles)
    let entries = node.members
    for (let length = 2; start + length < letters.length; length++) {
      if (length >= deepest) return { entries, certain: false }
      const letter = letters[start + length] ?? ''
      const branch = node.branches.get(letter)
      if (branch === undefined)
        return { entries: pick(entries, await bucket(gram, node, letter)), certain: false }
      gram += letter
      node = branch === 'apart' ? await apart(gram, entries.length) : branch
      entries = pick(entries, node.members)
    }
    return { entries, certain: start === 0 }
  }

  async function apart(gram: string, universe: number): Promise<TreeNode> {
    const bytes = (await shardFor(gram)).root(gram)
    if (!bytes) throw new Error(`the search index has no ${JSON.stringify(gram)}`)
    return openApart(bytes, universe)
  }

  async function bucket(gram: string, node: TreeNode, letter: string): Promise<readonly number[]> {
    const { bucketCount, groups, buckets, members } = node
    if (bucketCount === 0) return []
    const index = bucketOf(letter, bucketCount)
    if (groups === 0) return buckets[index] ?? []
    const each = groupSize(bucketCount, groups)
    const group = Math.floor(index / each)
    const own = groupGram(gram, group)
    const bytes = (await shardFor(own)).root(own)
    if (!bytes) throw new Error(`the search index has no ${JSON.stringify(own)}`)
    const count = Math.min(each, bucketCount - group * each)
    return openGroup(bytes, members.length, count)[index - group * each] ?? []
  }

  return async (letters: readonly string[]): Promise<Found> => {
    const found = await Promise.all(starts(letters.length).map(start => descend(letters, start)))
    const [first = { entries: [], certain: true }] = found
    if (first.certain) return first
    return { entries: found.map(({ entries }) => entries).reduce(common), certain: false }
  }
}

/** Where to go down from: the first letter, and of three letters or more another, so that two rare grams narrow each other. */
const starts = (length: number) => (length < 3 ? [0] : length === 3 ? [0, 1] : [0, length >> 1])

const pick = (entries: readonly number[], ranks: readonly number[]) => ranks.map(rank => entries[rank] ?? 0)

/** What two sorted lists have in common. */
export function common(a: readonly number[], b: readonly number[]): readonly number[] {
  const shared: number[] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x = 0, y = 0] = [a[i], b[j]]
    if (x === y) shared.push(x)
    if (x <= y) i++
    if (y <= x) j++
  }
  return shared
}
