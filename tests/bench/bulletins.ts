// Bulletins made up for tests and benchmarks: any number of articles, always the same ones for the same seed.
// The first thousand of ten thousand are the thousand; a further issue never changes an earlier one.
import type { Article, BodyBlock, Issue } from '#lib/model/article'
import { emptyPrint, type Print } from '../article-of'
import { kickers, titles } from './bulletin-clauses'
import {
  between,
  even,
  fill,
  paragraph,
  type Random,
  randomFrom,
  type Story,
  sentence,
  tellStory,
  weighted,
  writeBody,
  zipf,
} from './bulletin-text'
import * as lexicon from './bulletin-words'

export type Bulletin = {
  readonly issue: Issue
  readonly articles: readonly Article[]
  /** source.txt of the issue: the lines that the articles' `lines` speak of. */
  readonly source: string
}

function whereAndWhat({ random, province, town, topic }: Story) {
  const second = weighted(random, lexicon.provinceWeights)
  const both = random() < 0.04 && second !== province
  const nowhere = random() < 0.03
  return {
    provinces: nowhere ? [] : both ? [province, second] : [province],
    cities: nowhere || town === province ? [] : [town],
    topic: random() < 0.05 ? ('' as const) : topic,
  }
}

const printed = (blocks: readonly BodyBlock[]) => ({
  blocks,
  body: blocks.map(({ kind, text }) => (kind === 'subheading' ? `## ${text}` : text)).join('\n\n'),
})

function writeArticle(random: Random): Print {
  const story = tellStory(random)
  const [first = '', second = ''] = story.people
  const authors = random() < 0.5 || first === second ? [first] : [first, second]
  const tipped = random() < 0.12
  const bylined = tipped || random() < 0.1
  const dateline = bylined ? '' : `本报讯（记者${authors.join(' ')}）`
  const slogan = zipf(random, lexicon.slogans)
  return {
    ...emptyPrint,
    kind: 'article',
    title: random() < 0.08 ? slogan : fill(even(random, titles), story),
    kicker: random() < 0.8 ? fill(zipf(random, kickers), story) : '',
    subtitle: random() < 0.15 ? fill('{org}{act}', story) : '',
    column: random() < 0.1 ? even(random, lexicon.columns) : '',
    ...(tipped ? { tipLabel: '阅读提示', tip: sentence(story) + sentence(story) } : {}),
    ...(bylined ? { byline: `本报记者 ${authors.join(' ')}` } : {}),
    authors,
    ...whereAndWhat(story),
    ...printed(writeBody(story, dateline, between(random, 900, 2500))),
  }
}

function writePhoto(random: Random): Print {
  const story = tellStory(random)
  const [first = ''] = story.people
  return {
    ...emptyPrint,
    kind: 'photo',
    title: fill('{n}{v}{n} {a}{n}', story),
    byline: `本报通讯员 ${first} 摄`,
    photographers: [first],
    ...whereAndWhat(story),
    ...printed([{ kind: 'paragraph', text: paragraph(story) }]),
  }
}

/** The lines of the dump that an item was made of, in the order of the page. */
function sourceLines(item: Print): readonly string[] {
  const texts = item.blocks.map(({ text }) => text)
  const head = [item.kicker, item.title, item.subtitle, item.column, item.tipLabel, item.tip]
  return [...head, ...texts, item.byline].filter(Boolean)
}

/** With an issue every four days 100,000 articles would end in 2123, and content may not be dated after 2100. */
const daily = 5000

/** One every four days from 3 January 2014 on, later one a day. */
export const dayOf = (n: number) =>
  new Date(Date.UTC(2014, 0, 3 + n + 3 * Math.min(n, daily))).toISOString().slice(0, 10)

/** The issue number n (from 0), with its eight to twelve items. */
export function bulletin(n: number, seed = 1): Bulletin {
  const random = randomFrom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b))
  const day = dayOf(n)
  const id = `gh${day.replaceAll('-', '')}`
  const source: string[] = []
  const articles = Array.from({ length: between(random, 8, 12) }, (_, place): Article => {
    const item = random() < 0.08 ? writePhoto(random) : writeArticle(random)
    const from = source.length + 1
    source.push(...sourceLines(item).flatMap(line => [line, '']))
    const number = place + 1
    const lines = [{ from, to: source.length - 1 }]
    return { id: `${id}-${String(number).padStart(2, '0')}`, issue: id, number, lines, ...item }
  })
  return { issue: describeIssue(id, day, n), articles, source: source.join('\n') }
}

/** Most issues have a day, some a month that was inferred, a few none: all that lists must be able to order. */
function describeIssue(id: string, day: string, n: number): Issue {
  const title = `工会简报 ${id.slice(2)}`
  if (n % 29 === 28) return { id, title, date: '', dateBasis: '', publication: '' }
  if (n % 13 === 12)
    return { id, title, date: day.slice(0, 7), dateBasis: '图片说明里的月份', publication: '' }
  return { id, title, date: day, dateBasis: '', publication: '' }
}

/** As many issues as it takes for `count` articles, one after the other; the last one is cut short. */
export function* bulletins(count: number, seed = 1): Generator<Bulletin> {
  let left = count
  for (let n = 0; left > 0; n++) {
    const whole = bulletin(n, seed)
    const articles = whole.articles.slice(0, left)
    const lastLine = articles.at(-1)?.lines.at(-1)?.to ?? 0
    const source = `${whole.source.split('\n').slice(0, lastLine).join('\n')}\n`
    yield { ...whole, articles, source }
    left -= articles.length
  }
}

/** All of them at once. */
export function bulletinsAtOnce(count: number, seed = 1) {
  const all = [...bulletins(count, seed)]
  return { articles: all.flatMap(({ articles }) => articles), issues: all.map(({ issue }) => issue) }
}
