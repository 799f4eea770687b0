// An index in memory, opened as a reader's device opens it, with what was read counted.
import { gunzipSync } from 'node:zlib'
import type { Article, Issue } from '#lib/model/article'
import { indexFiles } from '#lib/search/index-files'
import type { Filter } from '#lib/search/look-up'
import { manifestPath, parseManifest } from '#lib/search/manifest'
import { parseQuery } from '#lib/search/query'
import { openSearch, type Search } from '#lib/search/search'
import { mayBeTraditional, variantsOf } from '#lib/search/variants'
import { traditionalPairs } from '#lib/search/variants-table'

export type Answer = {
  /** Of the results shown. */
  readonly ids: readonly string[]
  /** What is said of their number when these are shown. */
  readonly count: number
  readonly exact: boolean
  readonly bytes: number
  readonly requests: number
  /** Round trips, one after the other, after the manifest. */
  readonly rounds: number
  /** Until the page could be shown. */
  readonly milliseconds: number
}

/** All files of an index by their path; `full`: articles in a part, if not as many as in the real one. */
export function filesOf(
  articles: readonly Article[],
  issues: readonly Issue[],
  full?: number,
): ReadonlyMap<string, Uint8Array> {
  return new Map([...indexFiles(articles, issues, full)].map(({ path, bytes }) => [path, bytes]))
}

const nothing: Answer = { ids: [], count: 0, exact: true, bytes: 0, requests: 0, rounds: 0, milliseconds: 0 }
const everywhere: Filter = { region: '', topic: '' }

/** The search over an index in memory. */
export function opened(files: ReadonlyMap<string, Uint8Array>): Search {
  const bytesOf = (path: string) => files.get(path) ?? new Uint8Array()
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(bytesOf(manifestPath))))
  if (!manifest) throw new Error('no manifest')
  const text = async (path: string) => gunzipSync(bytesOf(path)).toString()
  return openSearch(manifest, { bytes: async path => bytesOf(path), text })
}

/** Asks an index as a first visit does, with an empty cache; `shown` results at most. */
export function asking(files: ReadonlyMap<string, Uint8Array>, shown = Number.POSITIVE_INFINITY) {
  const manifestBytes = files.get(manifestPath) ?? new Uint8Array()
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(manifestBytes)))
  if (!manifest) throw new Error('no manifest')
  const unzipped = new Map<Uint8Array, string>() // how a device unzips is not what is tried here
  return async (query: string, filter: Filter = everywhere): Promise<Answer> => {
    const started = performance.now()
    let bytes = manifestBytes.length
    let requests = 1
    const trips = roundTrips()
    const get = async (path: string) => {
      const file = files.get(path)
      if (!file) throw new Error(`no file ${path}`)
      bytes += file.length
      requests++
      await trips.next()
      return file
    }
    const text = async (path: string) => {
      const file = await get(path)
      const known = unzipped.get(file) ?? gunzipSync(file).toString()
      unzipped.set(file, known)
      return known
    }
    const search = openSearch(manifest, { bytes: get, text })
    const words = parseQuery(query, mayBeTraditional(query) ? variantsOf(traditionalPairs) : undefined)
    if (words.length === 0) return { ...nothing, bytes, requests }
    const results = await search.find(words, filter)
    const found = await results.articles(0, shown)
    const ids = await Promise.all(found.map(async article => (await search.record(article)).id))
    const milliseconds = performance.now() - started
    return { ids, ...results.count(), bytes, requests, rounds: trips.made(), milliseconds }
  }
}

/** A network in which all that is asked for at the same time arrives together: counts how often one waits for it. */
function roundTrips() {
  let count = 0
  let under: Promise<void> | undefined
  const next = () => {
    under ??= new Promise(resolve =>
      setImmediate(() => {
        under = undefined
        count++
        resolve()
      }),
    )
    return under
  }
  return { next, made: () => count }
}
