// Checked content as a build keeps it for Next's processes and for the next build. An index holds everything but the texts; a text
// is read when it is asked for, so that memory holds the summaries of all articles and the texts of few.
// turbopackIgnore: without it Next takes such a path for every file of the project (lib/decisions/0035-file-tracing.md).
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { rememberRendered, renderBody } from '../format/markdown'
import type { Article, Issue } from '../model/article'
import { readChecked } from '../model/checked-file'
import type { ContentSource } from './library'
import type { Summary } from './summary'

type Text = Pick<Article, 'body' | 'blocks'>

/** A summary, and where in the file of texts of its issue the text is, in bytes. */
export type StoredArticle = { readonly summary: Summary; readonly at: number; readonly size: number }

export type StoredIssue = {
  readonly issue: Issue
  /** Checksum of all that the issue was read from. */
  readonly source: string
  /** Checksum of the names, sizes and times of its files: when it is the same, so are they. */
  readonly fingerprint: string
  /** Name of the files of its texts, one JSON a line, and of its lines in articles.json. */
  readonly texts: string
  /** Checksum of both files. */
  readonly checksum: string
  readonly articles: readonly StoredArticle[]
}

/** The index of a store; `toolchain`: checksum of the code that wrote it. */
type StoreIndex = { readonly toolchain: string; readonly issues: readonly StoredIssue[] }

export const storeFiles = {
  index: (store: string) => join(store, 'index'),
  /** The index that the published site was made of. */
  published: (store: string) => join(store, 'published'),
  texts: (store: string, name: string) => join(store, 'texts', name),
  entries: (store: string, name: string) => join(store, 'entries', name),
} as const

/** Reads an index of a store; undefined when there is none or it is damaged. */
export function readIndex(file: string): StoreIndex | undefined {
  // Checked, and it names the toolchain that wrote it: the shape is what that code says.
  return readChecked(file) as StoreIndex | undefined
}

/** The lines of all articles in articles.json, issue by issue, as they were written when the issues were read. */
export function storedEntries(store: string): readonly string[] {
  const issues = readIndex(storeFiles.index(store))?.issues ?? []
  return issues
    .map(({ texts }) => readFileSync(/* turbopackIgnore: true */ storeFiles.entries(store, texts), 'utf8'))
    .filter(Boolean)
}

/** The content in a store. Throws when it is not there. */
export function openStore(store: string): ContentSource {
  const index = readIndex(storeFiles.index(store))
  if (!index) throw new Error(`no content in ${store}`)
  return contentOf(store, index)
}

/** The content that the published site was made of; undefined when that is not known. */
export function openPublished(store: string): ContentSource | undefined {
  const index = readIndex(storeFiles.published(store))
  return index && contentOf(store, index)
}

function contentOf(store: string, { issues }: StoreIndex): ContentSource {
  const places = new Map<string, Place>()
  for (const { texts, articles } of issues)
    for (const { summary, at, size } of articles)
      places.set(summary.id, { file: storeFiles.texts(store, texts), at, size })
  return {
    articles: issues.flatMap(({ articles }) => articles.map(({ summary }) => summary)),
    issues: new Map(issues.flatMap(({ issue }) => (issue.status === 'draft' ? [] : [[issue.id, issue]]))),
    read: readerOf(places),
  }
}

type Place = { readonly file: string; readonly at: number; readonly size: number }

/** So many texts are remembered: a page asks for the same ones several times. */
const remembered = 64

/** Reads the texts of articles, and remembers the HTML of each for renderBody. Throws on an article that has no place. */
function readerOf(places: ReadonlyMap<string, Place>): ContentSource['read'] {
  const lately = new Map<string, Text>()
  return ({ checksum: _checksum, card: _card, characters: _characters, ...facts }) => {
    const place = places.get(facts.id)
    if (!place) throw new Error(`${facts.id} is not in the store`)
    const text = lately.get(facts.id) ?? readText(place)
    lately.delete(facts.id)
    lately.set(facts.id, text)
    if (lately.size > remembered) lately.delete(lately.keys().next().value ?? '')
    return { ...facts, ...text }
  }
}

/** An article's line in the file of texts of its issue: its text, and the HTML of it. */
export const textLine = ({ body, blocks }: Article): string =>
  `${JSON.stringify({ body, blocks, html: renderBody(body) })}\n`

function readText({ file, at, size }: Place): Text {
  const bytes = Buffer.alloc(size)
  const open = openSync(file, 'r')
  try {
    if (readSync(open, bytes, 0, size, at) !== size) throw new Error(`${file} is shorter than its index says`)
  } finally {
    closeSync(open)
  }
  // Checked as the index is: the shape is what textLine wrote.
  const { html, ...text } = JSON.parse(bytes.toString('utf8')) as Text & { readonly html: string }
  rememberRendered(text.body, html)
  return text
}
