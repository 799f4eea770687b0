// All files of the search index, from the articles of the site: what the press writes beside the pages.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Article, Issue } from '../article'
import { inRegion, newestFirst, onSubject, regions, subjects } from '../listing'
import { BitWriter, writeSubset } from './bits'
import { readCorpus } from './corpus'
import { growTree, type Root, type Tree } from './gram-tree'
import { filterGram, shardOf } from './hash'
import { limits } from './limits'
import { block, indexPath, type Manifest, manifestPath } from './manifest'
import { recordOf } from './record-of'
import { printShard } from './shard'
import { printRecords } from './text-record'

/** A file below out/. Every name but the manifest's changes with the content, so the files may be kept for ever. */
export type IndexFile = { readonly path: string; readonly bytes: Uint8Array }

/** About this many bytes in a file of the index: the price of a look-up, against the number of files. */
const shardBytes = 5000

/**
 * The index of all articles, in whatever order they come. The same articles give the same bytes. Files are made one by one:
 * write each before asking for the next. The manifest comes last.
 */
export function* indexFiles(articles: readonly Article[], issues: readonly Issue[]): Generator<IndexFile> {
  const byId = new Map(issues.map(issue => [issue.id, issue]))
  const newest = [...articles].sort(newestFirst(byId))
  const small = newest.length <= limits.rare
  const texts: string[] = []
  const together = small ? Math.max(1, newest.length) : 1
  for (let from = 0; from < newest.length; from += block) {
    const oldest = newest.slice(Math.max(0, newest.length - from - block), newest.length - from).reverse()
    const files = textFiles(oldest, byId, together)
    const folder = `t-${digest(files)}`
    texts.push(folder)
    yield* files.map((bytes, index) => ({ path: indexPath(folder, index), bytes }))
  }
  const shards = small ? [] : printShards(newest)
  const index = shards.length > 0 ? `i-${digest(shards)}` : ''
  yield* shards.map((bytes, shard) => ({ path: indexPath(index, shard), bytes }))
  const manifest: Manifest = { articles: newest.length, shards: shards.length, index, texts, together }
  yield { path: manifestPath, bytes: Buffer.from(`${JSON.stringify(manifest)}\n`) }
}

function digest(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const bytes of files) hash.update(`${bytes.length} `).update(bytes)
  return hash.digest('hex').slice(0, 12)
}

/** Gzipped by ourselves, since not every static host compresses; the operating system's mark in the header is blanked. */
function textFiles(
  articles: readonly Article[],
  issues: ReadonlyMap<string, Issue>,
  together: number,
): Uint8Array[] {
  const records = articles.map(article => recordOf(article, issues.get(article.issue)))
  const files = Array.from({ length: Math.ceil(records.length / together) }, (_, file) =>
    gzipSync(printRecords(records.slice(file * together, (file + 1) * together)), { level: 9 }),
  )
  for (const bytes of files) bytes[9] = 255
  return files
}

function printShards(newest: readonly Article[]): Uint8Array[] {
  const { roots: grams, rareGrams }: Tree = growTree(readCorpus(newest))
  const roots = [...grams, ...filterRoots(newest)]
  const size = roots.reduce(
    (sum, { gram, bytes }) => sum + bytes.length + 2 * gram.length,
    4 * rareGrams.length,
  )
  const count = Math.max(1, Math.ceil(size / shardBytes))
  const dealt = deal(roots, count)
  const dealtRare = deal(rareGrams, count)
  return dealt.map((own, shard) => printShard(own, dealtRare[shard] ?? [], newest.length * 2))
}

function deal<Item extends { readonly gram: string }>(items: readonly Item[], count: number): Item[][] {
  const dealt = Array.from({ length: count }, (): Item[] => [])
  for (const item of items) dealt[shardOf(item.gram, count)]?.push(item)
  return dealt
}

/** The articles of each region and each topic, looked up like grams under a name that no text contains. */
function filterRoots(newest: readonly Article[]): Root[] {
  const list = (gram: string, isIn: (article: Article) => boolean): Root => {
    const writer = new BitWriter()
    const found = newest.flatMap((article, d) => (isIn(article) ? [d] : []))
    writeSubset(writer, found, newest.length)
    return { gram, bytes: writer.finish() }
  }
  return [
    ...regions.map(region => list(filterGram('region', region.slug), inRegion(region))),
    ...subjects.map(subject => list(filterGram('topic', subject.slug), onSubject(subject))),
  ]
}
