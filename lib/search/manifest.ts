// The manifest of the search index: the one small file whose name never changes. It says where everything else is.

export type Manifest = {
  /** Number of articles; article number 0 is the newest. */
  readonly articles: number
  /** Number of files of the index; 0 = so few articles that their texts are all there is. */
  readonly shards: number
  /** Folder of the files of the index, named by their content. */
  readonly index: string
  /** Folders of the texts, `block` articles in each, oldest first, so that new articles leave the old folders as they are. */
  readonly texts: readonly string[]
  /** Articles in a file of texts. */
  readonly together: number
}

/** Below the root of the site: the manifest is asked for again each time, the rest is kept for ever. */
export const manifestPath = 'search/manifest.json'
const files = 'hashed-search'

/** Articles in a folder of texts. */
export const block = 1024

export const indexPath = (folder: string, file: number) => `${files}/${folder}/${file}.bin`

export const shardPath = ({ index }: Manifest, shard: number) => indexPath(index, shard)

/** Where the text of article d is: the file, and the place in it. */
export function textPlace({ articles, texts, together }: Manifest, d: number) {
  const fromOldest = articles - 1 - d
  const file = Math.floor((fromOldest % block) / together)
  return {
    path: indexPath(texts[Math.floor(fromOldest / block)] ?? '', file),
    at: (fromOldest % block) % together,
  }
}

/** Reads a manifest; undefined for anything that is not one. */
export function parseManifest(data: unknown): Manifest | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { articles, shards, index, texts, together } = data as Readonly<Record<string, unknown>>
  const numbers = [articles, shards, together].every(value => Number.isSafeInteger(value))
  if (!numbers || typeof index !== 'string' || !Array.isArray(texts)) return undefined
  if (!texts.every(name => typeof name === 'string' && /^[\w-]+$/.test(name)) || !/^[\w-]*$/.test(index)) {
    return undefined
  }
  return { articles: Number(articles), shards: Number(shards), together: Number(together), index, texts }
}
