// Neighbours of an article in a list, and what is related to it.
import { memoise } from './memoise'
import type { Summary } from './summary'

export type Neighbours = { readonly previous: Summary | undefined; readonly next: Summary | undefined }

/** What is before and after an article in a list; both undefined when it is alone or not in it. */
export function neighboursIn(list: readonly Summary[], article: Summary): Neighbours {
  const at = placesIn(list).get(article.id)
  if (at === undefined) return { previous: undefined, next: undefined }
  return { previous: list[at - 1], next: list[at + 1] }
}

/** The place of each article in a list, by its id. Made once a list: no page may cost what all articles cost. */
const placesIn = memoise((list: readonly Summary[]) => new Map(list.map(({ id }, at) => [id, at])))

type Related = { readonly article: Summary; readonly reason: string }

/**
 * Up to `limit` other articles with the reason in words: same city and topic first, then same city, same province and topic,
 * same topic, same province. Of equals those that follow in the list come first, the nearest first, then those
 * before: in a list that starts with the newest, a new issue does not change what is under the older ones.
 */
export function relatedTo(article: Summary, list: readonly Summary[], limit: number): readonly Related[] {
  const from = placesIn(list).get(article.id) ?? -1
  const chosen = new Map<string, Summary>()
  for (const { keysOf } of kinships) {
    const positions = positionsByKey(list)
    const near = keysOf(article).flatMap(key => nearest(positions.get(key) ?? [], from, limit + chosen.size))
    for (const at of [...new Set(near)].sort(nearestTo(from))) {
      const other = list[at]
      if (other && other.id !== article.id && chosen.size < limit) chosen.set(other.id, other)
    }
    if (chosen.size === limit) break
  }
  return [...chosen.values()].map(other => ({ article: other, reason: reasonOf(article, other) }))
}

/** The ways of being related, closest first; articles are when they share a key. */
const kinships: readonly { readonly keysOf: (article: Summary) => readonly string[] }[] = [
  { keysOf: ({ cities, topic }) => (topic ? cities.map(city => `city ${city} ${topic}`) : []) },
  { keysOf: ({ cities }) => cities.map(city => `city ${city}`) },
  { keysOf: ({ provinces, topic }) => (topic ? provinces.map(name => `province ${name} ${topic}`) : []) },
  { keysOf: ({ topic }) => (topic ? [`topic ${topic}`] : []) },
  { keysOf: ({ provinces }) => provinces.map(name => `province ${name}`) },
]

/** Places in a list by each key that the article there has, ascending. */
const positionsByKey = memoise((articles: readonly Summary[]): ReadonlyMap<string, readonly number[]> => {
  const positions = new Map<string, number[]>()
  for (const [at, article] of articles.entries()) {
    for (const key of kinships.flatMap(({ keysOf }) => keysOf(article))) {
      const list = positions.get(key)
      if (list) list.push(at)
      else positions.set(key, [at])
    }
  }
  return positions
})

/** Of ascending places, up to `most` that follow one and up to `most` before it. */
function nearest(places: readonly number[], from: number, most: number): readonly number[] {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) <= from) low = middle + 1
    else high = middle
  }
  return [...places.slice(Math.max(0, low - most - 1), low), ...places.slice(low, low + most)]
}

const nearestTo = (from: number) => (a: number, b: number) =>
  Number(a < from) - Number(b < from) || Math.abs(a - from) - Math.abs(b - from)

function reasonOf(article: Summary, other: Summary): string {
  const city = article.cities.find(name => other.cities.includes(name))
  const province = article.provinces.find(name => other.provinces.includes(name))
  const topic = article.topic !== '' && article.topic === other.topic
  return [city ? `同在${city}` : province ? `同在${province}` : '', topic ? '同一主题' : '']
    .filter(Boolean)
    .join('，')
}
