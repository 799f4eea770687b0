// Search: words in, articles out, in their order; what is listed was confirmed in its text.
import type { Candidates, Filter } from './look-up'
import { indexPath, type Manifest, textPlace } from './manifest'
import { hasWord, rowsOf, type Word } from './query'
import { fieldsBesideTitle, parseRecords, type TextRecord } from './text-record'
import { variantsOf } from './variants'

/** Reads a file of the index by its path below the root of the site: as it is, and unzipped as text. */
export type FileReader = {
  readonly bytes: (path: string) => Promise<Uint8Array>
  readonly text: (path: string) => Promise<string>
}

/** How many articles match; not exact = about as many, since not all texts were read. */
export type Count = { readonly count: number; readonly exact: boolean }

export type Results = {
  /** Numbers of the articles from place `from` to place `to` - 1: hits in titles ahead, then newest first. */
  readonly articles: (from: number, to: number) => Promise<readonly number[]>
  /** How many there are, as far as is known; only ever gets better. */
  readonly count: () => Count
}

export type Search = {
  /** What matches at least one word, all of them. For a hit in the title every word must be there. */
  readonly find: (words: readonly Word[], filter: Filter) => Promise<Results>
  readonly record: (article: number) => Promise<TextRecord>
}

/** Opens the index that a manifest describes. Every file is read once. */
export function openSearch(manifest: Manifest, files: FileReader): Search {
  const texts = remember(async (path: string) => parseRecords(await files.text(path)))
  const record = async (article: number) => {
    const { path, at } = textPlace(manifest, article)
    const found = (await texts(path))[at]
    if (!found) throw new Error(`no article ${at} in ${path}`)
    return found
  }
  const finding = findCandidates(manifest, remember(files.bytes))
  finding.catch(() => {}) // thrown where it is used
  const find: Search['find'] = async (words, filter) =>
    new Confirmation(await (await finding)(words, filter), async article =>
      judge(await record(article), words, filter),
    )
  return { find, record }
}

type FindCandidates = (words: readonly Word[], filter: Filter) => Promise<Candidates>

/** The code that reads an index is loaded with one: a small site has only texts, each of which may match. */
async function findCandidates(manifest: Manifest, bytes: FileReader['bytes']): Promise<FindCandidates> {
  if (manifest.parts.length > 0) {
    const { lookUp } = await import('./look-up')
    return lookUp(manifest, ({ index }, file) => bytes(indexPath(index, file)))
  }
  const all = Array.from({ length: manifest.articles }, (_, d) => d)
  const everything = { titles: all, articles: all }
  return async () => ({ ...everything, certain: false, narrow: async () => everything })
}

function remember<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const known = new Map<Key, Promise<Value>>()
  return key => {
    const value = known.get(key) ?? read(key)
    known.set(key, value)
    value.catch(() => known.delete(key)) // a failed download may be tried again
    return value
  }
}

type Verdict = 'title' | 'text' | 'none'

/** So few doubtful candidates are all read, so that their count is exact. */
const allRead = 24

/** Candidates in the order of results, read as far as it takes to be certain of those that are asked for. */
class Confirmation implements Results {
  private candidates: Pick<Candidates, 'titles' | 'articles'>
  private readonly verdicts = new Map<number, Verdict>()
  private isNarrow = false

  constructor(
    private readonly found: Candidates,
    private readonly read: (article: number) => Promise<Verdict>,
  ) {
    this.candidates = found
  }

  async articles(from: number, to: number): Promise<readonly number[]> {
    const { articles } = this.candidates
    if (!this.found.certain && articles.length <= allRead) await this.readAll(articles)
    // Where the index is certain only what is shown is read, else what may move it too; more ahead, the more was rejected.
    const start = this.found.certain ? from : 0
    while (this.unread(start, to).length > 0) {
      await this.readAll(this.unread(start, this.found.certain ? to : to + this.rejected))
      if (this.rejected > 0) await this.narrow()
    }
    return this.order().slice(from, to)
  }

  count(): Count {
    const { articles } = this.candidates
    const isRead = articles.every(article => this.verdicts.has(article))
    return { count: this.order().length, exact: isRead || (this.found.certain && this.rejected === 0) }
  }

  /** Hits in titles ahead, then the others; without what was rejected. An article not read yet is where it is likely to be. */
  private order(): readonly number[] {
    const verdict = (article: number, likely: Verdict) => this.verdicts.get(article) ?? likely
    const ahead = this.candidates.titles.filter(article => verdict(article, 'title') === 'title')
    const isAhead = new Set(ahead)
    const rest = this.candidates.articles.filter(
      article => !isAhead.has(article) && verdict(article, 'text') !== 'none',
    )
    return [...ahead, ...rest]
  }

  private unread(from: number, to: number): readonly number[] {
    return this.order()
      .slice(from, to)
      .filter(article => !this.verdicts.has(article))
  }

  private get rejected(): number {
    return [...this.verdicts.values()].filter(verdict => verdict === 'none').length
  }

  private async readAll(articles: readonly number[]): Promise<void> {
    const read = async (article: number) => this.verdicts.set(article, await this.read(article))
    await Promise.all(articles.filter(article => !this.verdicts.has(article)).map(read))
  }

  /** Asks the index for more of the words, once. */
  private async narrow(): Promise<void> {
    if (this.isNarrow) return
    this.isNarrow = true
    this.candidates = await this.found.narrow()
  }
}

/** Whether an article matches, read from its text: the index only says where to look. */
function judge(text: TextRecord, words: readonly Word[], { region, topic }: Filter): Verdict {
  if (region && !text.regions.includes(region)) return 'none'
  if (topic && text.subject !== topic) return 'none'
  const variants = variantsOf(text.variants)
  const title = rowsOf(text.title, variants)
  if (words.every(word => hasWord(title, word))) return 'title'
  const fields = [title, ...fieldsBesideTitle(text).map(field => rowsOf(field, variants))]
  return words.every(word => fields.some(field => hasWord(field, word))) ? 'text' : 'none'
}
