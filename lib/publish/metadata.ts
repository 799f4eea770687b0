// What the head of a page says of it: the shape of Next's Metadata as plain data. No parsing, no rendering: all from the article.
import { type Article, type ArticleFacts, dateOf, type Issue } from '../model/article'
import { wholeDay } from '../model/dates'
import { shownPictures } from '../model/picture'
import { primaryRegion } from '../model/regions'
import { absolute, articlePath, homePath, href, issuePath, site } from '../model/site'
import { describe, fullTitle } from '../text/description'
import { displayTitle, issueName } from '../text/reading'
import { feedFormats } from './feeds/formats'
import { cardPath, cardSize, markdownPath, photoSquarePath, squarePath } from './paths'
import { cardOfArticle } from './picture-data'

type Page = {
  readonly title: string
  readonly description: string
  readonly path: string
  /** The page whose card is shown, where it is not the page's own. */
  readonly card?: string
  /** The page whose feeds are offered besides the site's. */
  readonly feed?: string
}

/** What every page has: its icons, and how the site gets onto a home screen. */
export const siteLinks = {
  icons: { icon: href('/favicon.ico'), apple: href('/icons/180.png') },
  manifest: href('/manifest.webmanifest'),
}

/** Metadata of any page that is not an article. `title` without the site's name, which the layout's template adds. */
export function pageMetadata(page: Page) {
  return {
    ...described(page, 'website'),
    alternates: { canonical: absolute(page.path), types: feedLinks(page) },
  }
}

type List = {
  readonly name: string
  readonly path: string
  /** Articles of the list. */
  readonly count: number
  /** Its description. */
  readonly says: string
} & Pick<Page, 'feed' | 'card'>

/** Metadata of a list: its title carries its length, its description the first titles on it. */
export function listMetadata({ name, count, says, ...page }: List) {
  return pageMetadata({ ...page, title: `${name}：${count} 篇`, description: says })
}

/** Metadata of the index. */
export function homeMetadata({ says }: { readonly says: string }) {
  const page = { title: site.name, description: says, path: homePath }
  return { ...pageMetadata(page), title: { absolute: site.name } }
}

/** Metadata of an article. The time of publication is given only if its day is printed: the format knows nothing less precise. */
export function articleMetadata(article: Article, issue: Issue | undefined) {
  const path = articlePath(article.id)
  const title = fullTitle(article)
  const page = described({ title, description: describe(article), path }, 'article')
  const [picture] = shownPictures(article)
  const photo = {
    ...page.openGraph.images[0],
    url: absolute(cardOfArticle(article)),
    alt: picture?.alt || title,
  }
  const publishedTime = wholeDay(dateOf(article, issue))
  return {
    ...page,
    openGraph: {
      ...page.openGraph,
      ...(picture && { images: [photo] }),
      ...(publishedTime && { publishedTime }),
    },
    alternates: {
      canonical: absolute(path),
      types: { ...feedLinks({ path: homePath }), 'text/markdown': href(markdownPath(article.id)) },
    },
  }
}

/** Metadata of the page of something that was withdrawn: not for search engines. */
const withdrawn = (title: string, reason: string, path: string) => ({
  ...pageMetadata({ title: `已撤回：${title}`, description: `已撤回。${reason}`, path, card: homePath }),
  robots: { index: false },
})

/** Of an article that was withdrawn: its title and the reason, not to be indexed. */
export const withdrawnMetadata = (article: Article) =>
  withdrawn(displayTitle(article), article.reason, articlePath(article.id))

/** The same of an issue. */
export const withdrawnIssueMetadata = (issue: Issue) =>
  withdrawn(issueName(issue), issue.reason ?? '', issuePath(issue.id))

function described({ title, description, path, card }: Page, type: 'article' | 'website') {
  const { width, height } = cardSize
  return {
    title,
    description,
    openGraph: {
      type,
      title,
      description,
      url: absolute(path),
      siteName: site.name,
      locale: 'zh_CN',
      images: [{ url: absolute(cardPath(card ?? path)), width, height, alt: title }],
    },
    twitter: { card: 'summary_large_image' as const },
  }
}

function feedLinks({ path, feed }: Pick<Page, 'path' | 'feed'>) {
  const offered = feed === undefined && path !== homePath ? feedFormats.slice(0, 1) : feedFormats
  return Object.fromEntries(offered.map(({ file, type }) => [type, href(`${feed ?? homePath}${file}`)]))
}

/** The square picture of an article, for programs that take the first picture of the page: cut from its photograph, else its region's. */
export const squareImage = (article: ArticleFacts) =>
  shownPictures(article).length > 0 ? photoSquarePath(article.id) : squarePath(primaryRegion(article))
