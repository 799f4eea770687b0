// What the page says to programs in schema.org's words (JSON-LD): the article, and where it stands. The types are schema.org's own
// definitions, so that a property it does not know, or a value of another kind, does not compile.
import type {
  AdministrativeArea,
  BreadcrumbList,
  City,
  Graph,
  ImageObject,
  NewsArticle,
  WithContext,
} from 'schema-dts'
import { type Article, dateOf, type Issue } from '../model/article'
import { ownSettings } from '../model/owner'
import { primaryRegion, regionOf } from '../model/regions'
import { absolute, articlePath, homePath, issuePath, regionPath, site } from '../model/site'
import { displayTitle } from '../text/reading'
import { cardPath } from './paths'
import { pictureData, printedUnder } from './picture-data'

/** NewsArticle and BreadcrumbList of an article's page. What is not known is left out; an inferred date is not known. */
export function articleData(article: Article, issue: Issue | undefined): Graph {
  return { '@context': 'https://schema.org', '@graph': [newsArticle(article, issue), breadcrumbs(article)] }
}

/** Breadcrumbs of a list page, the site first; each step with its name and path. */
export function listData(steps: readonly Breadcrumb[]): WithContext<BreadcrumbList> {
  return { '@context': 'https://schema.org', ...breadcrumbList(steps) }
}

/** The text of a <script type="application/ld+json">: no character that could end the element. */
export const scriptText = (data: object) => JSON.stringify(data).replace(/</gu, '\\u003c')

function newsArticle(article: Article, issue: Issue | undefined): Exclude<NewsArticle, string> {
  const url = absolute(articlePath(article.id))
  const date = dateOf(article, issue)
  const names = article.authors.length > 0 ? article.authors : article.photographers
  return {
    '@type': 'NewsArticle',
    url,
    headline: displayTitle(article),
    ...(article.kicker && { alternativeHeadline: article.kicker }),
    ...(names.length > 0 && { author: names.map(name => ({ '@type': 'Person', name })) }),
    ...(date && !date.inferred && { datePublished: date.value }),
    ...(article.topic && { articleSection: article.topic }),
    ...(article.provinces.length > 0 && { contentLocation: placesOf(article) }),
    ...(ownSettings.publisher && {
      publisher: { '@type': 'Organization' as const, name: ownSettings.publisher },
    }),
    inLanguage: 'zh-CN',
    image: article.pictures.length > 0 ? imagesOf(article) : absolute(cardPath(articlePath(article.id))),
    isPartOf: {
      '@type': 'PublicationIssue',
      name: issue?.title || article.issue,
      url: absolute(issuePath(article.issue)),
    },
    citation: citationOf(article, issue),
  }
}

/** The photographs, with what is printed of each; names where they are known. */
function imagesOf(article: Article): readonly ImageObject[] {
  return pictureData(article).map(({ url, names }, at): ImageObject => {
    const { caption, credit } = printedUnder(article, at)
    const people = names.length > 0 || at > 0 ? names : article.photographers
    return {
      '@type': 'ImageObject',
      contentUrl: url,
      ...(caption && { caption }),
      ...(credit && { creditText: credit }),
      ...(people.length > 0 && { creator: people.map(name => ({ '@type': 'Person', name })) }),
    }
  })
}

/** Where it came from, as far as it is known: “《工人日报》2024年第11期，gh202411 第 3 篇”. */
function citationOf(article: Article, issue: Issue | undefined): string {
  const paper = issue?.publication ? `《${issue.publication}》` : ''
  return `${paper}${issue?.title ?? ''}${paper || issue?.title ? '，' : ''}${article.issue} 第 ${article.number} 篇`
}

function placesOf(article: Article): readonly (AdministrativeArea | City)[] {
  const cities = article.cities.map((name): City => ({ '@type': 'City', name }))
  return [...article.provinces.map(areaOf), ...cities]
}

function areaOf(name: string): AdministrativeArea {
  const { code } = regionOf(name)
  const area = { '@type': 'AdministrativeArea', name } as const
  if (!code) return area
  return { ...area, identifier: { '@type': 'PropertyValue', propertyID: 'GB/T 2260', value: code } }
}

type BreadcrumbNode = Exclude<BreadcrumbList, string>

export type Breadcrumb = { readonly name: string; readonly path: string }

function breadcrumbs(article: Article): BreadcrumbNode {
  const region = primaryRegion(article)
  return breadcrumbList([
    { name: site.name, path: homePath },
    { name: region.name, path: regionPath(region) },
    { name: displayTitle(article), path: articlePath(article.id) },
  ])
}

function breadcrumbList(steps: readonly Breadcrumb[]): BreadcrumbNode {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: absolute(path),
    })),
  }
}
