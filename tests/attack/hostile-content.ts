// A content folder made of attacks, through the doors that a bulletin comes in by: Markdown typed by hand, bodies and
// fields as our own printer writes them. What the gate refuses is counted; what it lets in is built and opened.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArticle, printArticle } from '#lib/format/article-file'
import { printIssue } from '#lib/format/issue-file'
import { blocks, printBody } from '#lib/format/markdown'
import type { Article } from '#lib/model/article'
import { searchedFields } from '#lib/model/article-fields'
import { articleOf } from '../article-of'
import type { Attack } from './corpus'

const fields = searchedFields // every free text; a tipLabel cannot stand without its tip
/** So many attacks in each list: few articles, and few cities, each of which has a page of its own, or the build takes long. */
const lists = { authors: 14, photographers: 14, cities: 1 } as const
const slots = [
  ...fields,
  ...Object.entries(lists).flatMap(([list, count]) => new Array<string>(count).fill(list)),
]

/** Several regions and topics, so that no list is longer than lists are. */
const places = [
  { provinces: ['山西'], topic: '民主管理' },
  { provinces: ['江苏', '福建'], topic: '' },
  { provinces: [], topic: '女职工' },
] as const

export type Hostile = {
  /** Numbers of the attacks that each door let in. */
  readonly markdown: ReadonlySet<number>
  readonly text: ReadonlySet<number>
  readonly fields: ReadonlySet<number>
  readonly articles: number
}

/** Whether the gate lets an article in, read back from its own printing. */
function passes(article: Partial<Article>): boolean {
  try {
    return !Array.isArray(parseArticle(printArticle(articleOf({ id: 'x-01', issue: 'x', ...article })), 'x'))
  } catch {
    return false
  }
}

/** The body as the importer would print that text: every letter of it escaped as far as needed. */
function bodyOf(text: string): string | undefined {
  try {
    const body = printBody([{ kind: 'paragraph', text: text.replace(/\s*\n\s*/g, ' ').trim() }])
    blocks(body)
    return passes({ body }) ? body : undefined
  } catch {
    return undefined
  }
}

/** Writes the folder: issue `text` with printed bodies and fields, issue `typed` with Markdown as it stands. */
export function writeHostileContent(folder: string, all: readonly Attack[]): Hostile {
  const bodies = new Map(all.flatMap(({ number, text }) => [[number, bodyOf(text)] as const]))
  const text = all.filter(({ number }) => bodies.get(number) !== undefined)
  const inFields = all.filter(attack => passes({ title: attack.text }))
  const typed = all.filter(attack => passes({ body: attack.text }))
  const headings = group(inFields, slots.length)
  const paragraphs = group(text, Math.ceil(text.length / headings.length))
  const articles = headings.map((attacks, i) => ({
    ...withFields(attacks),
    body: (paragraphs[i] ?? []).map(({ number }) => bodies.get(number)).join('\n\n') || '正文。',
  }))
  writeIssue(folder, 'text', articles)
  // Several to an article where they do not change each other's reading.
  const together = group(typed, 6).map(list => list.map(attack => attack.text).join('\n\n'))
  const alone = typed.map(attack => attack.text)
  const typedBodies = together.every(body => passes({ body })) ? together : alone
  writeIssue(
    folder,
    'typed',
    typedBodies.map(body => ({ title: '标题', body })),
  )
  const numbers = (list: readonly Attack[]) => new Set(list.map(({ number }) => number))
  return {
    markdown: numbers(typed),
    text: numbers(text),
    fields: numbers(inFields),
    articles: articles.length + typedBodies.length,
  }
}

function withFields(attacks: readonly Attack[]): Partial<Article> {
  const inSlot = (slot: string) => attacks.filter((_, at) => slots[at] === slot).map(({ text }) => text)
  const one = Object.fromEntries(fields.map(field => [field, inSlot(field)[0] ?? '']))
  const many = Object.fromEntries(Object.keys(lists).map(list => [list, inSlot(list)]))
  return { ...one, ...many, tipLabel: one.tip ? '阅读提示' : '' }
}

function writeIssue(folder: string, id: string, articles: readonly Partial<Article>[]): void {
  const home = join(folder, id)
  mkdirSync(home, { recursive: true })
  const issue = {
    id,
    title: '"></title><script>alert(0)</script>',
    date: '2024-11',
    dateBasis: '<b>',
    publication: '',
  }
  writeFileSync(join(home, 'issue.md'), printIssue({ issue, imported: new Map(), leftOut: [], doubts: '' }))
  articles.forEach((article, i) => {
    const number = String(i + 1).padStart(2, '0')
    const place = places[i % places.length] ?? places[0]
    const whole = articleOf({ ...place, ...article, id: `${id}-${number}`, issue: id, number: i + 1 })
    writeFileSync(join(home, `${number}.md`), printArticle(whole))
  })
}

function group<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) =>
    items.slice(i * size, (i + 1) * size),
  )
}
