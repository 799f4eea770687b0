// Views: all that a page shows besides the code and the site's settings, as plain data. A page is printed again when its view
// or the code has changed, so a page may show nothing that is not in its view; and views stay small and local: a new issue
// changes its own pages, their neighbours and the lists it appears in.
import type { Article, Issue } from '../model/article'
import { primaryRegion, subjectOf } from '../model/regions'
import { describeList } from '../text/description'
import { displayTitle } from '../text/reading'
import { factsOf } from './article-store'
import type { Card } from './card'
import { countByRegion, countBySubject, groupBySubject } from './groups'
import { issueSheets } from './issue-pages'
import type { Library } from './library'
import { citiesOf, type ListPage, type RegionList, type TopicList } from './lists'
import { marksOf, monthsOf } from './pagination'
import { neighboursIn, relatedTo } from './related'

/** A link to an article. */
export type LinkTo = { readonly id: string; readonly title: string }

export type Turning = {
  /** What the list is: 本期, a province, a topic. */
  readonly within: string
  readonly previous: LinkTo | undefined
  readonly next: LinkTo | undefined
}

export type ArticleView = {
  readonly article: Article
  readonly issue: Issue | undefined
  /** Neighbours in the issue, the province and the topic. */
  readonly turnings: readonly Turning[]
  readonly related: readonly (LinkTo & { readonly reason: string })[]
}

/** So many related articles stand under an article. */
const relatedShown = 4

/** All that the page of an article shows; throws on an id that no article has. */
export function articleView(library: Library, id: string): ArticleView {
  const article = library.byId.get(id)
  if (!article) throw new Error(`no article ${id}`)
  const region = primaryRegion(article)
  const subject = subjectOf(article)
  return {
    article,
    issue: library.issues.get(article.issue),
    turnings: [
      turningIn('本期', library.byIssue.get(article.issue), article),
      turningIn(region.name, library.byRegion.get(region), article),
      turningIn(subject.name, library.bySubject.get(subject), article),
    ],
    related: relatedTo(article, library.articles, relatedShown).map(({ article: other, reason }) => ({
      ...linkTo(other),
      reason,
    })),
  }
}

function turningIn(within: string, list: readonly Article[] = [], article: Article): Turning {
  const { previous, next } = neighboursIn(list, article)
  return { within, previous: previous && linkTo(previous), next: next && linkTo(next) }
}

const linkTo = (article: Article): LinkTo => ({ id: article.id, title: displayTitle(article) })

export type IssueView = {
  readonly issue: Issue
  /** All its articles by the page that they are on, and which page this is, counted from 1. */
  readonly sheets: readonly (readonly Article[])[]
  readonly number: number
}

/** All that a page of an issue shows, by the end of its address: gh202411 or gh202411/2; throws on one that is not there. */
export function issueView(library: Library, param: string): IssueView {
  const [id = '', part = '1'] = param.split('/')
  const issue = library.issues.get(id)
  const sheets = issueSheets(library, id)
  const number = Number(part)
  if (!issue || !sheets[number - 1]) throw new Error(`no issue ${param}`)
  return { issue, sheets, number }
}

/** All that a sheet of a list shows. An older one shows nothing that new articles change: no count, no map. */
export function sheetView(library: Library, page: ListPage) {
  const { name, path, list, sheet } = page
  const { articles, ...turn } = sheet
  const shown = {
    ...{ name, path, turn, cards: cardsOf(library, articles) },
    months: monthsOf(articles, library.issues),
  }
  if (sheet.number > 0) return { ...shown, says: describeList(name, articles) }
  return {
    ...{ ...shown, says: describeList(name, list), count: list.length },
    counts: [countByRegion(library.articles), countBySubject(library.articles)].map(plainCounts),
    years: sheet.older === undefined ? [] : marksOf(list, library.issues),
  }
}

/** All that a sheet of a region shows. */
export function regionView(library: Library, page: RegionList) {
  const shown = sheetView(library, page)
  if (page.sheet.number > 0) return shown
  const topics = groupBySubject(page.list).map(({ key, articles }) => [key.slug, articles.length])
  return { ...shown, topics, cities: citiesOf(page.list) }
}

/** All that a sheet of a topic shows. */
export function topicView(library: Library, page: TopicList) {
  const shown = sheetView(library, page)
  return page.sheet.number > 0 ? shown : { ...shown, regions: plainCounts(countByRegion(page.list)) }
}

const cardsOf = (library: Library, articles: readonly Article[]): readonly Card[] =>
  articles.map(article => factsOf(article, library.issues.get(article.issue)).card)

const plainCounts = (counts: ReadonlyMap<{ readonly slug: string }, number>) =>
  [...counts].map(([{ slug }, count]) => `${slug} ${count}`)
