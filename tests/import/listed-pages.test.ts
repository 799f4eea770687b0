// Roles on pages whose heads, labels, sub-headings and bylines come from lists: the half that was worked on, and the half
// kept aside, which is the figure to believe. Limits stand a little below what was measured (decisions/0071).
import { describe, expect, it } from 'vitest'
import { importPage } from '#lib/import/pipeline/import-page'
import { type Half, listedPage, noRoles, type Roles, tallyRoles } from './listed-pages'

const pagesOfHalf = 12

const least: Readonly<Record<Half, Readonly<Record<keyof Roles, number>>>> = {
  'worked on': { title: 92, kicker: 88, subtitle: 85, column: 88, tip: 80, subheadings: 90, authors: 95 },
  aside: { title: 78, kicker: 74, subtitle: 60, column: 62, tip: 74, subheadings: 84, authors: 82 },
}

describe('roles of listed lines', { timeout: 120_000 }, () => {
  it.each(['worked on', 'aside'] as const)('%s', half => {
    const roles = noRoles()
    for (let seed = 1; seed <= pagesOfHalf; seed++) {
      const page = listedPage('medium', seed, half)
      tallyRoles(page, importPage(page.text, 'test').articles, roles)
    }
    const shares = Object.entries(roles).map(([role, [right, all]]) => [role, (100 * right) / all] as const)
    expect(shares.filter(([role, share]) => share < least[half][role as keyof Roles])).toEqual([])
  })
})
