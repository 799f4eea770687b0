// The generator itself: the same articles each time, no two alike, and as long and as various as it says.
import { describe, expect, it } from 'vitest'
import { characterCount } from '#lib/model/article'
import { provinces } from '#lib/model/provinces'
import { topics } from '#lib/model/topics'
import { bulletins, bulletinsAtOnce, dayOf } from './bulletins'

const { articles, issues } = bulletinsAtOnce(1000)
const text = articles.map(({ body }) => body).join('\n')

describe('generated bulletins', () => {
  it('are the same each time, and the first of more', () => {
    expect(bulletinsAtOnce(1000).articles).toEqual(articles)
    expect(bulletinsAtOnce(60).articles).toEqual(articles.slice(0, 60))
    expect(bulletinsAtOnce(10, 2).articles).not.toEqual(articles.slice(0, 10))
  })

  it('are no two alike', () => {
    expect(articles.length).toBe(1000)
    expect(new Set(articles.map(({ id }) => id)).size).toBe(1000)
    expect(new Set(articles.map(({ body }) => body)).size).toBe(1000)
    expect(new Set(issues.map(({ id }) => id)).size).toBe(issues.length)
  })

  it('have a day each that content may have, up to 100,000 articles', () => {
    const days = Array.from({ length: 10_500 }, (_, n) => dayOf(n))
    expect(new Set(days).size).toBe(days.length)
    expect(days).toEqual(days.toSorted())
    expect(Number(days.at(-1)?.slice(0, 4))).toBeLessThanOrEqual(2100)
  })

  it('have the mean length of a bulletin', () => {
    const mean = articles.reduce((sum, article) => sum + characterCount(article), 0) / 1000
    expect(mean).toBeGreaterThan(1500)
    expect(mean).toBeLessThan(1700)
  })

  it('come from every topic and from provinces of very different weight', () => {
    for (const { name } of topics)
      expect(articles.filter(({ topic }) => topic === name).length).toBeGreaterThan(50)
    const counts = provinces.map(({ name }) => articles.filter(item => item.provinces.includes(name)).length)
    expect(Math.max(...counts)).toBeGreaterThan(60)
    expect(counts.filter(count => count < 5).length).toBeGreaterThan(1)
    expect(articles.some(item => item.provinces.length === 0)).toBe(true)
    expect(articles.some(item => item.provinces.length === 2)).toBe(true)
  })

  it('hold numbers, Latin, rare characters and the phrases of the field', () => {
    for (const found of ['工匠学院', '讲述自己的奋斗故事', 'DeepSeek', '集体协商', '𠮷'])
      expect(text).toContain(found)
    expect(text).toMatch(/\d\.\d万/)
    expect(text).toMatch(/\d\.\d\d%/)
    expect(text).not.toMatch(/[{}]|undefined|NaN/)
  })

  it('say which lines of their source they are', () => {
    for (const { articles: items, source } of bulletins(30)) {
      const lines = source.split('\n')
      for (const item of items) {
        const [range] = item.lines
        const own = lines.slice((range?.from ?? 1) - 1, range?.to)
        for (const { text: block } of item.blocks) expect(own).toContain(block)
        if (item.title) expect(own).toContain(item.title)
      }
      expect(lines.length - 1).toBe(items.at(-1)?.lines[0]?.to)
    }
  })
})
