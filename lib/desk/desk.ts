// What a desk works on, kept while its server runs.
import { type PageReader, rememberingReader } from '../issues/page-reader'
import type { Published } from './published'
import type { IssueQueue, IssueRow, LinePlace, SheetView } from './wire'

/** Pages of an issue's PDFs, and the places of its lines; empty where it has none. */
export type PagePlaces = {
  readonly sheets: readonly SheetView[]
  readonly places: ReadonlyMap<number, LinePlace>
}

export type Desk = {
  /** The content folder. */
  readonly out: string
  /** The folder of this machine that the site is published into; '' for none. */
  readonly folder: string
  /** Where what can be done again is kept; nothing of it is content. */
  readonly cache: string
  readonly reader: PageReader
  /** Versions of folders that are what this importer writes. */
  readonly current: Set<string>
  /** Which readings of a doubt an item was found to bear. */
  readonly trials: Map<string, boolean>
  /** Where the lines of issues stand on their pages, with the stamp of the record that they were read from. */
  readonly pages: Map<string, { readonly stamp: string; readonly places: PagePlaces }>
  /** What is published there, as it was last read. */
  published: Published | undefined
  /** Doubts of issues that need eyes, with the stamp of the folder that they were read from. */
  readonly queues: Map<string, { readonly stamp: string; readonly queue: IssueQueue }>
  /** Rows of the list of issues, by issue, with the stamp of the folder that they were made from. */
  readonly rows: Map<string, { readonly stamp: string; readonly row: IssueRow }>
}

/** A desk for a content folder. */
export const openDesk = (out: string, cache: string, folder = ''): Desk => ({
  ...{ out, cache, folder },
  published: undefined,
  reader: rememberingReader(),
  current: new Set(),
  trials: new Map(),
  pages: new Map(),
  queues: new Map(),
  rows: new Map(),
})
