// Which entries a word can stand in: down the tree of grams, letter by letter, from several of its letters at once.
import { shardOf } from './hash'
import type { Part } from './manifest'
import type { Shard } from './shard'
import { openApart, openTop, type TreeNode } from './tree-node'

/** Gets the file of the index that a gram is dealt to. */
export type ShardReader = (shard: number) => Promise<Shard>

export type Found = {
  /** Sorted entries. */
  readonly entries: readonly number[]
  /** Whether all of them have the word; if not, some may not, and their texts must be read. */
  readonly certain: boolean
}

/** Hears of entries outside of which the word does not stand, each time more is known. */
type Hear = (entries: readonly number[]) => void

/**
 * Looks words up in a part of the index; entries that are not returned do not have the word. The files of a word's pairs and triplets are
 * asked for at once, although not all of them may be needed: a look-up takes one round trip then, not one after the other.
 */
export function lookUpIn({ articles, shards }: Part, readShard: ShardReader, deepest: number) {
  const shardFor = (gram: string) => readShard(shardOf(gram, shards))
  const shardsAt = (letters: readonly string[], start: number) => {
    const grams = [2, 3].filter(length => start + length <= Math.max(2, letters.length))
    return grams.map(length => shardFor(letters.slice(start, start + length).join('')))
  }

  /** The entries of the letters from `start` on, as far as the tree tells them apart; goes far only from the first letter. */
  async function descend(letters: readonly string[], start: number, hear: Hear): Promise<Found> {
    let gram = letters.slice(start, start + 2).join('')
    const shard = await shardFor(gram)
    const bytes = shard.root(gram)
    if (!bytes) return told(shard.rare(gram, letters[start + 2]))
    let node = openTop(bytes, articles)
    let entries = node.members
    hear(entries)
    for (let length = 2; start + length < letters.length; length++) {
      if (length >= deepest) return { entries, certain: false }
      const letter = letters[start + length] ?? ''
      const branch = node.branches.get(letter)
      if (branch === undefined)
        return told(await rare(gram, node, letter, letters[start + length + 1], entries))
      if (branch === 'apart' && start > 0 && length > 2) return { entries, certain: false }
      gram += letter
      node = branch === 'apart' ? await apart(gram, entries.length) : branch
      entries = pick(entries, node.members)
      hear(entries)
    }
    return { entries, certain: start === 0 }

    function told(few: readonly number[]): Found {
      hear(few)
      return { entries: few, certain: false }
    }
  }

  async function apart(gram: string, universe: number): Promise<TreeNode> {
    const bytes = (await shardFor(gram)).root(gram)
    if (!bytes) throw new Error(`the search index has no ${JSON.stringify(gram)}`)
    return openApart(bytes, universe)
  }

  /** The entries of a rare continuation of a gram that stands in `entries`, the letter `next` behind it; some may be wrong. */
  async function rare(
    gram: string,
    node: TreeNode,
    letter: string,
    next: string | undefined,
    entries: readonly number[],
  ) {
    if (node.rare === 'apart') return (await shardFor(gram + letter)).rare(gram + letter, next)
    return pick(entries, node.rare(letter, next))
  }

  return async (letters: readonly string[], places: number, hear: Hear): Promise<Found> => {
    const starts = startsOf(letters.length, places)
    for (const shard of starts.flatMap(start => shardsAt(letters, start))) shard.catch(() => {}) // thrown where it is used
    const found = await Promise.all(starts.map(start => descend(letters, start, hear)))
    const [first = { entries: [], certain: true }] = found
    if (first.certain) return first
    return { entries: found.map(({ entries }) => entries).reduce(common), certain: false }
  }
}

/** Where to go down from: the first letter and others as far apart as possible, up to the last pair; at most `places`, at least 2. */
export function startsOf(length: number, places: number): readonly number[] {
  const last = Math.max(0, length - 2)
  const count = Math.min(last + 1, Math.max(2, places))
  return Array.from({ length: count }, (_, i) => (count === 1 ? 0 : Math.round((last * i) / (count - 1))))
}

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
