// The lists that have pages of their own: by region, by region and topic, by topic, all; each in pages.
import { onSubject, type Region, regions, type Subject, subjects } from '../model/regions'
import { allPath, cityPath, citySlug, regionPath, regionTopicPath, topicPath } from '../model/site'
import { countByCity, groupByRegion, groupBySubject } from './groups'
import type { Library } from './library'
import { olderPages, type PaginatedPage, pageNumber, pageNumbers, pageOf } from './pagination'
import type { Summary } from './summary'

export type ListPage = {
  readonly name: string
  /** Of the list, whose newest page is there. */
  readonly path: string
  /** The whole list, in its order: by group when it fits one page, else the newest first. */
  readonly list: readonly Summary[]
  readonly page: PaginatedPage
}
export type RegionList = ListPage & {
  readonly region: Region
  readonly subject: Subject | undefined
  readonly city: string | undefined
}
export type TopicList = ListPage & { readonly subject: Subject }

/** What follows a list's address for each of its pages: [], ['3'], ['2'], ['1']. An empty list has none. */
export const pageRests = (list: { readonly length: number }) =>
  list.length > 0 ? pageNumbers(list.length).map(number => (number > 0 ? [String(number)] : [])) : []

/** A page by the end of its address, as builds name it: shanxi/democracy/2 */
export const pageParam = (list: string, rest: readonly string[]) => [list, ...rest].join('/')

/** What follows the address of a region for every page below it: [], ['2'], ['innovation'], ['innovation', '1'], ['city', '80f65dde'] … */
export function listsOfRegion({ byRegion }: Library, region: Region): readonly (readonly string[])[] {
  const list = byRegion.get(region) ?? []
  const bySubject = groupBySubject(list).flatMap(({ key, articles }) =>
    pageRests(articles).map(part => [key.slug, ...part]),
  )
  const byCity = citiesOf(list).flatMap(({ city, count }) =>
    pageRests({ length: count }).map(part => ['city', citySlug(city), ...part]),
  )
  return [...pageRests(list), ...bySubject, ...byCity]
}

/** A page of a region by what follows its address; undefined when there is none. */
export function regionList(library: Library, slug: string, rest: readonly string[]): RegionList | undefined {
  const region = regions.find(candidate => candidate.slug === slug)
  const subject = subjects.find(candidate => candidate.slug === rest[0])
  if (!region) return undefined
  const all = library.byRegion.get(region) ?? []
  if (rest[0] === 'city') return cityList(region, all, rest.slice(1))
  const list = subject ? all.filter(onSubject(subject)) : all
  const path = subject ? regionTopicPath(region, subject) : regionPath(region)
  const name = subject ? `${region.name} · ${subject.name}` : region.name
  const bySubject = (few: readonly Summary[]) => groupBySubject(few).flatMap(group => group.articles)
  const page = listPage(name, path, list, subject ? rest.slice(1) : rest, bySubject)
  return page && { ...page, region, subject, city: undefined }
}

/** A page of a city of a region. */
function cityList(
  region: Region,
  all: readonly Summary[],
  [slug, ...rest]: readonly string[],
): RegionList | undefined {
  const city = citiesOf(all).find(candidate => citySlug(candidate.city) === slug)?.city
  if (!city) return undefined
  const list = all.filter(({ cities }) => cities.includes(city))
  const page = listPage(`${region.name} · ${city}`, cityPath(region, city), list, rest, few => few)
  return page && { ...page, region, subject: undefined, city }
}

/** A page of a topic by what follows its address; undefined when there is none. */
export function topicList(library: Library, slug: string, rest: readonly string[]): TopicList | undefined {
  const subject = subjects.find(candidate => candidate.slug === slug)
  if (!subject) return undefined
  const list = library.bySubject.get(subject) ?? []
  const byRegion = (few: readonly Summary[]) => groupByRegion(few).flatMap(group => group.articles)
  const page = listPage(subject.name, topicPath(subject), list, rest, byRegion)
  return page && { ...page, subject }
}

/** A page of the list of all articles. */
export function allList({ articles }: Library, rest: readonly string[]): ListPage | undefined {
  return listPage('全部文章', allPath, articles, rest, few => few)
}

function listPage(
  name: string,
  path: string,
  newest: readonly Summary[],
  rest: readonly string[],
  grouped: (few: readonly Summary[]) => readonly Summary[],
): ListPage | undefined {
  const number = rest.length === 0 ? 0 : pageNumber(rest[0])
  if (newest.length === 0 || number === undefined || rest.length > 1) return undefined
  const list = olderPages(newest.length) === 0 ? grouped(newest) : newest
  const page = pageOf(list, number)
  return page && { name, path, list, page }
}

export type CityMark = { readonly city: string; readonly count: number }

/** The cities that a list names, most often named first. */
export const citiesOf = (list: readonly Summary[]): readonly CityMark[] =>
  countByCity(list).map(([city, count]) => ({ city, count }))
