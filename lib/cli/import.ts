// npm run import -- PAGE … [--issue ID] [--out DIR] [--replace] [--allow RULE] [--dry-run] [--json]: page dumps into content/.
import { parseArgs } from 'node:util'
import { showOperation } from '../edits/replay'
import { allowable } from '../import/edition/refusals'
import { editionData, reportEdition } from '../import/edition/report'
import { byImport } from '../issues/found-pictures'
import type { Known } from '../issues/import-checks'
import { type Imported, importBytes, knownPages, type Options } from '../issues/import-file'
import { recover } from '../issues/issue-folder'
import { systemProblem } from '../issues/system-problem'
import { formatProblems, type Problem } from '../model/problem'
import { readSettings } from '../model/settings'
import { type Command, consoleOf, type Io, UsageError } from './command'
import { type GivenPage, givenPages } from './page-files'
import { progressOn } from './progress'

const usage = `用法：npm run import -- 版面.pdf … [--issue 期号] [--out 文件夹] [--replace] [--allow 规则] [--dry-run] [--json]
  版面可以是 PDF、网页（.html）、Word 文档（.docx）、Markdown（.md）或文本：几个文件、一个文件夹，或 -（标准输入，须有 --issue）
  --issue    期号，如 gh202411；不写则取自文件名，各成一期
             几个 PDF（或几个文本）写一个期号，就是一期的几版；一个文件夹里的网页（或 Markdown）是一期
  --out      写到哪里，默认 content
  --replace  覆盖手工改过的文件（issue.md 里写明的事实总是保留）
  --allow    明知如此，仍要导入：${allowable.join('、')}
  --dry-run  只说会改动什么，什么也不写
  --json     给程序看的结果`

const options = {
  issue: { type: 'string' },
  out: { type: 'string' },
  replace: { type: 'boolean', default: false },
  allow: { type: 'string', multiple: true },
  'dry-run': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const

async function importOne(page: GivenPage, given: Options, known: Known): Promise<Imported> {
  const refused = (problem: Problem): Imported => ({ ...page, state: 'refused', problems: [problem] })
  try {
    const parts = await page.read()
    return 'rule' in parts ? refused(parts) : importBytes(parts, page, given, known)
  } catch (error) {
    return refused(systemProblem(error, page.file, given.out))
  }
}

function print(
  {
    file,
    issue,
    state,
    encoding,
    edition,
    changes = [],
    aside,
    added = [],
    refusedPictures = [],
    problems,
  }: Imported,
  out: string,
  { log, error }: Console,
): void {
  const says = {
    written: '已写入',
    tried: `试导入，什么也没有写；会改动 ${changes.join('、')}`,
    unchanged: '与上次相同，没有改动',
    refused: '没有导入',
  }[state]
  if (edition) log(`${file}（${encoding}）→ ${out}/${issue}：${edition.articles.length} 篇，${says}`)
  if (edition) log(reportEdition(edition))
  const byHand = added.filter(({ by }) => by !== byImport)
  const pictures = added.filter(({ by }) => by === byImport).map(picture => picture.file)
  if (byHand.length > 0) log(`手工改动已记进 edits.yaml：${byHand.map(showOperation).join('；')}`)
  if (pictures.length > 0)
    log(`收入图片 ${pictures.length} 张：${pictures.join('、')}；请看各归哪一篇，写上 alt`)
  for (const picture of refusedPictures) log(picture)
  if (aside) log(`原来的一期另存在 ${aside}`)
  if (problems.length > 0) error(`${formatProblems(problems)}\n${file}：没有导入，什么也没有写`)
}

async function run(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const {
    out = readSettings(io.env).contentDir,
    issue,
    json,
    replace,
    allow = [],
    'dry-run': dryRun,
  } = values
  const pages = givenPages(positionals, issue, io.stdin)
  if (pages.length === 0) throw new UsageError('没有写明版面文件')
  const unknown = allow.find(rule => !allowable.some(one => one === rule))
  if (unknown) throw new UsageError(`--allow 不能是“${unknown}”`)
  recover(out)
  const results = await importAll(pages, { out, replace, allow, dryRun }, io)
  const console = consoleOf(io)
  if (json) console.log(JSON.stringify(results.map(dataOf), undefined, 2))
  else for (const result of results) print(result, out, console)
  const failed = results.filter(({ problems }) => problems.length > 0).length
  if (!json && pages.length > 1) console.log(`${pages.length} 版，${failed} 版没有导入`)
  return failed > 0 ? 1 : 0
}

/** One page after another; one that fails stops none of the others. */
async function importAll(pages: readonly GivenPage[], given: Options, io: Io): Promise<readonly Imported[]> {
  const known = knownPages(given.out)
  const importing = progressOn(io.stderr)('导入')
  const results: Imported[] = []
  for (const [index, page] of pages.entries()) {
    results.push(await importOne(page, given, known))
    if (pages.length > 1) importing.tell(index + 1, pages.length)
  }
  importing.end()
  return results
}

const dataOf = ({ edition, ...result }: Imported) => ({ ...result, ...(edition && editionData(edition)) })

export const command: Command = { usage, run }
