// npm run bench:check: how reading and proving content grow with it, and the slowest of a thousand mutated pages.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { checkContent } from '#lib/audit/check'
import { readContent } from '#lib/format/content-folder'
import { prepareImport } from '#lib/issues/import-file'
import { nothing } from '#lib/issues/issue-folder'
import { writeContentFolder } from './content-folder'

const megabytes = () => Math.round(process.memoryUsage().rss / 1e6)

function timed<Result>(work: () => Result): { readonly result: Result; readonly ms: number } {
  const start = process.cpuUsage() // not the clock: whatever else the machine does must not count
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { result, ms: Math.round((user + system) / 1000) }
}

const rows = [10, 100, 1000].map(count => {
  const dir = mkdtempSync(join(tmpdir(), 'bench-check-'))
  writeContentFolder(dir, count)
  const read = timed(() => readContent(dir).problems.length)
  const check = timed(() => checkContent(dir).problems.length)
  rmSync(dir, { recursive: true })
  return {
    articles: count,
    problems: read.result + check.result,
    'read ms': read.ms,
    'read ms/article': read.ms / count,
    'check ms': check.ms,
    'check ms/article': check.ms / count,
    'rss MB': megabytes(),
  }
})
console.table(rows)

const page = readFileSync('tests/content/gh202411/source.txt')
const options = { out: 'tests/content', replace: false, allow: [] }
const mutations = fc.sample(fc.record({ at: fc.nat(page.length - 1), byte: fc.nat(255) }), {
  numRuns: 1000,
  seed: 1,
})
const times = mutations.map(({ at, byte }) => {
  const bytes = Buffer.from(page)
  bytes[at] = byte
  const { result, ms } = timed(() =>
    prepareImport(bytes, { file: 'x.txt', issue: 'x' }, options, new Map(), nothing),
  )
  return { ms, state: result.state }
})
times.sort((a, b) => a.ms - b.ms)
const at = (share: number) => times[Math.floor((times.length - 1) * share)]?.ms
console.table([
  {
    mutations: times.length,
    accepted: times.filter(({ state }) => state === 'written').length,
    'median ms': at(0.5),
    '99 % ms': at(0.99),
    'slowest ms': at(1),
  },
])
