// What is near when nothing was found: the same without one word, without the filters, or a part of the word.
import type { Filter } from './look-up'
import type { Word } from './query'
import type { Count, Search } from './search'

type Offer = Count & { readonly words: readonly Word[]; readonly filter: Filter }

/** So many words and letters are tried: what is offered must cost no more than the search did. */
const most = 8

const everywhere: Filter = { region: '', topic: '' }

/**
 * Offers for a search that found nothing, each of which finds something. `parse` is parseQuery: imported here too, it would make a chunk of its own
 * of what this module shares with the page that loads it on use.
 */
export async function nearTo(
  search: Search,
  words: readonly Word[],
  filter: Filter,
  parse: (query: string) => readonly Word[],
): Promise<readonly Offer[]> {
  const wider = filter.region || filter.topic ? [{ words, filter: everywhere }] : []
  const fewer =
    words.length > 1
      ? words.slice(0, most).map(left => ({ words: words.filter(word => word !== left), filter }))
      : []
  const counted = await Promise.all([...wider, ...fewer].map(asked => countFor(search, asked)))
  const found = counted.filter(({ count }) => count > 0)
  const [only] = words
  return found.length > 0 || !only || words.length > 1 ? found : longestParts(search, only, filter, parse)
}

async function countFor(search: Search, { words, filter }: Omit<Offer, keyof Count>): Promise<Offer> {
  const results = await search.find(words, filter)
  await results.articles(0, 1) // what is offered is there
  return { words, filter, ...results.count() }
}

/** The longest beginning and the longest end of a word that are somewhere, of up to `most` letters. */
async function longestParts(
  search: Search,
  word: Word,
  filter: Filter,
  parse: (query: string) => readonly Word[],
): Promise<readonly Offer[]> {
  const { letters } = word
  const first = Math.min(most, letters.length - 1)
  const lengths = Array.from({ length: Math.max(0, first - 1) }, (_, i) => first - i)
  const longest = async (part: (length: number) => readonly string[]) => {
    for (const length of lengths) {
      const own = part(length)
      const offer = await countFor(search, { words: parse(own.join('')), filter })
      if (offer.count > 0) return [offer]
    }
    return []
  }
  const offers = await Promise.all([longest(n => letters.slice(0, n)), longest(n => letters.slice(-n))])
  return offers.flat()
}
