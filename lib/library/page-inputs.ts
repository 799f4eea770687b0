// Page inputs: the data that each page is rendered from. A page is rendered again when the checksum of its inputs has changed, and
// its components get nothing else (tests/house.test.ts). Inputs stay small and local: a new issue changes its own pages, their
// neighbours and the lists that it appears in. Where a page prints an article with its text, the inputs hold its summary, and in
// it the checksum of the whole.
import { type Article, dateOf, type Issue } from '../model/article'
import { formatDate } from '../model/dates'
import { nationwide, primaryRegion, type Region, type Subject, subjectOf } from '../model/regions'
import { site } from '../model/site'
import { describeList, longestList } from '../text/description'
import { issueName } from '../text/reading'
import { countByRegion, countBySubject, groupByRegion, groupBySubject } from './groups'
import { issuePages } from './issue-pages'
import type { Library } from './library'
import { type CityMark, citiesOf, type ListPage, type RegionList, type TopicList } from './lists'
import { marksOf, monthsOf, olderPages, type Page, pageOf, type YearMark } from './pagination'
import { neighboursIn, relatedTo } from './related'
import type { Card, Summary } from './summary'

/** A link to an article. */
export type LinkTo = { readonly id: string; readonly title: string }

/** The articles before and after one in a list. */
export type NeighbourLinks = {
  /** What the list is: 本期, a province, a topic. */
  readonly within: string
  readonly previous: LinkTo | undefined
  readonly next: LinkTo | undefined
}

export type ArticleInputs<One = Article> = {
  readonly article: One
  readonly issue: Issue | undefined
  /** In the issue, the province and the topic. */
  readonly neighbours: readonly NeighbourLinks[]
  readonly related: readonly (LinkTo & { readonly reason: string })[]
}

/** So many related articles stand under an article. */
const relatedShown = 4

/** The inputs of the page of an article; throws on an id that no article has. */
export function articleInputs(library: Library, id: string): ArticleInputs<Summary> {
  const article = library.byId.get(id)
  if (!article) throw new Error(`no article ${id}`)
  const region = primaryRegion(article)
  const subject = subjectOf(article)
  return {
    article,
    issue: library.issues.get(article.issue),
    neighbours: [
      neighbourLinks('本期', library.byIssue.get(article.issue), article),
      neighbourLinks(region.name, library.byRegion.get(region), article),
      neighbourLinks(subject.name, library.bySubject.get(subject), article),
    ],
    related: relatedTo(article, library.articles, relatedShown).map(({ article: other, reason }) => ({
      ...linkTo(other),
      reason,
    })),
  }
}

function neighbourLinks(within: string, list: readonly Summary[] = [], article: Summary): NeighbourLinks {
  const { previous, next } = neighboursIn(list, article)
  return { within, previous: previous && linkTo(previous), next: next && linkTo(next) }
}

const linkTo = ({ id, card }: Summary): LinkTo => ({ id, title: card.title })

export type IssueInputs<One = Article> = {
  readonly issue: Issue
  /** Which page of the issue this is, counted from 1, of how many. */
  readonly number: number
  readonly pages: number
  /** Articles of the whole issue. */
  readonly count: number
  readonly articles: readonly One[]
  /** On the first page all articles of the issue, on a later one its own; each with the page that it is on. */
  readonly contents: readonly (LinkTo & { readonly region: string; readonly page: number })[]
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
          }))
        : [],
    ),
  }
}

const saysOf = (name: string, list: readonly Summary[]) =>
  describeList(
    name,
    list.length,
    list.slice(0, longestList).map(({ card }) => card.title),
  )

/** Articles by the slug of a region or topic; one without articles is left out. */
export type Counts = Readonly<Record<string, number>>

/** How many articles there are of each region and topic, for the map and the lists that lead to them. */
export type FinderInputs = { readonly regions: Counts; readonly topics: Counts }

/** The inputs of the map and the list of topics: all that the page for a missing address shows. */
export const finderInputs = ({ articles }: Library): FinderInputs => ({
  regions: countsOf(countByRegion(articles)),
  topics: countsOf(countBySubject(articles)),
})

function countsOf(counts: ReadonlyMap<{ readonly slug: string }, number>): Counts {
  const filled = [...counts].filter(([, count]) => count > 0)
  return Object.fromEntries(filled.map(([{ slug }, count]) => [slug, count]))
}

/** What any page of a list shows. An older one shows nothing that new articles change: no count, no map. */
export type ListInputs = {
  readonly name: string
  /** Of the list, whose newest page is there. */
  readonly path: string
  readonly page: Omit<Page, 'articles'>
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
export function listInputs(library: Library, list: ListPage): ListInputs {
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
    newest: { count: list.list.length, finder: finderInputs(library), years },
  }
}

export type RegionInputs = ListInputs & {
  readonly region: Region
  readonly subject: Subject | undefined
  /** Of the newest page: its topics, each with its count, and its cities. */
  readonly topics: readonly (readonly [Subject, number])[]
  readonly cities: readonly CityMark[]
}

/** The inputs of a page of a region, or of a topic of a region. */
export function regionInputs(library: Library, list: RegionList): RegionInputs {
  const { region, subject, page } = list
  const ofNewest = page.number === 0 ? list.list : []
  const topics = groupBySubject(ofNewest).map(({ key, articles }) => [key, articles.length] as const)
  return { ...listInputs(library, list), region, subject, topics, cities: citiesOf(ofNewest) }
}

export type TopicInputs = ListInputs & {
  readonly subject: Subject
  /** Of the newest page: its regions, each with its count. */
  readonly regions: readonly (readonly [Region, number])[]
}

/** The inputs of a page of a topic. */
export function topicInputs(library: Library, list: TopicList): TopicInputs {
  const regions = list.page.number > 0 ? [] : [...countByRegion(list.list)].filter(([, count]) => count > 0)
  return { ...listInputs(library, list), subject: list.subject, regions }
}

const cardsOf = (articles: readonly Summary[]): readonly Card[] => articles.map(({ card }) => card)

export type HomeInputs = {
  readonly finder: FinderInputs
  /** “2024年11月 · 7 省 8 篇”: the newest date there is, and how much there is to read. */
  readonly tagline: string
  readonly says: string
  /** The newest cards by region, in the order of the regions. */
  readonly groups: readonly { readonly region: Region; readonly cards: readonly Card[] }[]
  readonly count: number
  /** Whether there are more than these cards. */
  readonly more: boolean
  readonly newestIssue: string | undefined
}

/** The inputs of the index. */
export function homeInputs(library: Library): HomeInputs {
  const { articles, issues } = library
  const [newest] = articles
  const date = newest && dateOf(newest, issues.get(newest.issue))
  const provinces = [...countByRegion(articles)].filter(
    ([region, count]) => region !== nationwide && count > 0,
  )
  const bySubject = (list: readonly Summary[]) => groupBySubject(list).flatMap(group => group.articles)
  return {
    finder: finderInputs(library),
    tagline: `${date ? `${formatDate(date.value)} · ` : ''}${provinces.length} 省 ${articles.length} 篇`,
    says: saysOf(site.name, articles),
    groups: groupByRegion(pageOf(articles, 0)?.articles ?? []).map(({ key, articles: list }) => ({
      region: key,
      cards: cardsOf(bySubject(list)),
    })),
    count: articles.length,
    more: olderPages(articles.length) > 0,
    newestIssue: newest?.issue,
  }
}

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
