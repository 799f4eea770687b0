// Lists of articles grouped and counted by region, topic and city.
import {
  primaryRegion,
  type Region,
  regions,
  regionsOf,
  type Subject,
  subjectOf,
  subjects,
} from '../model/regions'
import { memoise } from './memoise'
import type { Summary } from './summary'

export type Group<Key> = { readonly key: Key; readonly articles: readonly Summary[] }

/** Articles under their primary region, in the order of GB/T 2260, 全国 first; regions without an article are left out. */
export function groupByRegion(articles: readonly Summary[]): readonly Group<Region>[] {
  return group(articles, regions, primaryRegion)
}

/** Articles under their topic, in the order of the topics; topics without an article are left out. */
export function groupBySubject(articles: readonly Summary[]): readonly Group<Subject>[] {
  return group(articles, subjects, subjectOf)
}

function group<Key>(
  articles: readonly Summary[],
  keys: readonly Key[],
  keyOf: (article: Summary) => Key,
): Group<Key>[] {
  const lists = new Map<Key, Summary[]>(keys.map(key => [key, []]))
  for (const article of articles) lists.get(keyOf(article))?.push(article)
  return [...lists].flatMap(([key, list]) => (list.length > 0 ? [{ key, articles: list }] : []))
}

/** How many articles each region's own page lists: a story of several provinces counts under each of them. */
export const countByRegion = memoise((articles): ReadonlyMap<Region, number> => {
  const counts = new Map<Region, number>(regions.map(region => [region, 0]))
  for (const article of articles) {
    for (const region of regionsOf(article)) counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  return counts
})

export const countBySubject = memoise((articles): ReadonlyMap<Subject, number> => {
  const counts = new Map<Subject, number>(subjects.map(subject => [subject, 0]))
  for (const article of articles) {
    const subject = subjectOf(article)
    counts.set(subject, (counts.get(subject) ?? 0) + 1)
  }
  return counts
})

/** Cities of a list with the number of articles that name them, most first, then in the order of the list. */
export function countByCity(articles: readonly Summary[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const city of articles.flatMap(article => article.cities))
    counts.set(city, (counts.get(city) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}
