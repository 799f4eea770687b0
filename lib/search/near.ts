// What is near when nothing was found: the same without one word, without the filters, or a part of the word.
import type { Filter } from './candidates'
import type { Word } from './query'
import type { Search } from './search'

export type Offer = {
  readonly words: readonly Word[]
  readonly filter: Filter
  /** How many articles it finds; never 0. */
  readonly count: number
}

/** So many words and letters are tried: what is offered must cost no more than the search did. */
const most = 8

const everywhere: Filter = { region: '', topic: '' }

/**
 * Offers for a search that found nothing; read from the index, and from a few texts where the index is not certain.
 * `enough`: where texts must be read to count, counting stops there.
 */
export async function nearTo(
  search: Search,
  words: readonly Word[],
  filter: Filter,
  enough: number,
): Promise<readonly Offer[]> {
  const wider = filter.region || filter.topic ? [{ words, filter: everywhere }] : []
  const fewer =
    words.length > 1
      ? words.slice(0, most).map(left => ({ words: words.filter(word => word !== left), filter }))
      : []
  const count = (offer: Uncounted) => countFor(search, offer, enough)
  const counted = await Promise.all([...wider, ...fewer].map(count))
  const found = counted.filter(({ count }) => count > 0)
  const [only] = words
  return found.length > 0 || !only || words.length > 1 ? found : partsOf(count, only, filter)
}

type Uncounted = Omit<Offer, 'count'>

async function countFor(search: Search, offer: Uncounted, enough: number): Promise<Offer> {
  let count = 0
  for await (const _ of search.find(offer.words, offer.filter, enough)) count++
  return { ...offer, count }
}

/** The longest beginning and the longest end of a word that are somewhere, of up to `most` letters. */
async function partsOf(
  count: (offer: Uncounted) => Promise<Offer>,
  word: Word,
  filter: Filter,
): Promise<readonly Offer[]> {
  const { letters } = word
  const first = Math.min(most, letters.length - 1)
  const lengths = Array.from({ length: Math.max(0, first - 1) }, (_, i) => first - i)
  const longest = async (part: (length: number) => readonly string[]) => {
    for (const length of lengths) {
      const own = part(length)
      const offer = await count({ words: [{ text: own.join(''), letters: own }], filter })
      if (offer.count > 0) return [offer]
    }
    return []
  }
  const offers = await Promise.all([longest(n => letters.slice(0, n)), longest(n => letters.slice(-n))])
  return offers.flat()
}
