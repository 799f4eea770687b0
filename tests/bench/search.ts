// npm run bench:search [-- ARTICLES [rivals | sizes]]: size, speed and exactness of search over 8 and over many articles; with
// `rivals` also Pagefind's, in the same run; with `sizes` only what our answers weigh, where reading every article for
// every question would take hours. Prints tables.
import { gzipSync } from 'node:zlib'
import { content } from '#lib/library/content'
import type { Article, Issue } from '#lib/model/article'
import { parseQuery } from '#lib/search/query'
import { bruteForce } from '../search/brute-force'
import { asking, filesOf } from '../search/open-index'
import { randomFrom, substringOf } from '../search/substrings'
import { bulletinsAtOnce } from './bulletins'
import { askPagefind, buildPagefind, type Way } from './search-pagefind'
import { type Query, queriesFor } from './search-queries'

type Asked = {
  readonly query: Query
  readonly bytes: number
  readonly rounds?: number
  readonly ids: readonly string[]
}
type Truth = (words: readonly string[]) => readonly string[]

const kb = (bytes: number) => Math.round(bytes / 102.4) / 10
const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
const wordsOf = (query: string) => parseQuery(query).map(({ letters }) => letters.join(''))

function summary(engine: string, asked: readonly Asked[], truth: ReadonlyMap<string, readonly string[]>) {
  const sizes = asked.map(({ bytes }) => bytes).sort((a, b) => a - b)
  const judged = asked.map(({ query, ids }) => {
    const right = new Set(truth.get(query.text))
    const hits = ids.filter(id => right.has(id)).length
    const same = JSON.stringify(ids) === JSON.stringify(truth.get(query.text))
    return { recall: right.size ? hits / right.size : 1, precision: ids.length ? hits / ids.length : 1, same }
  })
  const mean = (value: (one: (typeof judged)[number]) => number) =>
    Math.round((judged.reduce((sum, one) => sum + value(one), 0) / judged.length) * 1000) / 1000
  return {
    方法: engine,
    查询: asked.length,
    '中位 KB': kb(at(sizes, 0.5)),
    'p90 KB': kb(at(sizes, 0.9)),
    '最多 KB': kb(at(sizes, 1)),
    召回: mean(one => one.recall),
    精确: mean(one => one.precision),
    次序相同: judged.filter(one => one.same).length,
  }
}

async function ours(articles: readonly Article[], issues: readonly Issue[], queries: readonly Query[]) {
  const before = process.cpuUsage()
  const files = filesOf(articles, issues)
  const { user, system } = process.cpuUsage(before)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const bytes = [...files.values()].reduce((sum, file) => sum + file.length, 0)
  const index = [...files]
    .filter(([path]) => /[/]i[0-9]/.test(path))
    .reduce((sum, [, file]) => sum + file.length, 0)
  const built = {
    CPU秒: (user + system) / 1e6,
    文件: files.size,
    '索引 MB': index / 1e6,
    '全部 MB': bytes / 1e6,
    '内存峰值 MB': memory,
  }
  const ask = asking(files)
  const asked: Asked[] = []
  let spent = 0
  let requests = 0
  for (const query of queries) {
    const answer = await ask(query.text)
    spent += answer.milliseconds
    requests += answer.requests
    asked.push({ query, ...answer })
  }
  return { built, asked, perQuery: spent / queries.length, requests: requests / queries.length, ask, files }
}

/** How many round trips it takes after the manifest until a search that finds nothing can say so. */
async function nothingFound(
  articles: readonly Article[],
  ask: ReturnType<typeof asking>,
  truth: Truth,
  asked: readonly Asked[],
) {
  const random = randomFrom(5)
  const rounds = asked.filter(({ ids }) => ids.length === 0).map(one => one.rounds ?? 0)
  const ofQueries = rounds.length
  const sizes: number[] = []
  while (sizes.length < 1000) {
    const letters = [...substringOf(articles, random, 2, 8)]
    letters[Math.floor(random() * letters.length)] = substringOf(articles, random, 1, 1)
    const words = wordsOf(letters.join(''))
    if (words.length !== 1 || truth(words).length > 0) continue
    const answer = await ask(letters.join(''))
    rounds.push(answer.rounds)
    sizes.push(answer.bytes)
  }
  sizes.sort((a, b) => a - b)
  const counts = [1, 2, 3].map(trips => rounds.filter(made => made === trips).length)
  console.log(
    `没有的词 ${ofQueries} + 1000 个：清单之后 1 个来回 ${counts[0]} 个，2 个来回 ${counts[1]} 个，3 个来回 ${counts[2]} 个，最多 ${Math.max(...rounds)} 个；中位 ${kb(at(sizes, 0.5))} KB，p90 ${kb(at(sizes, 0.9))} KB`,
  )
}

async function substrings(
  articles: readonly Article[],
  ask: ReturnType<typeof asking>,
  truth: Truth,
  count: number,
) {
  const random = randomFrom(1)
  let wrong = 0
  const sizes: number[] = []
  for (let i = 0; i < count; i++) {
    const text = substringOf(articles, random, 2, 8)
    const words = wordsOf(text)
    const { ids, bytes } = await ask(text)
    sizes.push(bytes)
    if (JSON.stringify(ids) !== JSON.stringify(words.length > 0 ? truth(words) : [])) wrong++
  }
  sizes.sort((a, b) => a - b)
  console.log(
    `随机子串（2–8 字）${count} 个：与逐篇阅读不同的 ${wrong} 个；中位 ${kb(at(sizes, 0.5))} KB，p90 ${kb(at(sizes, 0.9))} KB`,
  )
}

async function rival(
  way: Way,
  articles: readonly Article[],
  queries: readonly Query[],
  truth: ReadonlyMap<string, readonly string[]>,
) {
  const built = await buildPagefind(articles, way)
  const name = way === 'words' ? 'Pagefind 1.6 zh' : 'Pagefind 1.6 逐字'
  console.log(
    `${name}：建索引 ${built.seconds.toFixed(1)} 秒（总时间），${(built.bytes / 1e6).toFixed(1)} MB`,
  )
  const answers = await askPagefind(
    built.folder,
    queries.map(({ text }) => text),
    way,
  )
  return summary(
    name,
    answers.map((answer, i) => ({ query: queries[i] as Query, ...answer })),
    truth,
  )
}

async function eight() {
  const { articles, issues } = content()
  const { files, asked } = await ours(
    articles,
    [...issues.values()],
    [
      { kind: '', text: '工匠' },
      { kind: '', text: '职工' },
    ],
  )
  const { browserFiles } = await import('#lib/device/bundle')
  const chunk = (await browserFiles()).filter(({ name }) => name.startsWith('search-page'))
  const code = chunk.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0)
  const data = Math.max(...asked.map(({ bytes }) => bytes))
  console.log(
    `${articles.length} 篇：${files.size} 个文件；首次查询 ${data} 字节 + 搜索代码 ${code} 字节（gzip）= ${data + code}`,
  )
}

async function many(count: number, withRivals: boolean) {
  const { articles, issues } = bulletinsAtOnce(count)
  const queries = queriesFor(articles)
  const byReading = bruteForce(articles, issues)
  const truth = new Map(queries.map(({ text }) => [text, byReading(wordsOf(text))]))
  const { built, asked, perQuery, requests, ask, files } = await ours(articles, issues, queries)
  const again = filesOf(articles, issues)
  const same = [...again].every(
    ([path, bytes]) => files.get(path) && Buffer.compare(bytes, files.get(path) ?? bytes) === 0,
  )
  console.log(
    `${count} 篇，${queries.length} 个查询；再建一次${same && again.size === files.size ? '逐字节相同' : '不同！'}`,
  )
  console.table([built])
  console.log(`每个查询 ${perQuery.toFixed(1)} 毫秒（本机，不含网络），${requests.toFixed(1)} 个请求`)
  await substrings(articles, ask, byReading, 1000)
  await nothingFound(articles, ask, byReading, asked)
  const kinds = [...new Set(queries.map(({ kind }) => kind))]
  const ofKind = (kind: string) => asked.filter(({ query }) => query.kind === kind)
  console.table(kinds.map(kind => summary(kind, ofKind(kind), truth)))
  const rows = [summary('本站', asked, truth)]
  if (withRivals) {
    const some = queries.filter((_, i) => i % 4 === 0)
    const own = asked.filter((_, i) => i % 4 === 0)
    rows.push(summary('本站，同一批', own, truth))
    for (const way of ['words', 'characters'] as const) rows.push(await rival(way, articles, some, truth))
  }
  console.table(rows)
}

/** What the questions cost a reader, unproven. */
async function sizes(count: number) {
  const { articles, issues } = bulletinsAtOnce(count)
  const { built, asked, requests } = await ours(articles, issues, queriesFor(articles))
  console.table([built])
  const bytes = asked.map(one => one.bytes).sort((a, b) => a - b)
  console.log(
    `${count} 篇，${asked.length} 个查询：中位 ${kb(at(bytes, 0.5))} KB，p90 ${kb(at(bytes, 0.9))} KB，最多 ${kb(at(bytes, 1))} KB，平均 ${requests.toFixed(1)} 个请求`,
  )
}

const [count = '10000', mode = ''] = process.argv.slice(2)
await eight()
if (mode === 'sizes') await sizes(Number(count))
else await many(Number(count), mode === 'rivals')
