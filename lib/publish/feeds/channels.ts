// Which feeds there are: the site's, and one for every region, topic and issue.
import type { Library } from '../../library/library'
import { onePage, onePageRoute, type PageRoute } from '../../library/page-routes'
import type { Summary } from '../../library/summary'
import type { Issue } from '../../model/article'
import { type Region, regions, type Subject, subjects } from '../../model/regions'
import { homePath, issuePath, regionPath, site, topicPath } from '../../model/site'
import { issueName } from '../../text/reading'
import { type Channel, feedLength } from './entries'

/** A channel before the texts of its articles are read. */
type ChannelInputs = Omit<Channel, 'articles'> & { readonly articles: readonly Summary[] }

/** The newest articles of the whole site; older ones are in the feeds of their issues (RFC 5005). */
export function siteChannel(library: Library): ChannelInputs {
  const [first] = library.newestIssues
  return {
    title: site.name,
    description: `${site.name}收录的工会报道，全文，按发表先后`,
    path: homePath,
    ...withIssues(library, library.articles.slice(0, feedLength)),
    ...(first && { older: issuePath(first) }),
  }
}

/** Everything of one region, newest first. A region without articles has a feed too: it can be subscribed to beforehand. */
export function regionChannel(library: Library, slug: string): ChannelInputs {
  const region = find(regions, slug)
  return listChannel(library, region.name, regionPath(region), library.byRegion.get(region))
}

/** Everything on one topic, newest first. */
export function topicChannel(library: Library, slug: string): ChannelInputs {
  const subject = find(subjects, slug)
  return listChannel(library, subject.name, topicPath(subject), library.bySubject.get(subject))
}

/** A whole issue in the order of the page: an archive that does not change any more, linked to the issue before it and to what is new. */
export function issueChannel(library: Library, id: string): ChannelInputs {
  const issue = library.issues.get(id)
  const { newestIssues } = library
  const older = newestIssues[newestIssues.indexOf(id) + 1]
  const name = issue ? issueName(issue) : id
  return {
    title: `${site.name}：${name}`,
    description: `${name}的全部文章，全文`,
    path: issuePath(id),
    ...withIssues(library, library.byIssue.get(id) ?? []),
    current: homePath,
    ...(older && { older: issuePath(older) }),
  }
}

function listChannel(
  library: Library,
  name: string,
  path: string,
  articles: readonly Summary[] = [],
): ChannelInputs {
  return {
    title: `${site.name}：${name}`,
    description: `${site.name}里“${name}”的文章，全文，按发表先后`,
    path,
    ...withIssues(library, articles.slice(0, feedLength)),
    ...(articles.length === 0 && { home: homePath }),
  }
}

/** Articles, and the facts of the issues that they are from. */
function withIssues(
  { issues }: Library,
  articles: readonly Summary[],
): Pick<ChannelInputs, 'articles' | 'issues'> {
  const used = [...new Set(articles.map(({ issue }) => issue))]
  return {
    articles,
    issues: used.flatMap((id): readonly Issue[] => {
      const issue = issues.get(id)
      return issue ? [issue] : []
    }),
  }
}

function find<Entry extends Region | Subject>(list: readonly Entry[], slug: string): Entry {
  const found = list.find(entry => slugsOf(entry).includes(slug))
  if (!found) throw new Error(`no list ${slug}`)
  return found
}

/** Its slug and those that it had: who has subscribed to an old address goes on getting what is new. */
const slugsOf = ({ slug, formerSlugs }: Region | Subject): readonly string[] => [slug, ...formerSlugs]

type ChannelRoute = PageRoute<ChannelInputs, Channel>

/** A channel with the texts of its articles. */
export const withTexts: ChannelRoute['withTexts'] = (channel, read) => ({
  ...channel,
  articles: channel.articles.map(read),
})

/** The feeds of the whole site. */
export const siteFeedRoute: ChannelRoute = {
  name: '/[feed]',
  params: onePage,
  inputs: siteChannel,
  withTexts,
}

/** The list of all feeds, of which it must know the lists that have a page, by their paths. */
export const feedListRoute = onePageRoute('/feeds.opml', ({ byRegion, bySubject }): readonly string[] => [
  ...[...byRegion.keys()].map(regionPath),
  ...[...bySubject.keys()].map(topicPath),
])

/** The feeds of all regions, of all topics, of all issues: routes of app/, a page of which is a feed in every format. */
export const regionFeedRoute: ChannelRoute = {
  name: '/regions/[region]/[feed]',
  params: () => regions.flatMap(slugsOf),
  inputs: regionChannel,
  withTexts,
}

export const topicFeedRoute: ChannelRoute = {
  name: '/topics/[topic]/[feed]',
  params: () => subjects.flatMap(slugsOf),
  inputs: topicChannel,
  withTexts,
}

export const issueFeedRoute: ChannelRoute = {
  name: '/issues/[issue]/[feed]',
  params: ({ byIssue }) => [...byIssue.keys()],
  inputs: issueChannel,
  withTexts,
}
