// Grams: runs of one to three letters, and where the index has each; the same in the build and on the reader's device.

/** The longest grams of the index. A word of up to so many letters is looked up whole. */
export const longestGram = 3

/** FNV-1a over UTF-16 units with murmur3's final mix, as a signed 32-bit number; another seed gives another hash. */
function gramHash(text: string, seed: number): number {
  let hash = 0x811c9dc5 ^ seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return hash ^ (hash >>> 16)
}

/** The two hashes of a letter that the hashes of its grams are made of. */
export const letterHashes = (letter: string): readonly [number, number] => [
  gramHash(letter, 0),
  gramHash(letter, 0x5bd1e995),
]

/** What both hashes of a gram begin with. */
export const emptyGram = 0x2545f491
/** The hash of a gram with one more letter, whose own hash is given. */
export function nextHash(hash: number, letterHash: number): number {
  const mixed = Math.imul(hash ^ letterHash, 0x9e3779b1)
  return mixed ^ (mixed >>> 15)
}

/**
 * Bits of a place within a file, of which the last says that a clause ends within the gram. A gram that the index does not have is
 * taken for another of the 400 of its file once in 20,000 times.
 */
const placeBits = 24

/** Places in a file. */
export const placesOfFile = 2 ** placeBits

/**
 * Where a gram is, from its two hashes, in an index of so many files: file × placesOfFile + the place in the file. The next place is
 * that of the same gram with the end of a clause within.
 */
export const placeOfHashes = (high: number, low: number, files: number): number =>
  2 * Math.floor((((high >>> 0) * 2 ** 8 + (low >>> 24)) / 2 ** 40) * files * (placesOfFile / 2))

/** The file of a gram, and its place in there. */
export function placeOfGram(
  letters: readonly string[],
  files: number,
): readonly [file: number, place: number] {
  let [high, low] = [emptyGram, emptyGram]
  for (const letter of letters) {
    const [h, l] = letterHashes(letter)
    high = nextHash(high, h)
    low = nextHash(low, l)
  }
  const place = placeOfHashes(high, low, files)
  const file = Math.floor(place / placesOfFile)
  return [file, place - file * placesOfFile]
}

/** The letter, which no text has, under which the articles of a region or topic are found. */
export const filterLetter = (kind: 'region' | 'topic', slug: string) => `\0${kind} ${slug}`
