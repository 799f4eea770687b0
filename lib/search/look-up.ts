// Which articles may have all of some words: what the posting lists of their grams have in common.
import { filterLetter, longestGram, placeOfGram } from './grams'
import type { IndexPart, Manifest } from './manifest'
import { type PostingList, readPostings } from './postings'
import type { Word } from './query'

/** Slugs of a region and a topic; '' = all. */
export type Filter = { readonly region: string; readonly topic: string }

export type Candidates = {
  /** Sorted numbers of articles: with all words in the title, and with all words at all. */
  readonly titles: readonly number[]
  readonly articles: readonly number[]
  /** Whether each of them matches; if not, their texts must be read. */
  readonly certain: boolean
  /** Fewer of them, by more grams of longer words: for when some were found not to match. */
  readonly narrow: () => Promise<Pick<Candidates, 'titles' | 'articles'>>
}

/** Reads a file of a part of the index; the same bytes each time. */
type PartReader = (part: IndexPart, file: number) => Promise<Uint8Array>

/** Grams looked up of all words in all parts together; each costs a small file. Of a longer word there are two at least. */
const gramsAtFirst = 6

/** Of each longer word in each part when there is doubt: else two common grams may lead to thousands of texts without the word. */
const gramsInDoubt = 24

/** Finds the candidates of at least one word in an index that has parts. All files are asked for at once. */
export function lookUp({ parts }: Manifest, read: PartReader) {
  const newest = [...parts].reverse()
  const before = newest.map((_, at) => newest.slice(0, at).reduce((sum, part) => sum + part.articles, 0))
  const counted = (list: readonly number[], at: number) => list.map(d => d + (before[at] ?? 0))
  const find = async (words: readonly Word[], filter: Filter, most: number) => {
    const asked = words.map(word => ({ grams: gramsOf(word.letters, most), isBroken: mayBeBroken(word) }))
    const found = await Promise.all(newest.map(part => findIn(part, read, asked, filter)))
    return {
      titles: found.flatMap(({ titles }, at) => counted(titles, at)),
      articles: found.flatMap((one, at) => counted(one.articles, at)),
    }
  }
  return async (words: readonly Word[], filter: Filter): Promise<Candidates> => ({
    ...(await find(words, filter, Math.floor(gramsAtFirst / (words.length * parts.length)))),
    certain: words.every(isCertain),
    narrow: () => find(words, filter, gramsInDoubt),
  })
}

/** Whether the lists of a word are exact: it is a gram, and the index has all that counts of it. */
const isCertain = (word: Word) =>
  word.letters.length <= longestGram && !mayBeBroken(word) && (!word.exact || word.row.length === 1)

/** Whether a clause may end within a word. */
const mayBeBroken = ({ letters, breaks, exact }: Word) =>
  breaks.includes(true) || (!exact && letters.length > longestGram)

/** What is looked up of a word: a list for each gram; and that with the end of a clause in it, if it may be broken. */
type Asked = { readonly grams: readonly (readonly string[])[]; readonly isBroken: boolean }

/** The word itself, or the longest grams of a longer one, as far apart as possible: at most `most`, at least 2. */
function gramsOf(letters: readonly string[], most: number): readonly (readonly string[])[] {
  const last = letters.length - longestGram
  if (last <= 0) return [letters]
  const count = Math.min(last + 1, Math.max(2, most))
  return Array.from({ length: count }, (_, i) => {
    const start = Math.round((last * i) / (count - 1))
    return letters.slice(start, start + longestGram)
  })
}

/** Files that were read, opened once. */
const known = new WeakMap<Uint8Array, ReadonlyMap<number, PostingList>>()

function opened(bytes: Uint8Array, { articles }: IndexPart): ReadonlyMap<number, PostingList> {
  const lists = known.get(bytes) ?? readPostings(bytes, articles)
  known.set(bytes, lists)
  return lists
}

type InPart = Pick<Candidates, 'titles' | 'articles'>

/** The candidates of a part, whose articles are counted from 0. */
async function findIn(
  part: IndexPart,
  read: PartReader,
  words: readonly Asked[],
  { region, topic }: Filter,
): Promise<InPart> {
  const postingsOf = async (gram: readonly string[], isBroken: boolean): Promise<PostingList> => {
    const [file, place] = placeOfGram(gram, part.files)
    const lists = opened(await read(part, file), part)
    const [whole = none, broken = none] = [lists.get(place), lists.get(place + 1)]
    return isBroken
      ? { titles: either(whole.titles, broken.titles), rest: either(whole.rest, broken.rest) }
      : whole
  }
  const ofWord = async ({ grams, isBroken }: Asked) => {
    const lists = await Promise.all(grams.map(gram => postingsOf(gram, isBroken)))
    const titles = lists.map(list => list.titles).reduce(common)
    const rest = lists.map(list => list.rest).reduce(common)
    return { titles, articles: either(titles, rest) }
  }
  const ofFilter = async (letter: string) => {
    const { rest } = await postingsOf([letter], false)
    return { titles: rest, articles: rest }
  }
  const lists = await Promise.all([
    ...words.map(ofWord),
    ...(region ? [ofFilter(filterLetter('region', region))] : []),
    ...(topic ? [ofFilter(filterLetter('topic', topic))] : []),
  ])
  return {
    titles: lists.map(({ titles }) => titles).reduce(common),
    articles: lists.map(({ articles }) => articles).reduce(common),
  }
}

const none: PostingList = { titles: [], rest: [] }

/** What stands in either of two sorted lists. */
const either = (a: readonly number[], b: readonly number[]): readonly number[] =>
  b.length === 0 ? a : [...new Set([...a, ...b])].sort((x, y) => x - y)

/** What two sorted lists have in common. */
function common(a: readonly number[], b: readonly number[]): readonly number[] {
  const other = new Set(b)
  return a.filter(value => other.has(value))
}
