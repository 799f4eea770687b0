// Lists of articles: order, groups, filters, neighbours. Pure functions; nothing here reads a file.
import { type Article, dateOf, type Issue } from './article'
import { type Province, type ProvinceName, provinces } from './provinces'
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
export function countByRegion(articles: readonly Article[]): ReadonlyMap<Region, number> {
  return new Map(regions.map(region => [region, articles.filter(inRegion(region)).length]))
}

export function countBySubject(articles: readonly Article[]): ReadonlyMap<Subject, number> {
  return new Map(subjects.map(subject => [subject, articles.filter(onSubject(subject)).length]))
}

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
  const at = list.findIndex(({ id }) => id === article.id)
  return { previous: at > 0 ? list[at - 1] : undefined, next: at >= 0 ? list[at + 1] : undefined }
}

export type Related = { readonly article: Article; readonly reason: string }

/**
 * Up to `limit` other articles with the reason in words: same city first, then same province and topic, same topic, same province.
 * Ties are broken by the order of the list.
 */
export function relatedTo(article: Article, list: readonly Article[], limit: number): readonly Related[] {
  return list
    .filter(({ id }) => id !== article.id)
    .map(other => ({ article: other, ...kinship(article, other) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ article, reason }) => ({ article, reason }))
}

function kinship(article: Article, other: Article): { readonly score: number; readonly reason: string } {
  const city = article.cities.find(name => other.cities.includes(name))
  const province = article.provinces.find(name => other.provinces.includes(name))
  const topic = article.topic !== '' && article.topic === other.topic
  const reasons = [city ? `同在${city}` : province ? `同在${province}` : '', topic ? '同一主题' : ''].filter(
    Boolean,
  )
  return { score: (city ? 4 : province ? 1 : 0) + (topic ? 2 : 0), reason: reasons.join('，') }
}
