// npm run check [-- --list] [-- FOLDER]: reads all content, proves it against its sources, and says so. Exit 0 or 1.
import { parseArgs } from 'node:util'
import { checkContent } from '../audit/check'
import { listChanges, reportIssue } from '../audit/report'
import { contentDir } from '../library/content'
import { formatProblems } from '../model/problem'
import { type Command, consoleOf, type Io, UsageError } from './command'

function run(argv: readonly string[], io: Io): number {
  const { log, error } = consoleOf(io)
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { list: { type: 'boolean' } },
    allowPositionals: true,
  })
  const [dir = contentDir(), ...more] = positionals
  if (more.length > 0) throw new UsageError('只能查一个文件夹')
  const { articles, issues, problems } = checkContent(dir, issue => {
    log([reportIssue(issue), ...(values.list ? listChanges(issue) : [])].join('\n'))
  })
  if (problems.length === 0) {
    log(`${issues.size} 期 ${articles.length} 篇，没有问题`)
    return 0
  }
  error(formatProblems(problems))
  error(`${problems.length} 处问题`)
  return 1
}

export const command: Command = {
  usage: '用法：npm run check [-- --list] [-- 文件夹]\n  --list  逐条列出接合、移动和更正',
  run,
}
