// npm run check [-- ISSUE | FOLDER] [--list] [--watch]: reads content, proves it against its sources, and says so. Exit 0 or 1.
import { existsSync, watch } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type AuditedIssue, checkContent } from '../audit/check'
import { listChanges, reportIssue } from '../audit/report'
import { placeInFile, type ReadContent } from '../format/content-folder'
import { ownFiles } from '../format/own-files'
import { cityFaults } from '../import/language/city-check'
import { moveProblems } from '../library/moves'
import { publishedOf } from '../library/published'
import type { Article } from '../model/article'
import { formatProblems, type Problem } from '../model/problem'
import { readSettings } from '../model/settings'
import { type Command, consoleOf, type Io, UsageError } from './command'

const options = {
  list: { type: 'boolean', default: false },
  watch: { type: 'boolean', default: false },
} as const

async function run(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const { contentDir } = readSettings(io.env)
  const [given = contentDir, ...more] = positionals
  if (more.length > 0) throw new UsageError('只能查一个文件夹或一期')
  const isIssue = !existsSync(given) && existsSync(join(contentDir, given))
  const [dir, only] = isIssue ? [contentDir, given] : [given, undefined]
  const code = checkOnce(dir, only, values.list, io)
  if (!values.watch) return code
  consoleOf(io).log('正在看着，文件一改就再查；按 Ctrl+C 停下')
  const watcher = watch(
    dir,
    { recursive: true },
    again(() => checkOnce(dir, only, values.list, io)),
  )
  await io.stopped()
  watcher.close()
  return code
}

/** Milliseconds: an editor that saves a file tells of it several times. */
const settling = 100

/** Calls once for changes that come together. */
function again(call: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  return () => {
    clearTimeout(timer)
    timer = setTimeout(call, settling)
  }
}

function checkOnce(dir: string, only: string | undefined, isList: boolean, io: Io): number {
  const { log, error } = consoleOf(io)
  const issues: AuditedIssue[] = []
  const read = checkContent(
    dir,
    issue => {
      issues.push(issue)
      log([reportIssue(issue), ...(isList && issue.problems === 0 ? listChanges(issue) : [])].join('\n'))
    },
    only,
  )
  const isDraft = ({ status, issue }: Article) =>
    status === 'draft' || read.issues.get(issue)?.status === 'draft'
  const published = read.articles.filter(article => !isDraft(article))
  const isWhole = only === undefined && dir === readSettings(io.env).contentDir
  const problems = [
    ...read.problems,
    ...published.flatMap(article => cityProblems(dir, article)),
    ...(isWhole ? misledProblems(dir, read) : []),
  ]
  if (read.drafts.length > 0)
    log(`${formatProblems(read.drafts)}\n草稿里 ${read.drafts.length} 处问题：草稿不刊发，不影响别的文章`)
  if (problems.length > 0) {
    error(`${formatProblems(problems)}\n${problems.length} 处问题`)
    return 1
  }
  log(summary(issues))
  return 0
}

/** What moved.md says of addresses that are not as it says, which only the whole of the content knows. */
function misledProblems(dir: string, read: ReadContent): readonly Problem[] {
  const { articles, issues } = publishedOf(read)
  const byId = new Map(articles.map(article => [article.id, article]))
  return moveProblems({ byId, issues }, join(dir, ownFiles.moves))
}

const cityProblems = (dir: string, article: Article): readonly Problem[] =>
  cityFaults(article).map(fault => ({ ...placeInFile(dir, article), line: 1, ...fault }))

/** `1 期 8 篇，没有问题；还有 26 条存疑没有认可`: what was checked, and what nobody has looked at yet. */
function summary(issues: readonly AuditedIssue[]): string {
  const [items, doubts] = [
    issues.reduce((sum, issue) => sum + issue.items.length + issue.written, 0),
    issues.map(issue => issue.doubts),
  ]
  const open = doubts.reduce((sum, count) => sum + count, 0)
  return `${issues.length} 期 ${items} 篇，没有问题；${open > 0 ? `还有 ${open} 条存疑没有认可` : '没有存疑'}`
}

export const command: Command = {
  usage: `用法：npm run check [-- 期号或文件夹] [--list] [--watch]
  --list   逐条列出接合、移动和更正
  --watch  文件一改就再查`,
  run,
}
