// Lists of articles: order, groups, filters, neighbours. Pure functions; nothing here reads a file.
import { type Article, dateOf, type Issue } from './article'
import { type Province, type ProvinceName, provinceOf, provinces } from './provinces'
import { type Topic, type TopicName, topics } from './topics'

/** 全国: stories that name no province. It stands where a province stands, before all of them. */
export const nationwide = { name: '全国', short: '全国', slug: 'quanguo', zone: '全国' } as const
export type Region = Province | typeof nationwide

/** 未分类: stories whose text gives no evidence for a topic. */
export const unsorted = { name: '未分类', slug: 'other', says: '正文没有足够依据判断主题的文章' } as const
export type Subject = Topic | typeof unsorted

export const regions: readonly Region[] = [nationwide, ...provinces]
export const subjects: readonly Subject[] = [...topics, unsorted]

export const inRegion = (region: Region) => (article: Article) =>
  region.name === nationwide.name
    ? article.provinces.length === 0
    : article.provinces.includes(region.name as ProvinceName)

export const onSubject = (subject: Subject) => (article: Article) =>
  article.topic === (subject.name === unsorted.name ? '' : (subject.name as TopicName))

export const inIssue = (issue: string) => (article: Article) => article.issue === issue

/** The region that an article stands under where it stands only once: its primary province, else 全国. */
export function primaryRegion(article: Article): Region {
  return provinces.find(({ name }) => name === article.provinces[0]) ?? nationwide
}

export function subjectOf(article: Article): Subject {
  return topics.find(({ name }) => name === article.topic) ?? unsorted
}

type Issues = ReadonlyMap<string, Issue>

/**
 * Compares two articles for a list that starts with the newest. A date that is known more precisely comes before its own month;
 * no date comes last; then the later issue, then the order of the page.
 */
export const newestFirst = (issues: Issues) => (a: Article, b: Article) =>
  compare(dateKey(b, issues), dateKey(a, issues)) || compare(b.issue, a.issue) || a.number - b.number

const dateKey = (article: Article, issues: Issues) => dateOf(article, issues.get(article.issue))?.value ?? ''

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export type Group<Key> = { readonly key: Key; readonly articles: readonly Article[] }

/** Articles under their primary region, in the order of GB/T 2260, 全国 first; regions without an article are left out. */
export function groupByRegion(articles: readonly Article[]): readonly Group<Region>[] {
  return group(articles, regions, primaryRegion)
}

/** Articles under their topic, in the order of the topics; topics without an article are left out. */
export function groupBySubject(articles: readonly Article[]): readonly Group<Subject>[] {
  return group(articles, subjects, subjectOf)
}

function group<Key>(
  articles: readonly Article[],
  keys: readonly Key[],
  keyOf: (article: Article) => Key,
): Group<Key>[] {
  const lists = new Map<Key, Article[]>(keys.map(key => [key, []]))
  for (const article of articles) lists.get(keyOf(article))?.push(article)
  return [...lists].flatMap(([key, list]) => (list.length > 0 ? [{ key, articles: list }] : []))
}

/** How many articles each region's own page lists: a story of several provinces counts under each of them. */
export const countByRegion = once((articles): ReadonlyMap<Region, number> => {
  const counts = new Map<Region, number>(regions.map(region => [region, 0]))
  for (const { provinces: names } of articles) {
    const under = names.length > 0 ? [...new Set(names)].map(provinceOf) : [nationwide]
    for (const region of under) counts.set(region, (counts.get(region) ?? 0) + 1)
  }
  return counts
})

export const countBySubject = once((articles): ReadonlyMap<Subject, number> => {
  const counts = new Map<Subject, number>(subjects.map(subject => [subject, 0]))
  for (const article of articles) {
    const subject = subjectOf(article)
    counts.set(subject, (counts.get(subject) ?? 0) + 1)
  }
  return counts
})

/** Cities of a list with the number of articles that name them, most first, then in the order of the list. */
export function countByCity(articles: readonly Article[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const city of articles.flatMap(article => article.cities))
    counts.set(city, (counts.get(city) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)
}

export type Neighbours = { readonly previous: Article | undefined; readonly next: Article | undefined }

/** What stands before and after an article in a list; both undefined when it is alone or not in it. */
export function neighboursIn(list: readonly Article[], article: Article): Neighbours {
  const at = placesIn(list).get(article.id)
  if (at === undefined) return { previous: undefined, next: undefined }
  return { previous: list[at - 1], next: list[at + 1] }
}

/** The place of each article in a list, by its id. Made once a list: no page may cost what all articles cost. */
const placesIn = once((list: readonly Article[]) => new Map(list.map(({ id }, at) => [id, at])))

export type Related = { readonly article: Article; readonly reason: string }

/**
 * Up to `limit` other articles with the reason in words: same city and topic first, then same city, same province and topic,
 * same topic, same province. Of equals those that follow in the list come first, the nearest first, then those that stand
 * before: in a list that starts with the newest, a new issue does not change what stands under the older ones.
 */
export function relatedTo(article: Article, list: readonly Article[], limit: number): readonly Related[] {
  const from = placesIn(list).get(article.id) ?? -1
  const chosen = new Map<string, Article>()
  for (const { keysOf } of kinships) {
    const shelves = shelvesOf(list)
    const near = keysOf(article).flatMap(key => nearest(shelves.get(key) ?? [], from, limit + chosen.size))
    for (const at of [...new Set(near)].sort(nearestTo(from))) {
      const other = list[at]
      if (other && other.id !== article.id && chosen.size < limit) chosen.set(other.id, other)
    }
    if (chosen.size === limit) break
  }
  return [...chosen.values()].map(other => ({ article: other, reason: reasonOf(article, other) }))
}

/** The ways of being related, closest first; articles are when they share a key. */
const kinships: readonly { readonly keysOf: (article: Article) => readonly string[] }[] = [
  { keysOf: ({ cities, topic }) => (topic ? cities.map(city => `city ${city} ${topic}`) : []) },
  { keysOf: ({ cities }) => cities.map(city => `city ${city}`) },
  { keysOf: ({ provinces, topic }) => (topic ? provinces.map(name => `province ${name} ${topic}`) : []) },
  { keysOf: ({ topic }) => (topic ? [`topic ${topic}`] : []) },
  { keysOf: ({ provinces }) => provinces.map(name => `province ${name}`) },
]

/** Places in a list by each key that the article there has, ascending. */
const shelvesOf = once((list: readonly Article[]): ReadonlyMap<string, readonly number[]> => {
  const shelves = new Map<string, number[]>()
  for (const [at, article] of list.entries()) {
    for (const key of kinships.flatMap(({ keysOf }) => keysOf(article))) {
      const shelf = shelves.get(key)
      if (shelf) shelf.push(at)
      else shelves.set(key, [at])
    }
  }
  return shelves
})

/** Of ascending places, up to `most` that follow one and up to `most` that stand before it. */
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

function reasonOf(article: Article, other: Article): string {
  const city = article.cities.find(name => other.cities.includes(name))
  const province = article.provinces.find(name => other.provinces.includes(name))
  const topic = article.topic !== '' && article.topic === other.topic
  return [city ? `同在${city}` : province ? `同在${province}` : '', topic ? '同一主题' : '']
    .filter(Boolean)
    .join('，')
}

/** A function of a list whose answer is kept as long as the list is. */
function once<Answer extends object>(make: (list: readonly Article[]) => Answer) {
  const known = new WeakMap<readonly Article[], Answer>()
  return (list: readonly Article[]): Answer => {
    const answer = known.get(list) ?? make(list)
    known.set(list, answer)
    return answer
  }
}
