// Content while it is being edited, for `npm run dev`: what is wrong does not stop the site, its pages say what it is. An issue
// is read and proved again when one of its files has changed. Drafts are shown, and called drafts.
import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkIssue } from '../audit/check'
import { issueRule } from '../format/article-file'
import { type Content, issueNames, readIssue } from '../format/content-folder'
import { printBody } from '../format/markdown'
import { type Article, type BodyBlock, type Issue, printNumber } from '../model/article'
import { nothingPrinted } from '../model/article-fields'
import { byCodeUnit, groupBy, inPageOrder } from '../model/order'
import type { Problem } from '../model/problem'

type OneIssue = {
  readonly issue?: Issue
  readonly articles: readonly Article[]
  /** Problems of what is no issue. */
  readonly stray?: readonly Problem[]
}

const known = new Map<string, { readonly print: string; readonly issue: OneIssue }>()

let last: { readonly print: string; readonly content: Content } | undefined

/** The content of a folder as it is now; the same object as long as no file has changed. */
export function liveContent(dir: string): Content {
  const { names, problems } = issueNames(dir)
  const prints = names.map(name => `${name} ${printOf(join(/* turbopackIgnore: true */ dir, name))}`)
  const print = JSON.stringify([dir, prints, problems])
  if (last?.print === print) return last.content
  const read = names.map((name, at) => readIssueFiles(dir, name, prints[at] ?? ''))
  const strays = [...problems, ...read.flatMap(one => one.stray ?? [])]
  const stray = strays.length > 0 ? [standIn('content', 0, strays)] : []
  const issues = read.flatMap(({ issue }) => (issue ? [[issue.id, issue] as const] : []))
  const articles = [...read.flatMap(one => one.articles), ...stray].sort(inPageOrder)
  last = { print, content: { articles, issues: new Map(issues) } }
  return last.content
}

/** What the file system knows of the files of a folder: when it is the same, so are they. */
function printOf(folder: string): string {
  if (!lstatSync(folder).isDirectory()) return ''
  const names = readdirSync(folder).sort(byCodeUnit)
  return names
    .map(name => {
      const { ino, size, mtimeMs } = lstatSync(join(/* turbopackIgnore: true */ folder, name))
      return `${name} ${ino} ${size} ${mtimeMs}`
    })
    .join('\n')
}

function readIssueFiles(dir: string, id: string, print: string): OneIssue {
  const path = join(/* turbopackIgnore: true */ dir, id)
  const before = known.get(path)
  if (before?.print === print) return before.issue
  const issue = readLive(dir, id)
  known.set(path, { print, issue })
  return issue
}

/** An issue whose files may be wrong: what cannot be read has a stand-in, what is not proved says so above its text. */
function readLive(dir: string, id: string): OneIssue {
  const { problems, drafts, articles, issueFiles } = readIssue(dir, id)
  const file = issueFiles.get(id)
  if (issueRule(id)) return { articles: [], stray: problems }
  const isRead = problems.length === 0 && file !== undefined
  const proved = isRead ? checkIssue(dir, file, articles, drafts.length > 0) : { problems: [], drafts: [] }
  const all = [...problems, ...drafts, ...proved.problems, ...proved.drafts]
  const wrong = groupBy(all, problem => [numberOf(problem)])
  const shown = articles.map(article => withProblems(asReady(article), wrong.get(article.number) ?? []))
  const numbers = new Set(articles.map(({ number }) => number))
  const others = [...wrong].filter(([number]) => !numbers.has(number))
  return {
    ...(file && { issue: asPublished(file.issue) }),
    articles: [...shown, ...others.map(([number, list]) => standIn(id, number, list))],
  }
}

/** An issue that is a draft is shown as one that is not; what was withdrawn stays so. */
function asPublished({ status, ...issue }: Issue): Issue {
  return status === 'withdrawn' ? { ...issue, status } : issue
}

/** The number of the article that a problem is about, which its file or its message names; 0 for the issue. */
function numberOf({ file, message }: Problem): number {
  return Number(/(\d{2,4})\.md$/.exec(file)?.[1] ?? /(\d{2,4})\.md:\d+）/.exec(message)?.[1] ?? 0)
}

function asReady(article: Article): Article {
  return article.status === 'draft' ? { ...article, status: '', title: `草稿：${article.title}` } : article
}

const sayAll = (problems: readonly Problem[]): readonly BodyBlock[] =>
  problems.map(({ file, line, column, message }) => {
    const place = column === undefined ? `第 ${line} 行` : `第 ${line} 行第 ${column} 列`
    return { kind: 'paragraph', text: `${file} ${place}：${message}` }
  })

/** An article with its problems above its text. */
function withProblems(article: Article, problems: readonly Problem[]): Article {
  if (problems.length === 0) return article
  const blocks: readonly BodyBlock[] = [...sayAll(problems), ...article.blocks]
  return {
    ...article,
    title: `有问题：${article.title}`,
    tip: '',
    tipLabel: '',
    blocks,
    body: printBody(blocks),
  }
}

/** In the place of an article that cannot be read, or as article 00 of an issue: what is wrong, and that saving helps. */
function standIn(issue: string, number: number, problems: readonly Problem[]): Article {
  const name = printNumber(number)
  const blocks: readonly BodyBlock[] = [
    ...sayAll(problems),
    { kind: 'paragraph', text: '改好存盘，这一页就会刷新。' },
  ]
  return {
    ...{ id: `${issue}-${name}`, issue, number, kind: 'article', ...nothingPrinted },
    title: `有问题：${problems[0]?.file ?? issue}`,
    ...{ status: '', reason: '', page: '', pageTitle: '', provinces: [], topic: '', date: '', origin: 'web' },
    ...{ lines: [], corrections: [], blocks, body: printBody(blocks) },
  }
}
