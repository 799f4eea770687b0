// An archive of made-up issues that can be changed as editors change theirs: the state is kept here, and written out.
import { rmSync } from 'node:fs'
import type { Article } from '#lib/model/article'
import { topics } from '#lib/model/topics'
import { between, even, type Random, randomFrom } from '../bench/bulletin-text'
import { type Bulletin, bulletin } from '../bench/bulletins'
import { writeBulletin } from '../bench/content-folder'

export type Archive = {
  /** Writes the issues as they are now; returns the folder. */
  readonly write: () => string
  /** Makes one random change and says which. */
  readonly change: () => string
}

/** An archive of `count` issues, cut to `length` items each, in a content folder. The same seed gives the same changes. */
export function archiveIn(folder: string, count: number, length: number, seed: number): Archive {
  const random = randomFrom(seed)
  const issues = new Map<string, Bulletin>()
  let next = count
  const put = (issue: Bulletin) => issues.set(issue.issue.id, issue)
  for (let n = 0; n < count; n++) put(cut(bulletin(n * 3), length))
  const change = () => {
    const [name, made] = even(random, changes)
    const issue = even(random, [...issues.values()])
    const after = made(issue, random)
    if (after === 'gone' && issues.size < 3) return change()
    if (after === 'new') {
      // Anywhere in time, not only at the end: every third number is taken.
      const fresh = cut(bulletin(even(random, [next * 3, between(random, 0, next) * 3 + 1])), length)
      next += 1
      put(fresh)
      return `${name} ${fresh.issue.id}`
    }
    issues.delete(issue.issue.id)
    if (after !== 'gone') put(after)
    return `${name} ${issue.issue.id}`
  }
  const write = () => {
    rmSync(folder, { recursive: true, force: true })
    for (const issue of issues.values()) writeBulletin(folder, issue)
    return folder
  }
  return { write, change }
}

const cut = ({ articles, ...rest }: Bulletin, length: number) =>
  without({ articles, ...rest }, article => article.number > length)

/** Leaves articles out of an issue, and their lines empty in its source. */
function without({ issue, articles, source }: Bulletin, isOut: (article: Article) => boolean): Bulletin {
  const lines = source.split('\n')
  for (const { from, to } of articles.filter(isOut).flatMap(article => article.lines))
    lines.fill('', from - 1, to)
  return { issue, articles: articles.filter(article => !isOut(article)), source: lines.join('\n') }
}

function withArticle(of: Bulletin, random: Random, make: (article: Article) => Article): Bulletin {
  const chosen = even(random, of.articles)
  return { ...of, articles: of.articles.map(article => (article === chosen ? make(article) : article)) }
}

type Change = (of: Bulletin, random: Random) => Bulletin | 'gone' | 'new'

const changes: readonly (readonly [string, Change])[] = [
  ['add', () => 'new'],
  ['delete an issue', () => 'gone'],
  [
    'delete an article',
    (of, random) => {
      const chosen = even(random, of.articles)
      return of.articles.length > 1 ? without(of, article => article === chosen) : of
    },
  ],
  ['edit a text', rewrite],
  [
    'another topic',
    (of, random) => withArticle(of, random, article => ({ ...article, topic: even(random, topics).name })),
  ],
  [
    'no place',
    (of, random) => withArticle(of, random, article => ({ ...article, provinces: [], cities: [] })),
  ],
  ['another date', of => ({ ...of, issue: { ...of.issue, date: '2013', dateBasis: '' } })],
  [
    'rename',
    ({ issue, articles, source }) => {
      const id = `${issue.id}x`
      const renamed = articles.map(article => ({
        ...article,
        issue: id,
        id: `${id}-${String(article.number).padStart(2, '0')}`,
      }))
      return { issue: { ...issue, id }, articles: renamed, source }
    },
  ],
]

/** One sentence more at the end of a paragraph, in the source as well. */
function rewrite(of: Bulletin, random: Random): Bulletin {
  const chosen = even(random, of.articles)
  const old = even(
    random,
    chosen.blocks.filter(({ kind }) => kind === 'paragraph'),
  ).text
  const text = `${old}会后又有${between(random, 2, 99)}人报名。`
  const edited = {
    ...chosen,
    body: chosen.body.replace(old, () => text),
    blocks: chosen.blocks.map(block => (block.text === old ? { ...block, text } : block)),
  }
  return {
    ...of,
    articles: of.articles.map(article => (article === chosen ? edited : article)),
    source: of.source.replace(old, () => text),
  }
}
