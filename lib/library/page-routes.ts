// The routes of app/ whose pages are made of content: which pages each has, and what each is rendered from. Pages take their props
// from here, and builds the checksums that say whether a page is as it was.
import { regions, subjects } from '../model/regions'
import { issuePageRests } from './issue-pages'
import type { Library } from './library'
import { allList, listsOfRegion, pageParam, pageRests, regionList, topicList } from './lists'
import {
  type AboutInputs,
  type ArticleInputs,
  aboutInputs,
  articleInputs,
  type FinderInputs,
  finderInputs,
  type HomeInputs,
  homeInputs,
  type IssueInputs,
  issueInputs,
  type ListInputs,
  listInputs,
  type RegionInputs,
  regionInputs,
  type SearchInputs,
  searchInputs,
  type TopicInputs,
  topicInputs,
} from './page-inputs'

export type PageRoute<Inputs> = {
  /** As in app/. */
  readonly name: string
  /** The ends of the addresses of its pages: shanxi/democracy/2; '' for a route of one page. */
  readonly params: (library: Library) => readonly string[]
  /** Plain data, all that a page is rendered from besides the code and the site's settings. Throws on a page that is not there. */
  readonly inputs: (library: Library, param: string) => Inputs
}

export const articleRoute: PageRoute<ArticleInputs> = {
  name: '/articles/[id]',
  params: ({ byId }) => [...byId.keys()],
  inputs: articleInputs,
}

export const issueRoute: PageRoute<IssueInputs> = {
  name: '/issues/[issue]/[[...rest]]',
  params: library =>
    [...library.issues.keys()].flatMap(id => issuePageRests(library, id).map(rest => pageParam(id, rest))),
  inputs: issueInputs,
}

export const allRoute: PageRoute<ListInputs> = {
  name: '/all/[[...rest]]',
  params: ({ articles }) => pageRests(articles).map(rest => pageParam('all', rest)),
  inputs: (library, param) => listInputs(library, found(allList(library, restOf(param)), param)),
}

export const regionRoute: PageRoute<RegionInputs> = {
  name: '/regions/[region]/[[...rest]]',
  params: library =>
    regions.flatMap(region => listsOfRegion(library, region).map(rest => pageParam(region.slug, rest))),
  inputs: (library, param) =>
    regionInputs(library, found(regionList(library, firstOf(param), restOf(param)), param)),
}

export const topicRoute: PageRoute<TopicInputs> = {
  name: '/topics/[topic]/[[...rest]]',
  params: ({ bySubject }) =>
    subjects.flatMap(subject =>
      pageRests(bySubject.get(subject) ?? []).map(rest => pageParam(subject.slug, rest)),
    ),
  inputs: (library, param) =>
    topicInputs(library, found(topicList(library, firstOf(param), restOf(param)), param)),
}

/** The params of a route of one page. */
export const onePage = () => ['']

export const homeRoute: PageRoute<HomeInputs> = { name: '/', params: onePage, inputs: homeInputs }
export const searchRoute: PageRoute<SearchInputs> = { name: '/search', params: onePage, inputs: searchInputs }
export const aboutRoute: PageRoute<AboutInputs> = { name: '/about', params: onePage, inputs: aboutInputs }
export const notFoundRoute: PageRoute<FinderInputs> = { name: '/404', params: onePage, inputs: finderInputs }

export const firstOf = (param: string) => param.split('/', 1)[0] ?? ''
export const restOf = (param: string): string[] => param.split('/').slice(1)

function found<Page>(page: Page | undefined, param: string): Page {
  if (!page) throw new Error(`no list ${param}`)
  return page
}
