// The index answers as reading every article would: the same articles, in the same order.
import { beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#lib/model/article'
import { provinces } from '#lib/model/provinces'
import { builtInTopics as topics } from '#lib/model/topics'
import { partLengths } from '#lib/search/index-files'
import { parseQuery } from '#lib/search/query'
import { articleOf } from '../article-of'
import { bulletinsAtOnce } from '../bench/bulletins'
import { bruteForce } from './brute-force'
import { asking, filesOf, opened } from './open-index'
import { randomFrom, substringOf } from './substrings'

const { articles, issues } = bulletinsAtOnce(300)
const truth = bruteForce(articles, issues)
let files: ReadonlyMap<string, Uint8Array> = new Map()
let ask: ReturnType<typeof asking>
let askPage: ReturnType<typeof asking>
beforeAll(() => {
  files = filesOf(articles, issues)
  ask = asking(files)
  askPage = asking(files, 10)
})

const isLong = (text: string) => [...text].length > 60

const expectExact = async (query: string) => {
  expect([query, (await ask(query)).ids]).toEqual([query, truth(query)])
}

/** The same of the first page, for which fewer texts are read; and of the count where it is certain. */
const expectPage = async (query: string) => {
  const right = truth(query)
  const { ids, count, exact } = await askPage(query)
  expect([query, ids]).toEqual([query, right.slice(0, 10)])
  if (exact) expect([query, count]).toEqual([query, right.length])
  else expect(count).toBeGreaterThanOrEqual(right.length)
  return { right, exact }
}

describe('search over 300 articles', () => {
  it('finds 1,000 random substrings of 2 to 8 characters exactly where they are', async () => {
    const random = randomFrom(6)
    for (let i = 0; i < 1000; i++) await expectPage(substringOf(articles, random, 2, 8))
  })

  it('finds them without their marks, in quotes, and with marks elsewhere', async () => {
    const random = randomFrom(16)
    for (let i = 0; i < 200; i++) {
      const text = substringOf(articles, random, 3, 12).replace(/["“”\s]/gu, '')
      const at = Math.floor(random() * text.length)
      await expectPage(text.replace(/\p{P}/gu, ''))
      await expectPage(`“${text}”`)
      await expectPage(`${text.slice(0, at)}，${text.slice(at)}`)
      await expectPage(`“${text.slice(0, at)}·${text.slice(at)}”`)
    }
  })

  it('finds longer phrases and single characters', async () => {
    const random = randomFrom(7)
    for (let i = 0; i < 60; i++) await expectExact(substringOf(articles, random, 9, 60))
    for (let i = 0; i < 60; i++) await expectExact(substringOf(articles, random, 1, 1))
  })

  it('finds nothing where there is nothing, also when all its pairs are there', async () => {
    const random = randomFrom(8)
    const mixed = () => substringOf(articles, random, 2, 3) + substringOf(articles, random, 2, 3)
    for (let i = 0; i < 200; i++) await expectExact(mixed())
    await expectExact('阿斯顿发送到')
    expect((await ask('工会阿斯顿')).ids).toEqual([])
  })

  it('says that there is nothing in one round trip, but for a text now and then', async () => {
    const random = randomFrom(12)
    const rounds: number[] = []
    for (let i = 0; i < 600; i++) {
      const letters = [...substringOf(articles, random, 2, 8)]
      letters[Math.floor(random() * letters.length)] = substringOf(articles, random, 1, 1)
      const answer = await askPage(letters.join(''))
      if (answer.ids.length === 0 && parseQuery(letters.join('')).length === 1) rounds.push(answer.rounds)
    }
    expect(rounds.length).toBeGreaterThan(300)
    expect(Math.max(...rounds)).toBeLessThanOrEqual(2)
    expect(rounds.filter(count => count > 1).length / rounds.length).toBeLessThanOrEqual(0.02)
  })

  it('finds pasted sentences and paragraphs exactly, and not where one character differs', async () => {
    const random = randomFrom(10)
    const paragraphs = articles.flatMap(({ blocks }) => blocks.map(({ text }) => text)).filter(isLong)
    expect(paragraphs.length).toBeGreaterThan(50)
    for (let i = 0; i < 40; i++) {
      const paragraph = [...(paragraphs[Math.floor(random() * paragraphs.length)] ?? '')]
      const pasted = paragraph.slice(0, i % 2 ? paragraph.length : 40)
      await expectExact(`“${pasted.join('').replace(/[“”]/g, '')}”`)
      await expectExact(pasted.join(''))
      expect((await ask(pasted.join(''))).bytes).toBeLessThan(250_000)
      const at = Math.floor(random() * pasted.length)
      const spoilt = pasted.with(at, pasted[at] === '鸵' ? '鸟' : '鸵').join('')
      await expectExact(spoilt)
      expect((await ask(spoilt)).bytes).toBeLessThan(250_000)
    }
  })

  it('reads no more than is asked for of a paragraph that stands in hundreds of articles', async () => {
    const han = articles.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('')
    const intro = han.replace(/\P{Script=Han}/gu, '').slice(0, 90)
    const withIntro = articles.map(article => ({ ...article, tip: intro }))
    const wanted = bruteForce(withIntro, issues)(intro)
    const filesWithIntro = filesOf(withIntro, issues)
    expect(wanted.length).toBe(300)
    const all = await asking(filesWithIntro)(intro)
    expect([all.ids, all.count, all.exact]).toEqual([wanted, 300, true])
    const some = await asking(filesWithIntro, 30)(intro)
    expect([some.ids, some.count, some.exact]).toEqual([wanted.slice(0, 30), 300, false])
    expect(some.requests).toBeLessThan(60)
  })

  it('says how many there are: exactly, or that it is not certain', async () => {
    const random = randomFrom(15)
    for (let i = 0; i < 100; i++) {
      const query = substringOf(articles, random, 1, 8)
      const { right, exact } = await expectPage(query)
      if (right.length <= 10 || parseQuery(query).every(({ letters }) => letters.length <= 3))
        expect(exact).toBe(true)
    }
  })

  it('shows the same further pages as the list of all', async () => {
    const all = (await ask('工会 技术')).ids
    expect(all.length).toBeGreaterThan(30)
    const results = await opened(files).find(parseQuery('工会 技术'), { region: '', topic: '' })
    const page = await results.articles(20, 30)
    const ids = await Promise.all(page.map(async article => (await opened(files).record(article)).id))
    expect(ids).toEqual(all.slice(20, 30))
  })

  it('wants all of more words than are looked up at once', async () => {
    const random = randomFrom(11)
    for (let i = 0; i < 30; i++) {
      const { blocks } = articles[Math.floor(random() * articles.length)] ?? { blocks: [] }
      const letters = [
        ...blocks
          .map(({ text }) => text)
          .join('')
          .replace(/[^\p{Script=Han}]/gu, ''),
      ]
      const words = Array.from({ length: 20 }, (_, n) => letters.slice(n * 2, n * 2 + 2).join(''))
      await expectExact(words.join(' '))
      await expectExact([...words.slice(0, 19), '鸵鸟'].join(' '))
    }
    await expectExact([...'工会职工技术的在了和是有为'].join(' '))
  })

  it('wants all of several words', async () => {
    const random = randomFrom(9)
    const some = () => substringOf(articles, random, 2, 3)
    for (let i = 0; i < 100; i++) await expectExact(`${some()} ${some()}`)
    await expectExact('工会 职工 技术')
  })

  it('filters by region and topic as the lists do', async () => {
    const inProvince = (name: string) => (article: Article) => article.provinces.some(own => own === name)
    for (const province of provinces.slice(0, 12)) {
      const { ids } = await ask('工会', { region: province.slug, topic: '' })
      expect(ids).toEqual(truth('工会', inProvince(province.name)))
    }
    const shandong = (await ask('技术', { region: 'shandong', topic: topics[1].slug })).ids
    expect(shandong).toEqual(truth('技术', item => inProvince('山东')(item) && item.topic === topics[1].name))
    expect(shandong.length).toBeGreaterThan(0)
    expect((await ask('工会', { region: 'quanguo', topic: '' })).ids).toEqual(
      truth('工会', item => item.provinces.length === 0),
    )
    expect((await ask('工会', { region: 'nowhere', topic: '' })).ids).toEqual([])
  })

  it('is byte for byte the same when built again, from articles in any order', () => {
    const again = filesOf([...articles].reverse(), issues)
    expect([...again.keys()].sort()).toEqual([...files.keys()].sort())
    for (const [path, bytes] of again) expect(Buffer.from(bytes).equals(files.get(path) ?? bytes)).toBe(true)
  })

  it('is the same question and answer when the index is in several parts', async () => {
    const inParts = filesOf(articles, issues, 40)
    const folders = new Set([...inParts.keys()].map(path => path.split('/')[1] ?? ''))
    expect([...folders].filter(name => /^i\d/.test(name))).toHaveLength(4)
    const askParts = asking(inParts)
    const random = randomFrom(14)
    for (let i = 0; i < 250; i++) {
      const query = substringOf(articles, random, 1 + (i % 12), 12)
      const answer = await askParts(query)
      expect([query, answer.ids]).toEqual([query, (await ask(query)).ids])
    }
    for (const filter of [
      { region: provinces[3]?.slug ?? '', topic: '' },
      { region: '', topic: topics[1]?.slug ?? '' },
    ])
      for (const query of ['工会', '职工', '一', '竞赛 工会'])
        expect((await askParts(query, filter)).ids).toEqual((await ask(query, filter)).ids)
  })

  it('has few parts, the oldest the largest, that hold every article', () => {
    expect(partLengths(0)).toEqual([])
    expect(partLengths(5119)).toEqual([5119])
    expect(partLengths(10_000)).toEqual([5120, 4880])
    expect(partLengths(100_000)).toEqual([40_960, 40_960, 10_240, 5120, 2720])
    for (let articles = 1; articles < 500; articles++) {
      const lengths = partLengths(articles, 5)
      expect(lengths.reduce((all, one) => all + one, 0)).toBe(articles)
      expect([...lengths].sort((a, b) => b - a)).toEqual(lengths)
      expect(lengths.length).toBeLessThanOrEqual(Math.floor(articles / 40) + 4)
    }
  })

  it('keeps the names of old texts and parts when new articles come', () => {
    const folder = (path: string) => path.split('/')[1] ?? ''
    const items = Array.from({ length: 1110 }, (_, n) => {
      const id = `i${1000 + Math.floor(n / 10)}`
      return articleOf({ id: `${id}-${n}`, issue: id, number: n, title: `第${n}条` })
    })
    const grown = new Set([...filesOf(items.slice(0, 1100), [], 1000).keys()].map(folder))
    const later = new Set([...filesOf(items, [], 1000).keys()].map(folder))
    const still = [...grown].filter(name => later.has(name)).map(name => name.replace(/-.*/, ''))
    expect([...grown].map(name => name.replace(/-.*/, '')).sort()).toEqual([
      'i0',
      'i1',
      'manifest.json',
      't0',
      't1',
    ])
    expect(still.sort()).toEqual(['i0', 'manifest.json', 't0'])
  })
})

describe('the rules of search', () => {
  const body = (text: string) => ({ body: text, blocks: [{ kind: 'paragraph' as const, text }] })
  const few = [
    articleOf({
      id: 'a-01',
      issue: 'a',
      number: 1,
      title: '培训职工',
      ...body('培训职工7.9万人次，增长85.79%。'),
    }),
    articleOf({
      id: 'a-02',
      issue: 'a',
      number: 2,
      title: '再培训',
      ...body('培训职工17.9万人次，共计60,000元。ＡＩ与DeepSeek'),
    }),
    articleOf({
      id: 'a-03',
      issue: 'a',
      number: 3,
      title: '𠮷祥先生',
      kicker: '引题在此',
      ...body('朱华南　李倩倩 摄'),
    }),
    articleOf({
      id: 'a-04',
      issue: 'a',
      number: 4,
      title: '服务“链主”企业',
      column: '一线来风',
      provinces: ['湖南'],
      cities: ['株洲'],
      topic: '民主管理',
      ...body('不忘初心、牢记使命。'),
    }),
    articleOf({ id: 'a-05', issue: 'a', number: 5, title: '臺灣職工', ...body('今後以後') }),
  ]
  const old = { id: 'a', title: '', date: '2024', dateBasis: '', publication: '' }
  const find = async (query: string) => (await asking(filesOf(few, [old]))(query)).ids.map(id => id.slice(-2))

  it.each([
    ['7.9万', ['01']],
    ['17.9万', ['02']],
    ['9万', []],
    ['79%', []],
    ['85.79%', ['01']],
    ['60', []],
    ['60,000', ['02']],
    ['７．９万', ['01']],
    ['ai', ['02']],
    ['deepseek', ['02']],
    ['DEEPSEEK 17.9', ['02']],
    ['𠮷', ['03']],
    ['引题', ['03']],
    ['朱华南 李倩倩', ['03']],
    ['李倩倩 朱华南', ['03']],
    ['“朱华南 李倩倩”', ['03']],
    ['“李倩倩 朱华南”', []],
    ['"培训职工17.9万"', ['02']],
    ['培训', ['01', '02']],
    ['职工', ['01', '05', '02']],
    ['再', ['02']],
    ['', []],
    ['　 ', []],
    ['，', []],
    ['60000', ['02']],
    ['链主企业', ['04']],
    ['“链主企业”', []],
    ['“链主”企业', ['04']],
    ['"“链主”企业"', ['04']],
    ['初心牢记', ['04']],
    ['不忘初心牢记使命', ['04']],
    ['心牢', []],
    ['心、牢', ['04']],
    ['“初心、牢记”', ['04']],
    ['朱华南李倩倩', ['03']],
    ['华南李', ['03']],
    ['臺灣職工', ['05']],
    ['台湾职工', ['05']],
    ['以后', ['05']],
    ['“台湾职工”', ['05']],
    ['民主管理', ['04']],
    ['湖南', ['04']],
    ['株洲 民主管理', ['04']],
    ['全国', ['01', '02', '03', '05']],
    ['一线来风', ['04']],
  ])('%s finds %j', async (query, ids) => {
    expect(await find(query)).toEqual(ids)
  })

  it('puts hits in titles ahead, then the newest', async () => {
    const issue = (id: string, date: string) => ({ ...old, id, date })
    const items = [
      articleOf({ id: 'a-01', issue: 'a', number: 1, title: '工匠', ...body('劳模') }),
      articleOf({ id: 'b-01', issue: 'b', number: 1, title: '劳模', ...body('工匠') }),
      articleOf({ id: 'c-01', issue: 'c', number: 1, title: '竞赛', ...body('工匠') }),
      articleOf({ id: 'd-01', issue: 'd', number: 1, title: '没有日期', ...body('工匠') }),
    ]
    const issues = [issue('a', '2022'), issue('b', '2024-03-01'), issue('c', '2024-05'), issue('d', '')]
    const { ids } = await asking(filesOf(items, issues))('工匠')
    expect(ids).toEqual(['a-01', 'c-01', 'b-01', 'd-01'])
  })
})
