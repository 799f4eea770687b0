// The manifest of the search index: the one small file whose name never changes. It says where everything else is.

/** A part of the index: so many articles that follow one another, with files of their own. */
export type IndexPart = {
  readonly articles: number
  /** Number of its files. */
  readonly files: number
  /** Their folder, named by their content. */
  readonly index: string
}

export type Manifest = {
  /** Number of articles; article number 0 is the newest. */
  readonly articles: number
  /** Oldest first, so that new articles leave the old parts as they are. None = so few articles that their texts are all there is. */
  readonly parts: readonly IndexPart[]
  /** Folders of the texts, `block` articles in each, oldest first as well. */
  readonly texts: readonly string[]
  /** Articles in a file of texts. */
  readonly together: number
}

/** Below the root of the site: the manifest is asked for again each time, the rest is kept for ever. */
export const manifestPath = 'search/manifest.json'
/** Where all its other files are. */
export const searchFolder = 'hashed-search'

/** Articles in a folder of texts. */
export const block = 1024

/**
 * Articles in the smallest full part: what is made again after an edit, against the files and texts that a question reads (a word
 * that is rare in every part is looked for in the texts of each). Measured at 10,000: lib/decisions/0100-search-index.md.
 */
export const partLength = 5 * block

/** So many times as many in the largest: what an edit among old articles may cost, against the parts of a large archive. A power of 2. */
export const largestPart = 8

/** The address of a file of the index, below the site’s root. */
export const indexPath = (folder: string, file: number) => `${searchFolder}/${folder}/${file}.bin`

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
  const { articles, parts, texts, together }: Fields = Object(data)
  if (!isCount(articles) || !isCount(together) || !isList(texts, isFolder) || !isList(parts, isPart))
    return undefined
  return { articles, parts, texts, together }
}

type Fields = Readonly<Record<string, unknown>>

const isCount = (value: unknown): value is number => Number.isSafeInteger(value)

/** A name that goes into an address. */
const isFolder = (value: unknown): value is string => typeof value === 'string' && /^[\w-]+$/.test(value)

function isPart(value: unknown): value is IndexPart {
  const { articles, files, index }: Fields = Object(value)
  return isCount(articles) && isCount(files) && isFolder(index)
}

const isList = <Item>(value: unknown, isItem: (item: unknown) => item is Item): value is readonly Item[] =>
  Array.isArray(value) && value.every(isItem)
