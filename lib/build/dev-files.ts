// The files that a build makes beside the pages, one at a time and from content as it is now: for `npm run dev`.
import { workerText } from '../device/bundle'
import type { Library } from '../library/library'
import { pictureFolder } from '../model/picture'
import { settings } from '../model/settings'
import { issueFeedRoute, regionFeedRoute, siteFeedRoute, topicFeedRoute } from '../publish/feeds/channels'
import { feedFormats, printFeed } from '../publish/feeds/formats'
import { articleList, entryLine } from '../publish/machine-files'
import { allArticlesPath } from '../publish/paths'
import { indexFiles } from '../search/index-files'
import { manifestPath, searchFolder } from '../search/manifest'
import { enclosuresIn, withLengths } from './pictures/enclosures'
import { copyAt, photographStore, photographsOf } from './pictures/photographs'
import { drawOne } from './pictures/render'
import { drawnPictures } from './pictures/site-pictures'
import { textFiles } from './text-files'

/** The bytes of a file by its path below the site, with a slash in front; undefined when a build makes none of that name. */
export async function devFile(library: Library, path: string): Promise<Uint8Array | undefined> {
  if (path === '/sw.js') return Buffer.from(await offlineOff())
  if (path === allArticlesPath) return Buffer.from(articleList(entryLines(library)))
  if (isOfSearch(path)) return searchFiles(library).get(path)
  const feed = feedAt(library, path)
  if (feed) return Buffer.from(await measuredFeed(library, feed))
  const text = textFiles(library).find(file => file.path === path)
  if (text) return Buffer.from(text.text())
  if (path.startsWith(`/${pictureFolder}/`))
    return copyAt(photographsOf(library, settings.contentDir), photographStore, path)
  const picture = drawnPictures(library, settings.contentDir).find(({ file }) => `/${file}` === path)
  return picture && drawOne(picture)
}

const feedRoutes = {
  '': siteFeedRoute,
  regions: regionFeedRoute,
  topics: topicFeedRoute,
  issues: issueFeedRoute,
} as const

/** The feed of the site, or of a region, a topic or an issue; undefined for a path that is no feed's. */
function feedAt(library: Library, path: string): string | undefined {
  const [, place = '', id = '', file = ''] =
    /^\/(?:(regions|topics|issues)\/([^/]+)\/)?([^/]+)$/.exec(path) ?? []
  const { params, inputs, withTexts } = feedRoutes[place as keyof typeof feedRoutes]
  if (!feedFormats.some(format => format.file === file) || !params(library).includes(id)) return undefined
  return printFeed(withTexts(inputs(library, id), library.read), file)
}

/** A feed with the lengths of its pictures, which are made for it. */
async function measuredFeed(library: Library, feed: string): Promise<string> {
  const photographs = photographsOf(library, settings.contentDir)
  const sizes = new Map<string, number>()
  for (const path of enclosuresIn(feed))
    sizes.set(path, (await copyAt(photographs, photographStore, path))?.length ?? 0)
  return withLengths(feed, path => sizes.get(path) ?? 0)
}

const isOfSearch = (path: string) => path === `/${manifestPath}` || path.startsWith(`/${searchFolder}/`)

/** Saved copies would hide what is being changed, so the offline worker is the one that removes itself and them. */
const offlineOff = () => workerText('offline-off', {})

const entryLines = ({ byIssue, issues, read }: Library) =>
  [...byIssue.values()].flat().map(article => entryLine(read(article), issues.get(article.issue)))

const indexes = new WeakMap<Library, ReadonlyMap<string, Uint8Array>>()

/** The search index by path, made once for the content as it was last read. */
function searchFiles(library: Library): ReadonlyMap<string, Uint8Array> {
  const known = indexes.get(library)
  if (known) return known
  const files = [...indexFiles(library.articles.map(library.read), [...library.issues.values()])]
  const index = new Map(files.map(({ path, bytes }) => [`/${path}`, bytes]))
  indexes.set(library, index)
  return index
}
