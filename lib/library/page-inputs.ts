// Page inputs: the data that each page is rendered from. A page is rendered again when the checksum of its inputs has changed, and
// its components get nothing else (tests/house.test.ts). Inputs stay small and local: a new issue changes its own pages, their
// neighbours and the lists that it appears in. Where a page prints an article with its text, the inputs hold its summary, and in
// it the checksum of the whole.
import type { Article, Issue } from '../model/article'
import { primaryRegion, type Region, type Subject, subjectOf } from '../model/regions'
import { describeList, longestList } from '../text/description'
import { issueName, pageName } from '../text/reading'
import { countByRegion, countBySubject } from './groups'
import { issuePages } from './issue-pages'
import type { Library } from './library'
import { type CityMark, citiesOf, type ListPage, type RegionList, type TopicList } from './lists'
import {
  type LinkTo,
  type ListNeighbours,
  linkedIds,
  linkTo,
  neighboursInIssue,
  neighboursInList,
} from './neighbours'
import { marksOf, monthsOf, type PaginatedPage, type YearMark } from './pagination'
import { relatedTo } from './related'
import type { Card, Summary } from './summary'

export type ArticleInputs<One = Article> = {
  readonly article: One
  readonly issue: Issue | undefined
  /** In the issue, where both are always there; in the province and the topic those that are not linked yet. */
  readonly neighbours: readonly ListNeighbours[]
  readonly related: readonly (LinkTo & { readonly reason: string })[]
}

/** So many related articles stand under an article. */
const relatedShown = 4

/** The inputs of the page of an article; throws on an id that no article has. */
export function articleInputs(library: Library, id: string): ArticleInputs<Summary> {
  const article = library.byId.get(id)
  if (!article) throw new Error(`no article ${id}`)
  const issue = library.issues.get(article.issue)
  if (article.status === 'withdrawn') return { article, issue, neighbours: [], related: [] }
  const region = primaryRegion(article)
  const subject = subjectOf(article)
  const linked = new Set([id])
  const neighbours = [neighboursInIssue(library, article)]
  for (const [within, list] of [
    [region.name, library.byRegion.get(region)],
    [subject.name, library.bySubject.get(subject)],
  ] as const) {
    for (const known of neighbours.flatMap(linkedIds)) linked.add(known)
    neighbours.push(neighboursInList(within, list, article, linked))
  }
  for (const known of neighbours.flatMap(linkedIds)) linked.add(known)
  return {
    ...{ article, issue },
    neighbours,
    related: relatedTo(article, library.articles, relatedShown + linked.size)
      .filter(({ article: other }) => !linked.has(other.id))
      .slice(0, relatedShown)
      .map(({ article: other, reason }) => ({ ...linkTo(other), reason })),
  }
}

export type IssueInputs<One = Article> = {
  readonly issue: Issue
  /** Which page of the issue this is, counted from 1, of how many. */
  readonly number: number
  readonly pages: number
  /** Articles of the whole issue. */
  readonly count: number
  readonly articles: readonly One[]
  /** On the first page all articles of the issue, on a later one its own; each with the page that it is on. */
  readonly contents: readonly (LinkTo & {
    readonly region: string
    readonly page: number
    /** The page of the newspaper, “第2版 要闻”; '' when it is not known. */
    readonly paper: string
  })[]
  readonly name: string
  readonly says: string
}

/** The inputs of a page of an issue, by the end of its address: gh202411 or gh202411/2; throws on one that is not there. */
export function issueInputs(library: Library, param: string): IssueInputs<Summary> {
  const [id = '', part = '1'] = param.split('/')
  const issue = library.issues.get(id)
  const pages = issuePages(library, id)
  const number = Number(part)
  const articles = pages[number - 1]
  if (!issue || !articles) throw new Error(`no issue ${param}`)
  const name = `${issueName(issue)}完整版${number > 1 ? `（第 ${number} 页）` : ''}`
  const listed = number > 1 ? articles : pages.flat()
  return {
    ...{ issue, number, pages: pages.length, count: pages.flat().length, articles, name },
    says: saysOf(name, listed),
    contents: pages.flatMap((page, at) =>
      number === 1 || at + 1 === number
        ? page.map(article => ({
            ...linkTo(article),
            region: primaryRegion(article).name,
            page: at + 1,
            paper: pageName(article),
          }))
        : [],
    ),
  }
}

/** The description of a list. */
export const saysOf = (name: string, list: readonly Summary[]) =>
  describeList(
    name,
    list.length,
    list.slice(0, longestList).map(({ card }) => card.title),
  )

/** Articles by the slug of a region or topic; one without articles is left out. */
export type Counts = Readonly<Record<string, number>>

/**
 * How many articles there are of each region and topic, for the map and the lists that lead to them. Where a region is chosen the
 * topics are counted in it, where a topic is chosen the regions: a count is the length of the list that its link leads to.
 */
export type FinderInputs = {
  readonly region: string | undefined
  readonly topic: string | undefined
  /** 0 for what has articles, but none beside the choice. */
  readonly regions: Counts
  readonly topics: Counts
}

/** The inputs of the map and the list of topics, where a region, a topic, both or neither is chosen. */
export function finderInputs(library: Library, region?: Region, subject?: Subject): FinderInputs {
  const { articles, byRegion, bySubject } = library
  const onTopic = subject ? bySubject.get(subject) : articles
  const inRegion = region ? byRegion.get(region) : articles
  return {
    region: region?.slug,
    topic: subject?.slug,
    regions: countsOf(countByRegion(articles), countByRegion(onTopic ?? none)),
    topics: countsOf(countBySubject(articles), countBySubject(inRegion ?? none)),
  }
}

const none: readonly Summary[] = []

function countsOf<Key extends { readonly slug: string }>(
  all: ReadonlyMap<Key, number>,
  chosen: ReadonlyMap<Key, number>,
): Counts {
  const there = [...all].filter(([, count]) => count > 0)
  return Object.fromEntries(there.map(([key]) => [key.slug, chosen.get(key) ?? 0]))
}

/** What any page of a list shows. An older one shows nothing that new articles change: no count, no map. */
export type ListInputs = {
  readonly name: string
  /** Of the list, whose newest page is there. */
  readonly path: string
  readonly page: Omit<PaginatedPage, 'articles'>
  readonly cards: readonly Card[]
  /** “2019年3月—2019年5月”: when its articles appeared; '' where no date is known. */
  readonly months: string
  readonly says: string
  /** What only the newest page shows. */
  readonly newest?: {
    /** Articles of the whole list. */
    readonly count: number
    readonly finder: FinderInputs
    readonly years: readonly YearMark[]
  }
}

/** The inputs of a page of a list. */
export function listInputs(library: Library, list: ListPage, region?: Region, subject?: Subject): ListInputs {
  const { name, path } = list
  const { articles, ...page } = list.page
  const shown = {
    name,
    path,
    page,
    cards: cardsOf(articles),
    months: monthsOf(articles, library.issues),
  }
  if (page.number > 0) return { ...shown, says: saysOf(name, articles) }
  const years = page.older === undefined ? [] : marksOf(list.list, library.issues)
  return {
    ...shown,
    says: saysOf(name, list.list),
    newest: { count: list.list.length, finder: finderInputs(library, region, subject), years },
  }
}

export type RegionInputs = ListInputs & {
  readonly region: Region
  readonly subject: Subject | undefined
  readonly city: string | undefined
  /** Of the newest page: the cities of the region, each with its count; none where a topic is chosen. */
  readonly cities: readonly CityMark[]
}

/** The inputs of a page of a region, of a topic of it, or of one of its cities. */
export function regionInputs(library: Library, list: RegionList): RegionInputs {
  const { region, subject, city, page } = list
  const shown = listInputs(library, list, region, subject)
  const cities = page.number > 0 || subject ? [] : citiesOf(library.byRegion.get(region) ?? none)
  return { ...shown, region, subject, city, cities }
}

export type TopicInputs = ListInputs & {
  readonly subject: Subject
}

/** The inputs of a page of a topic. */
export function topicInputs(library: Library, list: TopicList): TopicInputs {
  return { ...listInputs(library, list, undefined, list.subject), subject: list.subject }
}

/** The cards of articles, in their order. */
export const cardsOf = (articles: readonly Summary[]): readonly Card[] => articles.map(({ card }) => card)

export type SearchInputs = FinderInputs & {
  /** The newest issues, for readers whose browser runs no script. */
  readonly issues: readonly { readonly id: string; readonly name: string }[]
}

/** So many issues are offered to readers whose browser runs no script. */
const issuesOffered = 12

/** The inputs of the search page. */
export function searchInputs(library: Library): SearchInputs {
  const newest = [...new Set(library.articles.map(({ issue }) => issue))].slice(0, issuesOffered)
  const nameOf = (id: string) => {
    const issue = library.issues.get(id)
    return issue ? issueName(issue) : id
  }
  return { ...finderInputs(library), issues: newest.map(id => ({ id, name: nameOf(id) })) }
}

/** The newest article and its issue, of which the page about the site shows the addresses of files; undefined without articles. */
export type AboutInputs = { readonly example: { readonly id: string; readonly issue: string } | undefined }

/** The inputs of the page about the site. */
export function aboutInputs({ articles: [newest] }: Library): AboutInputs {
  return { example: newest && { id: newest.id, issue: newest.issue } }
}
