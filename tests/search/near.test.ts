// What is offered when nothing was found is somewhere, and counted right.
import { expect, it } from 'vitest'
import { nearTo } from '#lib/search/near'
import { parseQuery } from '#lib/search/query'
import { bulletinsAtOnce } from '../bench/bulletins'
import { bruteForce } from './brute-force'
import { filesOf, opened } from './open-index'

const { articles, issues } = bulletinsAtOnce(120)
const truth = bruteForce(articles, issues)
const search = opened(filesOf(articles, issues))
const near = async (query: string, region = '') =>
  (await nearTo(search, parseQuery(query), { region, topic: '' }, parseQuery)).map(
    ({ words, filter, count }) => ({
      query: words.map(({ text }) => text).join(' '),
      region: filter.region,
      count,
    }),
  )

it('offers the same without one word', async () => {
  expect(await near('工会 阿斯顿发送')).toEqual([{ query: '工会', region: '', count: truth('工会').length }])
})

it('offers the same without the filter', async () => {
  expect(await near('工会', 'taiwan')).toEqual([{ query: '工会', region: '', count: truth('工会').length }])
})

it('offers the longest parts of one word', async () => {
  expect(await near('集体协商鸵鸟')).toEqual([
    { query: '集体协商', region: '', count: truth('集体协商').length },
  ])
  expect(await near('鸵鸟集体协商')).toEqual([
    { query: '集体协商', region: '', count: truth('集体协商').length },
  ])
  expect(await near('鸵鸟')).toEqual([])
})
