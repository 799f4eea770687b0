// What a desk works on, kept while its server runs.
import { type PageReader, rememberingReader } from '../issues/page-reader'
import type { PagePlaces } from './page-picture'
import type { IssueRow } from './wire'

export type Desk = {
  /** The content folder. */
  readonly out: string
  /** Where what can be done again is kept; nothing of it is content. */
  readonly cache: string
  readonly reader: PageReader
  /** Versions of folders that are what this importer writes. */
  readonly current: Set<string>
  /** Which readings of a doubt an item was found to bear. */
  readonly trials: Map<string, boolean>
  /** Where the lines of issues stand on their pages, with the stamp of the record that they were read from. */
  readonly pages: Map<string, { readonly stamp: string; readonly places: PagePlaces }>
  /** Rows of the list of issues, by issue, with the stamp of the folder that they were made from. */
  readonly rows: Map<string, { readonly stamp: string; readonly row: IssueRow }>
}

/** A desk for a content folder. */
export const openDesk = (out: string, cache: string): Desk => ({
  ...{ out, cache },
  reader: rememberingReader(),
  current: new Set(),
  trials: new Map(),
  pages: new Map(),
  rows: new Map(),
})
