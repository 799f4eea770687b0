// How near the importer comes on pages laid out at four levels: the pages of the corpus, and random ones of our own.
import { describe, expect, it } from 'vitest'
import { importPage } from '#lib/import/pipeline/import-page'
import { measure, pages, type Shares } from './corpus-pages'
import { articles, photos } from './invented'
import { type Level, layPage, random } from './layout'
import { emptyTally, tallyPage } from './measure-pages'
import { provenImport } from './pages'

/** What must be reached on each level; cuts are not known of hard-wrapped pages. */
const wanted: Readonly<Record<Level, Partial<Shares>>> = {
  easy: { items: 100, titles: 97, paragraphs: 99, order: 99, cuts: 99, provinces: 97, authors: 97 },
  medium: { items: 98, titles: 92, paragraphs: 97, order: 97, cuts: 98, provinces: 97, authors: 95 },
  hard: { items: 92, titles: 85, paragraphs: 88, order: 85, cuts: 90, provinces: 92, authors: 88 },
  raw: { items: 95, titles: 90, paragraphs: 90, order: 92, provinces: 95, authors: 92 },
}
const levels: readonly Level[] = ['easy', 'medium', 'hard', 'raw']

function expectShares(got: Shares, least: Partial<Shares>): void {
  const low = Object.entries(got).filter(([key, value]) => value < (least[key as keyof Shares] ?? 0))
  expect(low).toEqual([])
}

describe('the pages of the corpus', () => {
  it.each(levels)('level %s', level => {
    const chosen = pages.filter(page => page.level === level)
    expect(chosen.length).toBeGreaterThan(0)
    expectShares(
      measure(chosen.map(page => ({ page, articles: provenImport(page.input).articles }))),
      wanted[level],
    )
  })
})

describe('random pages of invented articles', () => {
  it.each(levels)('level %s', level => {
    const tally = emptyTally()
    for (let seed = 1; seed <= 12; seed++) {
      const page = randomPage(level, seed)
      tallyPage(page.items, importPage(page.text, 'test').articles, tally)
    }
    const share = (key: keyof typeof tally) => (100 * tally[key][0]) / tally[key][1]
    const least = wanted[level]
    expect(share('items')).toBeGreaterThanOrEqual(level === 'easy' ? 98 : (least.items ?? 0) - 1)
    expect(share('title')).toBeGreaterThanOrEqual(least.titles ?? 0)
    expect(share('paragraphs')).toBeGreaterThanOrEqual((least.paragraphs ?? 0) - 1)
    expect(share('order')).toBeGreaterThanOrEqual((least.order ?? 0) - 2)
    expect(share('province')).toBeGreaterThanOrEqual(least.provinces ?? 0)
    expect(share('authors')).toBeGreaterThanOrEqual(least.authors ?? 0)
  })

  it('lose, double and invent no character', () => {
    for (const level of levels)
      for (let seed = 20; seed < 23; seed++) provenImport(randomPage(level, seed).text)
  })
})

function randomPage(level: Level, seed: number) {
  const pick = random(seed * 7919)
  const shuffle = <T>(list: readonly T[]) =>
    list
      .map(one => ({ one, at: pick() }))
      .sort((a, b) => a.at - b.at)
      .map(({ one }) => one)
  return layPage(
    shuffle(articles).slice(0, 5 + Math.floor(pick() * 2)),
    shuffle(photos).slice(0, 2),
    level,
    seed,
  )
}
