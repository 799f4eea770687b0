// npm run edit -- ISSUE WHAT …: one decision about an issue, proved before it is written. Exit 0 or 1.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { showOperation } from '../edits/replay'
import { issueRule } from '../format/article-file'
import { keysOf, type Operation, type OperationKind, operationKinds, operations } from '../format/operation'
import { type EditedIssue, editIssue, undoEdit } from '../issues/edit-issue'
import { readEditable } from '../issues/editable'
import { recover } from '../issues/issue-folder'
import { pictureStore } from '../issues/picture-store'
import { formatProblems } from '../model/problem'
import { readSettings } from '../model/settings'
import { type Command, consoleOf, type Io, UsageError } from './command'

/** What the editor need not write. */
const byProgram: readonly string[] = ['at', 'was', 'checksum']

const rows = operationKinds.map(kind => {
  const keys = operations[kind].keys.filter(({ name }) => !byProgram.includes(name))
  const shown = keys.map(({ name, optional }) =>
    optional || name === 'as' ? `[--${name} …]` : `--${name} …`,
  )
  return `  ${kind} 编号 ${shown.join(' ')}  ${operations[kind].name}`
})

const usage = `用法：npm run edit -- 期号 做什么 编号 … [--by 谁] [--out 文件夹]
${rows.join('\n')}
  undo [第几条]  撤去一条改动，不写则撤去最后一条
  list           列出全部改动
  编号写 00，改的是整期的事：set 00 order 03、01，set 00 lead 03，set 00 status draft
  所引的文字从页面上照抄开头几个字；merge 02 03、set 03 topic 民主管理 也可这样写`

const names = [...new Set(operationKinds.flatMap(kind => keysOf(kind).map(({ name }) => name)))]
const options = {
  ...Object.fromEntries(names.map(name => [name, { type: 'string' } as const])),
  out: { type: 'string' },
} as const

/** What may be written without its name, after the number of the item. */
const positional: Partial<Record<OperationKind, readonly string[]>> = {
  set: ['field', 'value', 'why'],
  merge: ['with'],
  role: ['text', 'role'],
  split: ['before'],
  join: ['text'],
  break: ['before'],
  'leave-out': ['text', 'why'],
  'take-back': ['text'],
  correct: ['source', 'print', 'why'],
  settle: ['doubt'],
  picture: ['file'],
  delete: ['why'],
}

function run(argv: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true })
  const given = values as Readonly<Record<string, string | undefined>>
  const [issue, what, item, ...rest] = positionals
  if (!issue || !what) throw new UsageError('应写明期号和做什么')
  const out = given.out ?? readSettings(io.env).contentDir
  recover(out)
  if (what === 'list') return list(out, issue, io)
  const store = pictureStore(join('.cache', 'desk'), out, issue)
  if (what === 'undo')
    return report(undoEdit(out, issue, item === undefined ? undefined : Number(item), { store }), io)
  const kind = operationKinds.find(one => one === what)
  if (!kind) throw new UsageError(`没有“${what}”这种改动`)
  if (!item) throw new UsageError('应写明是哪一篇，如 03')
  const named = Object.fromEntries(
    (positional[kind] ?? []).flatMap((name, at) => (rest[at] ? [[name, rest[at]]] : [])),
  )
  return report(editIssue(out, issue, operationFrom(kind, item, { ...named, ...given }), { store }), io)
}

/** The operation that was asked for, today; what is missing is a wrong call. */
function operationFrom(
  kind: OperationKind,
  item: string,
  given: Readonly<Record<string, string | undefined>>,
): Operation {
  const filled = new Set(['do', 'item', 'at', 'as', 'by', 'when'])
  const keys = keysOf(kind)
  const missing = keys.find(
    ({ name, optional }) => !optional && !filled.has(name) && given[name] === undefined,
  )
  if (missing) throw new UsageError(`${kind} 还应写明 --${missing.name}（${missing.says}）`)
  const texts = keys.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, given[name]] as const]))
  const when = new Date().toISOString().slice(0, 10)
  return { ...Object.fromEntries(texts), when, do: kind, item: item.padStart(2, '0') }
}

function report({ problems, done, changes = [], doubts = 0 }: EditedIssue, io: Io): number {
  const { log, error } = consoleOf(io)
  if (problems.length > 0) {
    error(`${formatProblems(problems)}\n没有改动，什么也没有写`)
    return 1
  }
  log(changes.length > 0 ? `${done}；改动了 ${changes.join('、')}` : `${done}：已经是这样，没有改动`)
  log(doubts > 0 ? `还有 ${doubts} 条存疑，见 issue.md` : '没有存疑了')
  return 0
}

function list(out: string, issue: string, io: Io): number {
  const { log, error } = consoleOf(io)
  if (issueRule(issue) || !existsSync(join(out, issue))) {
    error(`没有 ${join(out, issue)} 这一期`)
    return 1
  }
  const { operations: all } = readEditable(out, issue)
  if (all.length === 0) log(`${join(out, issue)} 没有改动`)
  for (const [index, operation] of all.entries()) {
    const by = [operation.by, operation.when].filter(Boolean).join('，')
    log(`${index + 1}. ${showOperation(operation)}${by ? `，${by}` : ''}`)
  }
  return 0
}

export const command: Command = { usage, run }
