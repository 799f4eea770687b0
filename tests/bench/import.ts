// npm run bench:import: time per page and memory of the importer at 1, 10, 100 and 1,000 pages; both should grow in a line.
import { performance } from 'node:perf_hooks'
import { importPage } from '#lib/import/pipeline/import-page'
import { articles, photos } from '../import/invented'
import { type Level, layPage, random } from '../import/layout'

const levels: readonly Level[] = ['easy', 'medium', 'hard', 'raw']

function makePages(count: number): readonly string[] {
  return Array.from({ length: count }, (_, seed) => {
    const pick = random(seed + 1)
    const chosen = [...articles].sort(() => pick() - 0.5).slice(0, 6)
    return layPage(chosen, photos.slice(0, 2), levels[seed % levels.length] ?? 'easy', seed).text
  })
}

/** After a collection, so that only what is kept counts. */
function heapUsed(): number {
  globalThis.gc?.()
  return process.memoryUsage().heapUsed
}

importPage(makePages(8).join('\n'), 'warm')
const rows = [1, 10, 100, 1000].map(count => {
  const pages = makePages(count)
  const before = heapUsed()
  const start = performance.now()
  const kept = pages.map((page, at) => importPage(page, `p${at}`))
  const took = performance.now() - start
  const grown = (heapUsed() - before) / 1024
  return {
    pages: count,
    items: kept.reduce((sum, page) => sum + page.articles.length, 0),
    'ms in all': Math.round(took),
    'ms a page': Number((took / count).toFixed(1)),
    'KB of results a page': Math.round(grown / count),
  }
})
console.table(rows)
const long = makePages(40)
const sizes = [5, 10, 20, 40].map(count => {
  const page = long.slice(0, count).join('\n\n')
  const start = performance.now()
  importPage(page, 'long')
  return {
    'KB of one page': Math.round(Buffer.byteLength(page) / 1024),
    ms: Math.round(performance.now() - start),
  }
})
console.table(sizes)
