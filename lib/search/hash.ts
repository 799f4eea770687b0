// The hash by which grams are dealt out to files and slots; the same in the press and on the reader's device.

/** FNV-1a over UTF-16 units with a final mix (murmur3), as an unsigned 32-bit number; another seed gives another deal. */
export function hashOf(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Which of `count` files a gram is looked up in. */
export const shardOf = (gram: string, count: number) => hashOf(gram) % count

/** Which of `count` slots of a table something is looked up in; independent of the file. */
export const slotOf = (text: string, count: number) => hashOf(text, 0x5bd1e995) % count

/** What is kept of a letter that follows something rare: 1 to 15. */
export const printOf = (letter: string) => 1 + (hashOf(letter, 0x2545f491) % 15)

/** The name under which the articles of a region or topic are looked up. */
export const filterGram = (kind: 'region' | 'topic', slug: string) => `\0${kind} ${slug}`
