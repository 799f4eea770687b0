// Status, order and lead: what is published of an issue, where it stands, and what becomes of the rest.
import { describe, expect, it } from 'vitest'
import { textFiles } from '#lib/build/text-files'
import { homeInputs } from '#lib/library/home-inputs'
import { contentSource, libraryOf } from '#lib/library/library'
import { articleInputs, issueInputs } from '#lib/library/page-inputs'
import { articleRoute, issueRoute } from '#lib/library/page-routes'
import type { Article, Issue } from '#lib/model/article'
import { issueFeedRoute, siteFeedRoute } from '#lib/publish/feeds/channels'
import { pagesOf } from '#lib/publish/sitemap'
import { bulletin } from '../bench/bulletins'

/** Two issues of the test's own archive, with changed articles and a changed first issue. */
function libraryWith(change: (article: Article) => Partial<Article>, issue: Partial<Issue> = {}) {
  const [first, second] = [bulletin(1), bulletin(0)]
  const articles = [...first.articles, ...second.articles].map(one => ({ ...one, ...change(one) }))
  const issues = [{ ...first.issue, ...issue }, second.issue]
  return libraryOf(contentSource({ articles, issues: new Map(issues.map(one => [one.id, one])) }))
}

const { id } = bulletin(1).issue
const [one = '', two = '', three = ''] = bulletin(1).articles.map(article => article.id)
const ready = libraryWith(() => ({}))
const only =
  (wanted: string, fields: Partial<Article>) =>
  (article: Article): Partial<Article> =>
    article.id === wanted ? fields : {}

/** All that lists, feeds, counts and the sitemap are made of. */
const listed = (library: typeof ready) => ({
  all: library.articles.map(article => article.id),
  issue: (library.byIssue.get(id) ?? []).map(article => article.id),
  feed: siteFeedRoute.inputs(library, '').articles.map(article => article.id),
  sitemap: pagesOf(library).map(({ path }) => path),
  tagline: homeInputs(library).tagline,
  counts: homeInputs(library).finder.topics,
})

describe('a draft', () => {
  const library = libraryWith(only(two, { status: 'draft' }))

  it('is nowhere', () => {
    expect(JSON.stringify(listed(library))).not.toContain(two)
    expect(articleRoute.params(library)).not.toContain(two)
    expect(textFiles(library).map(({ path }) => path)).not.toContain(`/articles/${two}.json`)
    expect(library.articles).toHaveLength(ready.articles.length - 1)
  })

  it('takes a whole issue with it', () => {
    const none = libraryWith(() => ({}), { status: 'draft' })
    expect(none.issues.has(id)).toBe(false)
    expect(none.newestIssues).not.toContain(id)
    expect(none.articles.every(article => article.issue !== id)).toBe(true)
    expect(issueRoute.params(none)).not.toContain(id)
  })
})

describe('an article that was withdrawn', () => {
  const library = libraryWith(only(two, { status: 'withdrawn', reason: '人名有误' }))

  it('keeps its address and nothing else', () => {
    expect(JSON.stringify(listed(library))).not.toContain(two)
    expect(articleRoute.params(library)).toContain(two)
    const inputs = articleInputs(library, two)
    expect(inputs).toMatchObject({ neighbours: [], related: [], article: { reason: '人名有误' } })
    expect(articleInputs(library, one).neighbours.flatMap(links => [links.previous?.id, links.next?.id]))
      .not //
      .toContain(two)
  })

  it('has no text any more, not even in the file for programs, which says that it was withdrawn', () => {
    const text = bulletin(1).articles[1]?.blocks[0]?.text ?? 'no text'
    const files = textFiles(library).filter(({ path }) => path.includes(two))
    expect(files.map(({ path }) => path).sort()).toEqual([`/articles/${two}.json`, `/articles/${two}.md`])
    for (const file of files) expect(file.text()).not.toContain(text)
    const json = JSON.parse(files.find(({ path }) => path.endsWith('.json'))?.text() ?? '')
    expect(json).toMatchObject({ status: 'withdrawn', reason: '人名有误', blocks: [], characters: 0 })
  })

  it('is so with its whole issue, for the reason of that', () => {
    const all = libraryWith(() => ({}), { status: 'withdrawn', reason: '整期有误' })
    expect(issueInputs(all, id)).toMatchObject({
      count: 0,
      issue: { status: 'withdrawn', reason: '整期有误' },
    })
    expect(articleInputs(all, three).article).toMatchObject({ status: 'withdrawn', reason: '整期有误' })
    expect(pagesOf(all).some(({ path }) => path.includes(id))).toBe(false)
    expect(issueFeedRoute.params(all)).not.toContain(id)
  })
})

describe('an order and a lead', () => {
  it('put articles first, in lists, in the issue and beside each other', () => {
    const numbers = [3, 1]
    const library = libraryWith(() => ({}), { order: numbers })
    const issue = library.byIssue.get(id) ?? []
    expect(issue.slice(0, 3).map(({ number }) => number)).toEqual([3, 1, 2])
    expect(library.articles.filter(article => article.issue === id).map(article => article.id)).toEqual(
      issue.map(article => article.id),
    )
    expect(articleInputs(library, three).neighbours[0]).toMatchObject({ next: { id: one } })
  })

  it('lead the front page, however many articles there are', () => {
    const [newest = ''] = ready.newestIssues
    const lead = ready.byIssue.get(newest)?.find(({ number }) => number === 2)?.id
    const library = libraryWith(() => ({}), { lead: 2 })
    const inputs = homeInputs(library)
    expect(newest).toBe(id)
    expect(inputs.lead?.id).toBe(lead)
    const cards = inputs.groups.flatMap(group => group.cards).map(card => card.id)
    expect(cards).not.toContain(lead)
  })
})

describe('pages of a newspaper', () => {
  it('are named in the contents of an issue', () => {
    const library = libraryWith(({ number }) => ({ page: number < 3 ? '1' : 'A2', pageTitle: '要闻' }))
    const names = issueInputs(library, id).contents.map(({ paper }) => paper)
    expect(names.slice(0, 3)).toEqual(['第1版 要闻', '第1版 要闻', 'A2版 要闻'])
  })
})
