// The inputs of the front page. While all articles fit on it they stand by region and topic; where there are more it is a newspaper's
// front: the newest issue with one lead story, then by region; the issue before as headlines; a calendar of issues.
import { dateOf, type Issue } from '../model/article'
import { formatDate } from '../model/dates'
import { nationwide, primaryRegion, type Region, regionWord } from '../model/regions'
import { site } from '../model/site'
import { issueHeadline } from '../text/reading'
import { countByRegion, groupByRegion, groupBySubject } from './groups'
import type { Library } from './library'
import { type LinkTo, linkTo } from './neighbours'
import { cardsOf, type FinderInputs, finderInputs, saysOf } from './page-inputs'
import { olderPages, pageLength } from './pagination'
import type { Card, Summary } from './summary'

/** An issue at the head of its articles. */
export type IssueHead = {
  readonly id: string
  /** “2024年11月12日”, its title or its id: what tells it from others. */
  readonly name: string
  /** The newspaper; '' when unknown. */
  readonly publication: string
  readonly count: number
}

type Groups = readonly { readonly region: Region; readonly cards: readonly Card[] }[]

export type HomeInputs = {
  readonly finder: FinderInputs
  /** “2024年11月 · 7 个地区 8 篇”: the newest date there is, and how much there is to read. */
  readonly tagline: string
  readonly says: string
  readonly count: number
  /** Whether there are more articles than the page shows. */
  readonly more: boolean
  readonly newest: IssueHead | undefined
  /** The story that leads the newest issue: the editor's choice, else its first; none while all articles fit on the page. */
  readonly lead: Card | undefined
  /** Cards by region, in the order of the regions, then by topic. */
  readonly groups: Groups
  /** The issue before the newest, where the page is of one issue. */
  readonly previous:
    | (IssueHead & { readonly headlines: readonly (LinkTo & { readonly place: string })[] })
    | undefined
  readonly calendar: readonly CalendarMonth[]
}

export type CalendarMonth = {
  /** YYYY-MM, YYYY or '' as the dates of its issues are known. */
  readonly month: string
  readonly issues: readonly { readonly id: string; readonly name: string }[]
}

/** So many headlines of the issue before, and so many of the newest issues in the calendar. */
const headlinesShown = 10
const issuesInCalendar = 40

/** The inputs of the front page. */
export function homeInputs(library: Library): HomeInputs {
  const { articles } = library
  const more = olderPages(articles.length) > 0
  const [newest, before] = library.newestIssues
  const ofNewest = library.byIssue.get(newest ?? '') ?? []
  const chosen = library.issues.get(newest ?? '')?.lead
  const lead = ofNewest.find(({ number }) => number === chosen) ?? (more ? leadOf(ofNewest) : undefined)
  const rest = (more ? ofNewest : articles).filter(article => article !== lead)
  const shown = more ? rest.slice(0, 2 * pageLength - 2) : rest
  return {
    finder: finderInputs(library),
    tagline: taglineOf(library, more),
    says: saysOf(site.name, articles),
    count: articles.length,
    more,
    newest: headOf(library, newest),
    lead: lead && cardsOf([lead])[0],
    groups: groupByRegion(shown).map(({ key, articles: list }) => ({
      region: key,
      cards: cardsOf(groupBySubject(list).flatMap(group => group.articles)),
    })),
    previous: more ? previousOf(library, before) : undefined,
    calendar: library.newestIssues.length > 1 ? calendarOf(library) : [],
  }
}

/** The first report in the order of the page: what the newspaper itself put first. */
const leadOf = (issue: readonly Summary[]) =>
  issue.find(({ kind, title }) => kind === 'article' && title !== '')

function taglineOf({ articles, issues }: Library, more: boolean): string {
  const [newest] = articles
  const date = newest && dateOf(newest, issues.get(newest.issue))
  const regions = [...countByRegion(articles)].filter(
    ([region, count]) => region !== nationwide && count > 0,
  ).length
  const known = date && !more ? `${formatDate(date.value)} · ` : ''
  return `${known}${regions} 个${regionWord} ${articles.length} 篇`
}

function headOf(library: Library, id: string | undefined): IssueHead | undefined {
  const issue = library.issues.get(id ?? '')
  if (!issue) return undefined
  const { date, publication } = issue
  return {
    id: issue.id,
    name: date.length === 10 ? formatDate(date) : issueHeadline({ ...issue, publication: '' }),
    publication,
    count: library.byIssue.get(issue.id)?.length ?? 0,
  }
}

function previousOf(library: Library, id: string | undefined): HomeInputs['previous'] {
  const head = headOf(library, id)
  if (!head) return undefined
  const list = library.byIssue.get(head.id) ?? []
  const placed = (article: Summary) => ({
    ...linkTo(article),
    place: [primaryRegion(article).name, ...article.cities].join(' '),
  })
  return { ...head, headlines: list.slice(0, headlinesShown).map(placed) }
}

/** The newest issues by month; the older ones stand in the list of all articles. */
function calendarOf({ newestIssues, issues }: Library): readonly CalendarMonth[] {
  const months = new Map<string, CalendarMonth>()
  for (const id of newestIssues.slice(0, issuesInCalendar)) {
    const issue = issues.get(id)
    if (!issue) continue
    const month = issue.date.slice(0, 7)
    const known = months.get(month) ?? { month, issues: [] }
    months.set(month, { month, issues: [...known.issues, { id, name: dayOf(issue) }] })
  }
  return [...months.values()]
}

/** “12日” of an issue whose day is known; else what it is called. */
const dayOf = (issue: Issue) =>
  issue.date.length === 10 ? `${Number(issue.date.slice(8))}日` : issueHeadline(issue)
