// An index in memory, opened as a reader's device opens it, with what was read counted.
import { gunzipSync } from 'node:zlib'
import type { Article, Issue } from '#lib/article'
import { indexFiles } from '#lib/search/index-files'
import { manifestPath, parseManifest } from '#lib/search/manifest'
import { parseQuery } from '#lib/search/query'
import { type Filter, openSearch } from '#lib/search/search'

export type Answer = {
  readonly ids: readonly string[]
  readonly bytes: number
  readonly requests: number
  /** Until the page could be shown. */
  readonly milliseconds: number
}

/** All files of an index by their path. */
export function filesOf(
  articles: readonly Article[],
  issues: readonly Issue[],
): ReadonlyMap<string, Uint8Array> {
  return new Map([...indexFiles(articles, issues)].map(({ path, bytes }) => [path, bytes]))
}

/** Asks an index as a first visit does, with an empty cache; `shown` results are read for the page. */
export function asking(files: ReadonlyMap<string, Uint8Array>, shown = 10) {
  const manifestBytes = files.get(manifestPath) ?? new Uint8Array()
  const manifest = parseManifest(JSON.parse(new TextDecoder().decode(manifestBytes)))
  if (!manifest) throw new Error('no manifest')
  return async (query: string, filter: Filter = { region: '', topic: '' }): Promise<Answer> => {
    const started = performance.now()
    let bytes = manifestBytes.length
    let requests = 1
    const get = async (path: string) => {
      const file = files.get(path)
      if (!file) throw new Error(`no file ${path}`)
      bytes += file.length
      requests++
      return file
    }
    const text = async (path: string) => gunzipSync(await get(path)).toString()
    const search = openSearch(manifest, { bytes: get, text })
    const found: number[] = []
    for await (const article of search.find(parseQuery(query), filter)) found.push(article)
    await Promise.all(found.slice(0, shown).map(search.record))
    const [read, asked, milliseconds] = [bytes, requests, performance.now() - started]
    const ids = await Promise.all(found.map(async article => (await search.record(article)).id))
    return { ids, bytes: read, requests: asked, milliseconds }
  }
}
