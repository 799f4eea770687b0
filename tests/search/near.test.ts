// What is offered when nothing was found is somewhere, and counted right.
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { manifestPath, parseManifest } from '#lib/search/manifest'
import { nearTo } from '#lib/search/near'
import { parseQuery } from '#lib/search/query'
import { openSearch } from '#lib/search/search'
import { bulletinsAtOnce } from '../bench/bulletins'
import { bruteForce } from './brute-force'
import { filesOf } from './open-index'

const { articles, issues } = bulletinsAtOnce(120)
const truth = bruteForce(articles, issues)
const files = filesOf(articles, issues)
const bytesOf = (path: string) => files.get(path) ?? new Uint8Array()
const manifest = parseManifest(JSON.parse(new TextDecoder().decode(bytesOf(manifestPath))))
if (!manifest) throw new Error('no manifest')
const search = openSearch(manifest, {
  bytes: async path => bytesOf(path),
  text: async path => gunzipSync(bytesOf(path)).toString(),
})
const near = async (query: string, region = '') =>
  (await nearTo(search, parseQuery(query), { region, topic: '' }, 100)).map(({ words, filter, count }) => ({
    query: words.map(({ text }) => text).join(' '),
    region: filter.region,
    count,
  }))

it('offers the same without one word', async () => {
  expect(await near('工会 阿斯顿发送')).toEqual([
    { query: '工会', region: '', count: truth(['工会']).length },
  ])
})

it('offers the same without the filter', async () => {
  expect(await near('工会', 'taiwan')).toEqual([{ query: '工会', region: '', count: truth(['工会']).length }])
})

it('offers the longest parts of one word', async () => {
  expect(await near('集体协商鸵鸟')).toEqual([
    { query: '集体协商', region: '', count: truth(['集体协商']).length },
  ])
  expect(await near('鸵鸟集体协商')).toEqual([
    { query: '集体协商', region: '', count: truth(['集体协商']).length },
  ])
  expect(await near('鸵鸟')).toEqual([])
})
