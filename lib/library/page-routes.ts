// The routes of app/ whose pages are made of content: which pages each has, and what each is rendered from. Pages take their props
// from here, and builds the checksums that say whether a page is as it was.
import { regions, subjects } from '../model/regions'
import { type HomeInputs, homeInputs } from './home-inputs'
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
import type { Summary } from './summary'

/** A route whose pages are rendered from `WithTexts`, which is made of nothing but `Inputs`. */
export type PageRoute<Inputs, WithTexts = Inputs> = {
  /** As in app/. */
  readonly name: string
  /** The ends of the addresses of its pages: shanxi/democracy/2; '' for a route of one page. */
  readonly params: (library: Library) => readonly string[]
  /** Plain data, all that a page is rendered from besides the code and the site's settings. Throws on a page that is not there. */
  readonly inputs: (library: Library, param: string) => Inputs
  /** The same with the articles whose texts it prints as a whole. */
  readonly withTexts: (inputs: Inputs, read: Library['read']) => WithTexts
}

/** A route whose pages print no texts of articles. */
export const withoutTexts = <Inputs>(route: Omit<PageRoute<Inputs>, 'withTexts'>): PageRoute<Inputs> => ({
  ...route,
  withTexts: inputs => inputs,
})

export const articleRoute: PageRoute<ArticleInputs<Summary>, ArticleInputs> = {
  name: '/articles/[id]',
  params: ({ byId }) => [...byId.keys()],
  inputs: articleInputs,
  withTexts: (inputs, read) => ({ ...inputs, article: read(inputs.article) }),
}

export const issueRoute: PageRoute<IssueInputs<Summary>, IssueInputs> = {
  name: '/issues/[issue]/[[...rest]]',
  params: library =>
    [...library.issues.keys()].flatMap(id => issuePageRests(library, id).map(rest => pageParam(id, rest))),
  inputs: issueInputs,
  withTexts: (inputs, read) => ({ ...inputs, articles: inputs.articles.map(read) }),
}

export const allRoute = withoutTexts<ListInputs>({
  name: '/all/[[...rest]]',
  params: ({ articles }) => pageRests(articles).map(rest => pageParam('all', rest)),
  inputs: (library, param) => listInputs(library, found(allList(library, restOf(param)), param)),
})

export const regionRoute = withoutTexts<RegionInputs>({
  name: '/regions/[region]/[[...rest]]',
  params: library =>
    regions.flatMap(region => listsOfRegion(library, region).map(rest => pageParam(region.slug, rest))),
  inputs: (library, param) =>
    regionInputs(library, found(regionList(library, firstOf(param), restOf(param)), param)),
})

export const topicRoute = withoutTexts<TopicInputs>({
  name: '/topics/[topic]/[[...rest]]',
  params: ({ bySubject }) =>
    subjects.flatMap(subject =>
      pageRests(bySubject.get(subject) ?? []).map(rest => pageParam(subject.slug, rest)),
    ),
  inputs: (library, param) =>
    topicInputs(library, found(topicList(library, firstOf(param), restOf(param)), param)),
})

/** The params of a route of one page. */
export const onePage = () => ['']

/** A route of one page that prints no texts. */
export const onePageRoute = <Inputs>(name: string, inputs: (library: Library) => Inputs) =>
  withoutTexts<Inputs>({ name, params: onePage, inputs })

export const homeRoute = onePageRoute<HomeInputs>('/', homeInputs)
/** Whether any page has a picture: without one the site has no script for them. */
export const hasPicturesRoute = onePageRoute<boolean>('/scripts/[file]', ({ articles }) =>
  articles.some(({ pictures }) => pictures.length > 0),
)
export const searchRoute = onePageRoute<SearchInputs>('/search', searchInputs)
export const aboutRoute = onePageRoute<AboutInputs>('/about', aboutInputs)
export const notFoundRoute = onePageRoute<FinderInputs>('/404', library => finderInputs(library))

/** The first part of the end of an address: shanxi of shanxi/democracy/2. */
export const firstOf = (param: string) => param.split('/', 1)[0] ?? ''
/** The parts behind the first. */
export const restOf = (param: string): string[] => param.split('/').slice(1)

function found<Page>(page: Page | undefined, param: string): Page {
  if (!page) throw new Error(`no list ${param}`)
  return page
}
