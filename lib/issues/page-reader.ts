// The files of a page read, proved and judged; remembered, since an editor's next decision is about the same page.
import type { Fault } from '../format/characters'
import { pageFaults } from '../import/edition/refusals'
import { shortHash } from '../import/edition/reimport'
import type { ImportedPage } from '../import/pipeline/import-page'
import type { Problem } from '../model/problem'
import { openSource } from './open-source'
import { readProved } from './read-proved'
import type { GivenFile, Source } from './source'

export type ReadPage = {
  readonly page: Source
  readonly read: ImportedPage
  /** What can be read in no way, at its lines. */
  readonly unread: readonly Problem[]
  /** What makes the page as a whole unlike a page; an editor may allow some of it. */
  readonly faults: readonly Fault[]
}

/** Reads the files of an issue; problems, all at once, when one of them cannot be opened. `file` goes into messages. */
export type PageReader = (
  parts: readonly GivenFile[],
  issue: string,
  file: string,
) => ReadPage | readonly Problem[]

/** Reads them each time anew. */
export const readPageAnew: PageReader = (parts, issue, file) => {
  const page = openSource(parts)
  if (Array.isArray(page)) return page
  const { read, faults: unread } = readProved(page, issue, file)
  return { page, read, unread, faults: pageFaults(page.text, read.articles) }
}

const picturesOf = ({ pictures = new Map() }: GivenFile) =>
  [...pictures].flatMap(([name, bytes]) => [name, shortHash(bytes)])

/** How many pages a reader remembers: those that an editor goes to and fro between. */
const remembered = 8

/** A reader that reads the same bytes of the same issue once. What it gives is plain data that nobody changes. */
export function rememberingReader(): PageReader {
  const known = new Map<string, ReadPage>()
  return (parts, issue, file) => {
    const key = [
      ...[issue, file],
      ...parts.flatMap(part => [part.file, shortHash(part.bytes), ...picturesOf(part)]),
    ].join(' ')
    const found = known.get(key)
    const read = found ?? readPageAnew(parts, issue, file)
    if (!('page' in read)) return read
    known.delete(key)
    known.set(key, read)
    const [oldest] = known.keys()
    if (known.size > remembered && oldest !== undefined) known.delete(oldest)
    return read
  }
}
