// An archive in which every field of an article, and of an issue, can be changed by itself: each on an article in a province of
// its own, so that a list that shows a field is not made again for another reason.
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, Issue } from '#lib/model/article'
import {
  type FieldName,
  fieldNames,
  type ListField,
  listFields,
  type TextField,
  textFields,
} from '#lib/model/article-fields'
import { provinces } from '#lib/model/provinces'
import { topics } from '#lib/model/topics'
import { type Bulletin, bulletin } from '../bench/bulletins'
import { writeBulletin } from '../bench/content-folder'
import { plainPicture, plainPng } from '../photographs'

/** Fields that are one with the address of an article: a renamed issue changes them. */
type Address = 'id' | 'issue' | 'number'
type Edit = (article: Article) => Partial<Article>

const longer: Edit = ({ body, blocks }) => ({
  body: `${body}\n\n又及：会后报名。`,
  blocks: [...blocks, { kind: 'paragraph', text: '又及：会后报名。' }],
})

/** How a field is changed that is neither a free text nor a list of them. A new field that is missing here does not compile. */
const edits: Readonly<Record<Exclude<FieldName, Address | TextField | ListField>, Edit>> = {
  kind: () => ({ kind: 'photo' }),
  status: () => ({ status: 'withdrawn', reason: '写错了' }),
  reason: () => ({ status: 'withdrawn', reason: '又写错了' }),
  page: () => ({ page: 'A2' }),
  pageTitle: () => ({ pageTitle: '改过的版名' }),
  provinces: () => ({ provinces: ['青海'] }),
  topic: ({ topic }) => ({ topic: topics.find(({ name }) => name !== topic)?.name ?? '' }),
  date: () => ({ date: '2015-03' }),
  origin: () => ({ origin: 'web' }),
  // The same lines in two ranges.
  lines: ({ lines }) => ({
    lines: lines.flatMap(({ from, to }) => [
      { from, to: from },
      { from: from + 1, to },
    ]),
  }),
  pictures: ({ number }) => ({
    pictures: [{ ...plainPicture, file: `${String(number).padStart(2, '0')}.png`, alt: '会场' }],
  }),
  corrections: () => ({ corrections: [{ source: '会後', print: '会后', why: '通行字形' }] }),
  body: longer,
  blocks: longer,
}

const addresses: readonly string[] = ['id', 'issue', 'number'] satisfies readonly Address[]

/** What takes an article out of all lists: changed with the facts of issues, so that it makes no other page again beside a field. */
const taking: readonly FieldName[] = ['status', 'reason']

/** The fields that are changed, each on the article of its place; `lines` on one that has a source. */
const changedFields = fieldNames.filter(
  name => !addresses.includes(name) && name !== 'lines' && !taking.includes(name),
)

function edit(article: Article, name: FieldName): Article {
  if (textFields.some(text => text === name)) return { ...article, [name]: `改过的${name}` }
  if (listFields.some(list => list === name)) return { ...article, [name]: ['改过的名'] }
  return { ...article, ...(edits as Readonly<Record<string, Edit>>)[name]?.(article) }
}

const issueEdits: Readonly<Record<keyof Omit<Issue, 'id'>, (issue: Issue) => Partial<Issue>>> = {
  title: () => ({ title: '改过的刊名' }),
  date: () => ({ date: '2013-05-06' }),
  dateBasis: () => ({ dateBasis: '内文里的日子' }),
  publication: () => ({ publication: '改过的报' }),
  order: () => ({ order: [3, 1] }),
  lead: () => ({ lead: 2 }),
  status: () => ({ status: 'withdrawn', reason: '整期写错了' }),
  reason: () => ({ status: 'draft' }),
}

/** Each free text of its own, each list with one name. */
const filled = Object.fromEntries([
  ...textFields.map(name => [name, `原来的${name}`]),
  ...listFields.map(name => [name, ['原来的名']]),
])

/** The province of all articles whose fields do not change. */
export const crowded = lastOf(provinces)

function lastOf<Item>(list: readonly Item[]): Item {
  const last = list.at(-1)
  if (last === undefined) throw new Error('an empty list')
  return last
}

/** Eighty-four articles: those whose fields change are each in a province of its own, the others share the last one, which so has pages. */
function setByHand(): readonly Bulletin[] {
  let place = 0
  return Array.from({ length: 7 }, (_, n): Bulletin => {
    const { issue, articles } = bulletin(n)
    const twelve = Array.from({ length: 12 }, (_, at): Article => {
      const number = at + 1
      const id = `${issue.id}-${String(number).padStart(2, '0')}`
      const given = articles[at % articles.length]
      const province = place < changedFields.length ? provinces[place] : crowded
      place += 1
      if (!given || !province) throw new Error('nothing to make an article of')
      // Without a source any field may be changed.
      return { ...given, ...filled, id, number, kind: 'article', provinces: [province.name], lines: [] }
    })
    return { issue, articles: twelve, source: '' }
  })
}

export type FieldArchive = {
  readonly write: () => void
  /** Changes every field of an article, each on another one. */
  readonly changeArticles: () => void
  /** Changes every field of an issue, each on another one. */
  readonly changeIssues: () => void
}

/** Such an archive in a content folder. */
export function fieldArchive(folder: string): FieldArchive {
  let issues = [...setByHand(), bulletin(7)]
  let written = 0
  return {
    write: () => {
      written += 1
      rmSync(folder, { recursive: true, force: true })
      for (const issue of issues) {
        writeBulletin(folder, issue)
        // Another picture under the same name each time.
        for (const { file } of issue.articles.flatMap(({ pictures }) => pictures))
          writeFileSync(join(folder, issue.issue.id, file), plainPng(60, 40 + written))
        if (issue.source === '') rmSync(join(folder, issue.issue.id, 'source.txt'))
      }
    },
    changeArticles: () => {
      let place = 0
      issues = issues.map(({ articles, ...rest }) => ({
        ...rest,
        articles: articles.map(article => {
          const name = changedFields[place++]
          if (name) return edit(article, name)
          return article.lines.length > 0 && article.number === 1 ? edit(article, 'lines') : article
        }),
      }))
    },
    changeIssues: () => {
      const all = Object.values(issueEdits)
      issues = issues.map((each, at) => ({
        issue: { ...each.issue, ...all[at]?.(each.issue) },
        source: each.source,
        // Of the first issue, which stays published: one article of each kind that is not.
        articles: each.articles.map((article, place) => {
          const name = at === 0 ? taking[place] : undefined
          return name ? edit(article, name) : article
        }),
      }))
    },
  }
}
