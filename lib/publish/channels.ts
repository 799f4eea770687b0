// Which feeds there are: the site's, and one for every region, topic and issue.

import type { Content } from '../format/content-folder'
import type { Article } from '../model/article'
import { newestFirst } from '../model/order'
import { inRegion, onSubject, type Region, regions, type Subject, subjects } from '../model/regions'
import { homePath, issuePath, regionPath, site, topicPath } from '../model/site'
import { issueName } from '../text/reading'
import { type Channel, feedLength } from './feeds'

/** The newest articles of the whole site; older ones are in the feeds of their issues (RFC 5005). */
export function siteChannel(content: Content): Channel {
  const { newest, issues } = shelfOf(content)
  const [first] = issues
  return {
    title: site.name,
    description: `${site.name}收录的工会报道，全文，按发表先后`,
    path: homePath,
    articles: newest.slice(0, feedLength),
    issues: content.issues,
    ...(first && { older: issuePath(first) }),
  }
}

/** Everything of one region, newest first. A region without articles has a feed too: it can be subscribed to beforehand. */
export function regionChannel(content: Content, slug: string): Channel {
  const region = find(regions, slug)
  return listChannel(
    content,
    region.name,
    regionPath(region),
    shelfOf(content).newest.filter(inRegion(region)),
  )
}

/** Everything on one topic, newest first. */
export function topicChannel(content: Content, slug: string): Channel {
  const subject = find(subjects, slug)
  return listChannel(
    content,
    subject.name,
    topicPath(subject),
    shelfOf(content).newest.filter(onSubject(subject)),
  )
}

/** A whole issue in the order of the page: an archive that does not change any more, linked to the issue before it and to what is new. */
export function issueChannel(content: Content, id: string): Channel {
  const issue = content.issues.get(id)
  const { issues, byIssue } = shelfOf(content)
  const older = issues[issues.indexOf(id) + 1]
  const name = issue ? issueName(issue) : id
  return {
    title: `${site.name}：${name}`,
    description: `${name}的全部文章，全文`,
    path: issuePath(id),
    articles: byIssue.get(id) ?? [],
    issues: content.issues,
    current: homePath,
    ...(older && { older: issuePath(older) }),
  }
}

function listChannel(content: Content, name: string, path: string, articles: readonly Article[]): Channel {
  return {
    title: `${site.name}：${name}`,
    description: `${site.name}里“${name}”的文章，全文，按发表先后`,
    path,
    articles: articles.slice(0, feedLength),
    issues: content.issues,
    ...(articles.length === 0 && { home: homePath }),
  }
}

function find<Entry extends Region | Subject>(list: readonly Entry[], slug: string): Entry {
  const found = list.find(entry => entry.slug === slug)
  if (!found) throw new Error(`no list ${slug}`)
  return found
}

/** The articles in the orders that feeds need, sorted once for all feeds of a build. */
type Shelf = {
  readonly newest: readonly Article[]
  /** Ids of the issues that have articles, newest first. */
  readonly issues: readonly string[]
  readonly byIssue: ReadonlyMap<string, readonly Article[]>
}

const shelves = new WeakMap<Content, Shelf>()

function shelfOf(content: Content): Shelf {
  const known = shelves.get(content)
  if (known) return known
  const newest = [...content.articles].sort(newestFirst(content.issues))
  const issues = [...new Set(newest.map(({ issue }) => issue))]
  const byIssue = new Map<string, Article[]>(issues.map(id => [id, []]))
  for (const article of content.articles) byIssue.get(article.issue)?.push(article)
  const shelf = { newest, issues, byIssue }
  shelves.set(content, shelf)
  return shelf
}

/** All that a feed holds: its articles, and the facts of their issues. */
export function channelView({ issues, ...channel }: Channel) {
  const used = [...new Set(channel.articles.map(({ issue }) => issue))]
  return { ...channel, issues: used.map(id => issues.get(id)) }
}
