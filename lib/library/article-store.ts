// Content as a build keeps it between its stages and for the next build: checked and parsed once, then only looked up.
// The index holds all but the texts; a text is read when a page asks for it, so that memory holds facts of all articles and texts of few.
// turbopackIgnore: else Next takes such a path for every file of the project (lib/decisions/0035-file-tracing.md).
import { closeSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import type { Content } from '../format/content-folder'
import { rememberRendered, renderBody } from '../format/markdown'
import { type Article, characterCount, type Issue } from '../model/article'
import { type Card, cardOf } from './card'
import { readSealed, sha256 } from './checked-file'

type Text = Pick<Article, 'body' | 'blocks'>

/** What a build asks of every article each time, so that it need not read every text for it. */
export type Facts = {
  /** Checksum of the whole article. */
  readonly sum: string
  readonly card: Card
  /** As `characterCount` counts them. */
  readonly characters: number
}

/** An article without its text, what is known of it, and where in the file of texts of its issue the text stands, in bytes. */
export type KeptArticle = Facts & {
  readonly article: Omit<Article, keyof Text>
  readonly at: number
  readonly size: number
}

export type KeptIssue = {
  readonly issue: Issue
  /** Checksum of all that the issue was read from; and its names, sizes and times, which say without reading that it is the same. */
  readonly source: string
  readonly seen: string
  /** Name of the files of its texts, one JSON a line, and of its entries; and the checksum of both. */
  readonly texts: string
  readonly seal: string
  readonly articles: readonly KeptArticle[]
}

/** The index of a store; `code`: checksum of the code that wrote it. */
export type StoreIndex = { readonly code: string; readonly issues: readonly KeptIssue[] }

/** Parameters of the pages to export, by route; a route that is not named is exported whole. */
export type ExportPlan = Readonly<Record<string, readonly string[]>>

export const storeFiles = {
  index: (store: string) => join(store, 'index'),
  texts: (store: string, name: string) => join(store, 'texts', name),
  /** The lines of an issue in the list of all articles, under the name of its texts. */
  entries: (store: string, name: string) => join(store, 'entries', name),
  plan: (store: string) => join(store, 'plan'),
} as const

/** Reads the index of a store; undefined when there is none or it is damaged. */
export function readIndex(store: string): StoreIndex | undefined {
  // Sealed, and the seal names the code that wrote it: the shape is what that code says.
  return readSealed(storeFiles.index(store)) as StoreIndex | undefined
}

/** The lines of all articles for the list of all of them, issue by issue, as they were written when the issues were read. */
export function keptEntries(store: string): readonly string[] {
  const issues = readIndex(store)?.issues ?? []
  return issues
    .map(({ texts }) => readFileSync(/* turbopackIgnore: true */ storeFiles.entries(store, texts), 'utf8'))
    .filter(Boolean)
}

/** The content in a store. Throws when the store is not there. */
export function openStore(store: string): Content {
  const index = readIndex(store)
  if (!index) throw new Error(`no content kept in ${store}`)
  return contentOf(store, index.issues)
}

export function contentOf(store: string, kept: readonly KeptIssue[]): Content {
  const articles = kept.flatMap(({ texts, articles: list }) =>
    list.map(kept => withText(kept, storeFiles.texts(store, texts))),
  )
  return { articles, issues: new Map(kept.map(({ issue }) => [issue.id, issue])) }
}

/** Texts that were read last: a page asks for the same ones several times. */
const lately = new Map<string, Text>()
const remembered = 64

/** Of the articles that came from a store: what is known of them, and where their texts stand. */
const facts = new WeakMap<Article, Facts>()
const places = new WeakMap<Article, { readonly file: string; readonly at: number; readonly size: number }>()

/** What is known of an article; reckoned from its text where no build has kept it. */
export function factsOf(article: Article, issue: Issue | undefined): Facts {
  const known = facts.get(article) ?? {
    sum: sha256(JSON.stringify(article)).slice(0, 32),
    card: cardOf(article, issue),
    characters: characterCount(article),
  }
  facts.set(article, known)
  return known
}

/** What an article from a store inherits: its text is read when it is asked for. Functions of its own would take as much memory as all else of it. */
const fromStore: Text & ThisType<Article> = {
  get body() {
    return textOf(this).body
  },
  get blocks() {
    return textOf(this).blocks
  },
}

function withText({ article: plain, at, size, ...known }: KeptArticle, file: string): Article {
  const article: Article = Object.assign(Object.create(fromStore), plain)
  facts.set(article, known)
  places.set(article, { file, at, size })
  return article
}

function textOf(article: Article): Text {
  const place = places.get(article)
  if (!place) throw new Error(`${article.id} is not from a store`)
  const text = lately.get(article.id) ?? readText(place.file, place.at, place.size)
  lately.delete(article.id)
  lately.set(article.id, text)
  if (lately.size > remembered) lately.delete(lately.keys().next().value ?? '')
  return text
}

/** An article's line in the file of texts of its issue: its text, and the HTML of it. */
export const textLine = ({ body, blocks }: Article): string =>
  `${JSON.stringify({ body, blocks, html: renderBody(body) })}\n`

function readText(file: string, at: number, size: number): Text {
  const bytes = Buffer.alloc(size)
  const open = openSync(file, 'r')
  try {
    if (readSync(open, bytes, 0, size, at) !== size) throw new Error(`${file} is shorter than its index says`)
  } finally {
    closeSync(open)
  }
  // Sealed as the index is: the shape is what textLine wrote.
  const { html, ...text } = JSON.parse(bytes.toString('utf8')) as Text & { readonly html: string }
  rememberRendered(text.body, html)
  return text
}

let plan: ExportPlan | undefined

/**
 * Which pages of a route are to be exported: `all`, unless a build that knows better says otherwise (CONTENT_STORE).
 * `nameOf`: how the build names a page. Next refuses a route without a page, so a route is never left without one.
 */
export function toExport<Page>(
  route: string,
  all: readonly Page[],
  nameOf: (page: Page) => string = String,
): Page[] {
  const store = process.env.CONTENT_STORE
  if (!store) return [...all]
  plan ??= (readSealed(storeFiles.plan(store)) ?? {}) as ExportPlan
  const planned = plan[route] && new Set(plan[route])
  return planned ? all.filter(page => planned.has(nameOf(page))) : [...all]
}
