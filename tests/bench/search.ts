// npm run bench:search [-- ARTICLES [rivals | sizes]]: size, cost and exactness of search over 8 and over many articles; with
// `rivals` also Pagefind's, in the same run; with `sizes` only what our answers weigh, where reading every article for
// every question would take hours. Prints tables.
import { gzipSync } from 'node:zlib'
import { content } from '#lib/library/content'
import type { Article, Issue } from '#lib/model/article'
import { bruteForce } from '../search/brute-force'
import { asking, filesOf } from '../search/open-index'
import { randomFrom, substringOf } from '../search/substrings'
import { bulletinsAtOnce } from './bulletins'
import { askPagefind, buildPagefind, type Way } from './search-pagefind'
import { type Query, queriesFor } from './search-queries'

/** What an engine answered: of ours the ten that are shown, of others all. */
type Asked = {
  readonly query: Query
  readonly ids: readonly string[]
  readonly count: number
  readonly exact: boolean
  readonly bytes: number
  readonly requests: number
  readonly rounds: number
}
type Truth = ReadonlyMap<string, readonly string[]>

const shown = 10
const kb = (bytes: number) => Math.round(bytes / 102.4) / 10
const at = (sorted: readonly number[], part: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
const mean = (numbers: readonly number[]) =>
  Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 100) / 100

function costs(engine: string, asked: readonly Asked[]) {
  const sizes = asked.map(({ bytes }) => bytes).sort((a, b) => a - b)
  return {
    方法: engine,
    查询: asked.length,
    '中位 KB': kb(at(sizes, 0.5)),
    'p90 KB': kb(at(sizes, 0.9)),
    '最多 KB': kb(at(sizes, 1)),
    请求: mean(asked.map(({ requests }) => requests)),
    来回: mean(asked.map(({ rounds }) => rounds)),
    '说“约”': asked.filter(({ exact }) => !exact).length,
  }
}

/** First ten: the same articles in the same order; found: how many of the first ten that are right an engine has anywhere. */
function judged(asked: readonly Asked[], truth: Truth) {
  const each = asked.map(({ query, ids, count }) => {
    const right = truth.get(query.text) ?? []
    const first = right.slice(0, shown)
    return {
      same: first.length === Math.min(shown, ids.length) && first.every((id, i) => ids[i] === id),
      found: first.length === 0 ? 1 : first.filter(id => ids.includes(id)).length / first.length,
      counted: count === right.length,
    }
  })
  return {
    前十条相同: each.filter(({ same }) => same).length,
    前十条找到: mean(each.map(({ found }) => found)),
    数目不符: each.filter(({ counted }) => !counted).length,
  }
}

async function ours(articles: readonly Article[], issues: readonly Issue[], queries: readonly Query[]) {
  const before = process.cpuUsage()
  const files = filesOf(articles, issues)
  const { user, system } = process.cpuUsage(before)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  const sizes = (which: RegExp) =>
    [...files].flatMap(([path, bytes]) => (which.test(path) ? [bytes.length] : []))
  const megabytes = (which: RegExp) =>
    Math.round(sizes(which).reduce((sum, size) => sum + size, 0) / 1e5) / 10
  const built = {
    CPU秒: Math.round((user + system) / 1e5) / 10,
    文件: files.size,
    '索引 MB': megabytes(/[/]i\d/),
    '正文 MB': megabytes(/[/]t\d/),
    '内存峰值 MB': memory,
  }
  const ask = asking(files, shown)
  const asked: Asked[] = []
  for (const query of queries) asked.push({ query, ...(await ask(query.text)) })
  return { built, asked, ask, files }
}

/** Random substrings of texts, and the same with a letter changed, which mostly stand nowhere. */
async function strings(
  articles: readonly Article[],
  issues: readonly Issue[],
  ask: ReturnType<typeof asking>,
) {
  const truthOf = bruteForce(articles, issues)
  const random = randomFrom(1)
  const asked: Asked[] = []
  for (let i = 0; i < 500; i++) {
    const letters = [...substringOf(articles, random, 2, 8)]
    if (i % 2) letters[Math.floor(random() * letters.length)] = substringOf(articles, random, 1, 1)
    const text = letters.join('')
    asked.push({ query: { kind: i % 2 ? '子串，错一字' : '子串', text }, ...(await ask(text)) })
  }
  const truth = new Map(asked.map(({ query: { text } }) => [text, truthOf(text)]))
  return ['子串', '子串，错一字'].map(kind => {
    const own = asked.filter(({ query }) => query.kind === kind)
    return { ...costs(kind, own), ...judged(own, truth) }
  })
}

async function rival(way: Way, articles: readonly Article[], queries: readonly Query[], truth: Truth) {
  const built = await buildPagefind(articles, way)
  const name = way === 'words' ? 'Pagefind 1.6 zh' : 'Pagefind 1.6 逐字'
  console.log(
    `${name}：建索引 ${built.seconds.toFixed(1)} 秒（总时间），${(built.bytes / 1e6).toFixed(1)} MB`,
  )
  const texts = queries.map(({ text }) => text)
  const answers = await askPagefind(built.folder, texts, way)
  const asked = answers.map((answer, i) => ({
    query: queries[i] as Query,
    ...answer,
    count: answer.ids.length,
    exact: true,
    rounds: Number.NaN,
  }))
  return { ...costs(name, asked), ...judged(asked, truth) }
}

async function eight() {
  const { articles, issues } = content()
  const queries = ['工匠', '职工'].map(text => ({ kind: '', text }))
  const { files, asked } = await ours(articles, [...issues.values()], queries)
  const { browserFiles } = await import('#lib/device/bundle')
  const chunk = (await browserFiles()).filter(({ name }) => name.startsWith('search-page'))
  const code = chunk.reduce((sum, { text }) => sum + gzipSync(text, { level: 9 }).length, 0)
  const data = Math.max(...asked.map(({ bytes }) => bytes))
  console.log(
    `${articles.length} 篇：${files.size} 个文件；首次查询 ${data} 字节 + 搜索代码 ${code} 字节（gzip）= ${data + code}`,
  )
}

async function many(count: number, mode: string) {
  const { articles, issues } = bulletinsAtOnce(count)
  const queries = queriesFor(articles)
  const { built, asked, ask, files } = await ours(articles, issues, queries)
  console.table([built])
  if (mode === 'sizes') return console.table([costs(`${count} 篇`, asked)])
  const again = filesOf(articles, issues)
  const same = [...again].every(([path, bytes]) =>
    Buffer.from(bytes).equals(files.get(path) ?? new Uint8Array()),
  )
  console.log(`再建一次${same && again.size === files.size ? '逐字节相同' : '不同！'}`)
  const truthOf = bruteForce(articles, issues)
  const truth = new Map(queries.map(({ text }) => [text, truthOf(text)]))
  const kinds = [...new Set(queries.map(({ kind }) => kind))]
  const ofKind = (kind: string) => asked.filter(({ query }) => query.kind === kind)
  console.table(kinds.map(kind => ({ ...costs(kind, ofKind(kind)), ...judged(ofKind(kind), truth) })))
  console.table(await strings(articles, issues, ask))
  const rows = [{ ...costs(`${count} 篇`, asked), ...judged(asked, truth) }]
  if (mode === 'rivals') {
    const some = (_: unknown, i: number) => i % 4 === 0
    const own = asked.filter(some)
    rows.push({ ...costs('同一批', own), ...judged(own, truth) })
    for (const way of ['words', 'characters'] as const)
      rows.push(await rival(way, articles, queries.filter(some), truth))
  }
  console.table(rows)
}

const [count = '10000', mode = ''] = process.argv.slice(2)
await eight()
await many(Number(count), mode)
