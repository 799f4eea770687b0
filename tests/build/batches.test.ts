// Parts of a plan: every page is in one, no part is too long, and none lacks a route.
import { describe, expect, it } from 'vitest'
import { batchesOf } from '#lib/build/next/batches'

const articles = '/articles/[id]'
const issues = '/issues/[issue]/[[...rest]]'
const ids = Array.from({ length: 25 }, (_, at) => `a-${at}`)
const plan = { 'search part': ['0'], [articles]: ids, [issues]: ['a', 'a/2'] }

describe('a plan', () => {
  it('stays whole when it is short enough', () => {
    expect(batchesOf(plan, 27)).toEqual([plan])
  })

  it('is cut into parts that hold every page between them', () => {
    const parts = batchesOf(plan, 10)
    expect(parts).toHaveLength(3)
    expect(new Set(parts.flatMap(part => part[articles]))).toEqual(new Set(ids))
    expect(new Set(parts.flatMap(part => part[issues]))).toEqual(new Set(['a', 'a/2']))
  })

  it('has at most so many pages in a part, and one of each route besides', () => {
    for (const part of batchesOf(plan, 10)) {
      expect(Object.keys(part)).toEqual([articles, issues])
      for (const pages of Object.values(part)) expect(pages.length).toBeGreaterThan(0)
      expect(Object.values(part).flat().length).toBeLessThanOrEqual(12)
      for (const pages of Object.values(part)) expect(new Set(pages).size).toBe(pages.length)
    }
  })
})
