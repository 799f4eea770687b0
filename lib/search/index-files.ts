// All files of the search index, from the articles of the site: what a build writes beside the pages.
import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { type Article, characterCount, type Issue } from '../model/article'
import { newestFirst } from '../model/order'
import { readRows } from './letter-rows'
import { block, indexPath, largestPart, type Manifest, manifestPath, partLength } from './manifest'
import { patchPostings, type RecordChange } from './patch-postings'
import { textRecordOf } from './record-of'
import { postingFiles } from './sort-postings'
import { printRecords, type TextRecord } from './text-record'

/** A file below out/. Every name but the manifest's changes with the content, so the files may be kept for ever. */
export type IndexFile = { readonly path: string; readonly bytes: Uint8Array }

/** With so few articles there are only texts, in one file: it is the whole answer to any question. */
const withoutIndex = 24

/** A unit of the index that is made by itself; units are counted from the oldest articles on. */
export type IndexUnit = { readonly kind: 'texts' | 'part'; readonly number: number }

/**
 * Articles in each part, the oldest first: as many as there can be of the largest, then of its half and so on down to `full`,
 * then the rest. So parts are few, new articles leave all but the last ones as they are, and those are the small ones.
 */
export function partLengths(articles: number, full = partLength): readonly number[] {
  const lengths: number[] = []
  let left = articles
  for (let length = full * largestPart; length >= full; length /= 2)
    for (; left >= length; left -= length) lengths.push(length)
  return left > 0 ? [...lengths, left] : lengths
}

/** The units that the index of that many articles has; `full`: articles in the smallest full part. */
export function unitsOf(articles: number, full = partLength): readonly IndexUnit[] {
  const units = (kind: IndexUnit['kind']) =>
    lengthsOf(kind, articles, full).map((_, number): IndexUnit => ({ kind, number }))
  return [...units('texts'), ...(articles > withoutIndex ? units('part') : [])]
}

/** Articles in each unit of a kind, the oldest first; the last may have fewer. */
const lengthsOf = (kind: IndexUnit['kind'], articles: number, full: number): readonly number[] =>
  kind === 'part'
    ? partLengths(articles, full)
    : Array.from({ length: Math.ceil(articles / block) }, () => block)

/** The articles of a unit: the same until an older one comes or goes, or a larger part is full. `newest`: all, newest first. */
export function articlesIn<One>(
  newest: readonly One[],
  { kind, number }: IndexUnit,
  full = partLength,
): readonly One[] {
  const lengths = lengthsOf(kind, newest.length, full)
  const older = lengths.slice(0, number).reduce((all, length) => all + length, 0)
  const to = newest.length - older
  return newest.slice(Math.max(0, to - (lengths[number] ?? 0)), to)
}

/**
 * The files of a unit; their folder is named `t3-…` or `i3-…` by their content. The same articles give the same bytes.
 * `own`: the articles of the unit, newest first; `all`: how many there are in the whole index.
 */
export function unitFiles(
  own: readonly Article[],
  all: number,
  issues: ReadonlyMap<string, Issue>,
  unit: IndexUnit,
): readonly IndexFile[] {
  if (unit.kind === 'texts') return named(unit, textFiles([...own].reverse(), issues, articlesTogether(all)))
  const records = own.map(article => textRecordOf(article, issues.get(article.issue)))
  const characters = own.reduce((sum, article) => sum + characterCount(article), 0)
  return named(unit, [...postingFiles(readRows(records), filesOfPart(characters))])
}

/**
 * The files of a part of so many articles after some of them have changed: byte for byte what unitFiles makes of all of them, where
 * their number, their order and `filesOfPart` are as before. `files`: what unitFiles made then.
 */
export const patchedPart = (
  unit: IndexUnit,
  files: readonly Uint8Array[],
  articles: number,
  changes: readonly RecordChange[],
): readonly IndexFile[] => named(unit, patchPostings(files, articles, changes))

/** The same for a unit of texts that has an article in each file. */
export function patchedTexts(
  unit: IndexUnit,
  files: readonly Uint8Array[],
  changes: readonly RecordChange[],
): readonly IndexFile[] {
  const patched = [...files]
  for (const { article, after } of changes) patched[files.length - 1 - article] = gzipped([after])
  return named(unit, patched)
}

/** Characters of text for each file of a part: makes files of about 2.5 KB, the price of a look-up against the number of files. */
const charactersOfFile = 1225

/** How many files a part has whose articles have so many characters, as `characterCount` counts them. */
export const filesOfPart = (characters: number): number =>
  Math.max(1, Math.ceil(characters / charactersOfFile))

function named({ kind, number }: IndexUnit, files: readonly Uint8Array[]): readonly IndexFile[] {
  const folder = `${kind === 'part' ? 'i' : 't'}${number}-${digest(files)}`
  return files.map((bytes, file) => ({ path: indexPath(folder, file), bytes }))
}

/** The paths of all files of a unit, by its folder. */
export const indexPaths = (folder: string, files: number): readonly string[] =>
  Array.from({ length: files }, (_, file) => indexPath(folder, file))

/** How many articles share a file of texts: a small site has all in one. */
export const articlesTogether = (articles: number) => (articles <= withoutIndex ? Math.max(1, articles) : 1)

/** The manifest, from the paths of all other files, whoever made them. */
export function manifestFile(articles: number, paths: Iterable<string>, full = partLength): IndexFile {
  const counts = new Map<string, number>()
  for (const path of paths) {
    const folder = path.split('/').at(-2) ?? ''
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  const folderOf = ({ kind, number }: IndexUnit) =>
    [...counts.keys()].find(name => name.startsWith(`${kind === 'part' ? 'i' : 't'}${number}-`)) ?? ''
  const units = unitsOf(articles, full)
  const lengths = partLengths(articles, full)
  const manifest: Manifest = {
    articles,
    parts: units
      .filter(({ kind }) => kind === 'part')
      .map(unit => {
        const index = folderOf(unit)
        return { articles: lengths[unit.number] ?? 0, files: counts.get(index) ?? 0, index }
      }),
    texts: units.filter(({ kind }) => kind === 'texts').map(folderOf),
    together: articlesTogether(articles),
  }
  return { path: manifestPath, bytes: Buffer.from(`${JSON.stringify(manifest)}\n`) }
}

/**
 * The index of all articles, in whatever order they come. Files are made unit by unit: write each before asking for the next.
 * The manifest comes last.
 */
export function* indexFiles(
  articles: readonly Article[],
  issues: readonly Issue[],
  full = partLength,
): Generator<IndexFile> {
  const byId = new Map(issues.map(issue => [issue.id, issue]))
  const newest = [...articles].sort(newestFirst(byId))
  const paths: string[] = []
  for (const unit of unitsOf(newest.length, full)) {
    const files = unitFiles(articlesIn(newest, unit, full), newest.length, byId, unit)
    paths.push(...files.map(({ path }) => path))
    yield* files
  }
  yield manifestFile(newest.length, paths, full)
}

function digest(files: readonly Uint8Array[]): string {
  const hash = createHash('sha256')
  for (const bytes of files) hash.update(`${bytes.length} `).update(bytes)
  return hash.digest('hex').slice(0, 12)
}

function textFiles(
  articles: readonly Article[],
  issues: ReadonlyMap<string, Issue>,
  together: number,
): Uint8Array[] {
  const records = articles.map(article => textRecordOf(article, issues.get(article.issue)))
  return Array.from({ length: Math.ceil(records.length / together) }, (_, file) =>
    gzipped(records.slice(file * together, (file + 1) * together)),
  )
}

/** Gzipped by ourselves, since not every static host compresses; the operating system's mark in the header is blanked. */
function gzipped(records: readonly TextRecord[]): Uint8Array {
  const bytes = gzipSync(printRecords(records), { level: 9 })
  bytes[9] = 255
  return bytes
}
