// An index in memory, opened as a reader's device opens it, with what was read counted.
import { gunzipSync } from 'node:zlib'
import type { Article, Issue } from '#lib/model/article'
import type { Filter } from '#lib/search/candidates'
import { indexFiles } from '#lib/search/index-files'
import { manifestPath, parseManifest } from '#lib/search/manifest'
import { parseQuery } from '#lib/search/query'
import { openSearch } from '#lib/search/search'

export type Answer = {
  readonly ids: readonly string[]
  readonly bytes: number
  readonly requests: number
  /** Round trips, one after the other, until all results are known: after the manifest, before the texts that are shown. */
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

const everywhere: Filter = { region: '', topic: '' }

/** Asks an index as a first visit does, with an empty cache; `shown` results are read for the page. */
export function asking(files: ReadonlyMap<string, Uint8Array>, shown = 10) {
  const manifestBytes = files.get(manifestPath) ?? new Uint8Array()
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(manifestBytes)))
  if (!manifest) throw new Error('no manifest')
  return async (query: string, filter: Filter = everywhere, enough?: number): Promise<Answer> => {
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
    const text = async (path: string) => gunzipSync(await get(path)).toString()
    const search = openSearch(manifest, { bytes: get, text })
    const found: number[] = []
    for await (const article of search.find(parseQuery(query), filter, enough)) found.push(article)
    const rounds = trips.made()
    await Promise.all(found.slice(0, shown).map(search.record))
    const [read, asked, milliseconds] = [bytes, requests, performance.now() - started]
    const ids = await Promise.all(found.map(async article => (await search.record(article)).id))
    return { ids, bytes: read, requests: asked, rounds, milliseconds }
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
