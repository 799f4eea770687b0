// The front page: by region while everything fits; else the newest issue first, one story that leads, then by region.
import { describe, expect, it } from 'vitest'
import { homeInputs } from '#lib/library/home-inputs'
import { contentSource, libraryOf } from '#lib/library/library'
import { regions } from '#lib/model/regions'
import { bulletinsAtOnce } from '../bench/bulletins'

function libraryOfBulletins(count: number) {
  const { articles, issues } = bulletinsAtOnce(count)
  return libraryOf(contentSource({ articles, issues: new Map(issues.map(issue => [issue.id, issue])) }))
}

const inOrder = (names: readonly string[]) =>
  names
    .map(name => regions.findIndex(region => region.name === name))
    .every((at, i, all) => i === 0 || at > (all[i - 1] ?? -1))

describe('with eight articles', () => {
  const inputs = homeInputs(libraryOfBulletins(8))

  it('is sorted by region, and leads with none', () => {
    expect(inputs.lead).toBeUndefined()
    expect(inputs.previous).toBeUndefined()
    expect(inputs.groups.flatMap(({ cards }) => cards)).toHaveLength(8)
    expect(inOrder(inputs.groups.map(({ region }) => region.name))).toBe(true)
  })
})

describe('with a thousand articles', () => {
  const library = libraryOfBulletins(1000)
  const inputs = homeInputs(library)
  const newest = library.newestIssues[0] ?? ''

  it('shows the newest issue and nothing else as cards, its first report leading', () => {
    const cards = [inputs.lead, ...inputs.groups.flatMap(group => group.cards)].flatMap(
      card => card?.id ?? [],
    )
    const issue = library.byIssue.get(newest) ?? []
    expect([...cards].sort()).toEqual(issue.map(({ id }) => id).sort())
    expect(inputs.lead?.id).toBe(issue.find(({ kind, title }) => kind === 'article' && title)?.id)
    expect(inOrder(inputs.groups.map(({ region }) => region.name))).toBe(true)
  })

  it('has the issue before as headlines with their places', () => {
    expect(inputs.previous?.id).toBe(library.newestIssues[1])
    expect(inputs.previous?.headlines.length).toBeGreaterThan(0)
    expect(inputs.previous?.headlines.every(({ place }) => place !== '')).toBe(true)
  })

  it('has a calendar of the newest issues, each once, newest first', () => {
    const listed = inputs.calendar.flatMap(({ issues }) => issues.map(({ id }) => id))
    expect(listed).toEqual(library.newestIssues.slice(0, listed.length))
    expect(listed.length).toBeGreaterThan(10)
  })

  it('counts 地区', () => {
    expect(inputs.tagline).toMatch(/^\d+ 个地区 1000 篇$/)
  })
})
