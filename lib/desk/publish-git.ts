// An issue committed to the Git repository that its folder is in: its own files alone, with a message that says what was done.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { editsName, parseEdits } from '../format/edits-file'
import { showAll } from '../issues/edit-issue'
import { PublishFault } from './publish-folder'

/** Longer than any commit takes; a hook that waits for somebody must not stop the desk. In ms. */
const patience = 60_000

type Said = { readonly status: number; readonly out: string; readonly err: string }

/** Runs Git in a folder, which asks nobody for anything. */
function git(dir: string, ...args: readonly string[]): Said {
  const { status, stdout, stderr, error } = spawnSync('git', ['-C', dir, ...args], {
    encoding: 'utf8',
    timeout: patience,
    maxBuffer: 50_000_000,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return { status: status ?? 1, out: stdout ?? '', err: error?.message ?? stderr ?? '' }
}

/** The branch of the repository that a content folder is in; undefined where it is in none, or left out of it. */
export function branchOf(content: string): string | undefined {
  const inside = git(content, 'rev-parse', '--is-inside-work-tree')
  if (inside.status !== 0 || inside.out.trim() !== 'true') return undefined
  if (git(content, 'check-ignore', '-q', '.').status === 0) return undefined
  return git(content, 'branch', '--show-current').out.trim() || 'HEAD'
}

/**
 * Commits the files of an issue and nothing else, whatever else is prepared for a commit. Says what it did, in Chinese. Throws a
 * PublishFault with what Git said; nothing is prepared then that was not before.
 */
export function commitIssue(content: string, issue: string): string {
  const changed = git(content, 'status', '--porcelain', '--untracked-files=all', '-z', '--', issue)
  if (changed.status !== 0) throw new PublishFault(`没有提交：${changed.err.trim()}`)
  const files = changed.out.split('\0').filter(Boolean)
  if (files.length === 0) return `${issue} 没有要提交的改动`
  const message = messageOf(content, issue, files)
  const added = git(content, 'add', '--all', '--', issue)
  const done =
    added.status === 0 ? git(content, 'commit', '--quiet', '--only', '-m', message, '--', issue) : added
  if (done.status !== 0) {
    git(content, 'reset', '--quiet', '--', issue)
    throw new PublishFault(`没有提交，Git 说：${(done.err || done.out).trim().slice(-600)}`)
  }
  const name = git(content, 'rev-parse', '--short', 'HEAD').out.trim()
  return `已提交 ${name}：${message.split('\n', 1)[0]}`
}

/** What changed, in a line; the operations that are new, one a line. */
function messageOf(content: string, issue: string, files: readonly string[]): string {
  const names = files.map(file => file.slice(3).split('/').at(-1) ?? '')
  const items = names.flatMap(name => /^(\d{2,4})\.md$/.exec(name)?.[1] ?? []).sort()
  const isNew = git(content, 'cat-file', '-e', `HEAD:./${issue}/issue.md`).status !== 0
  const done = newOperations(content, issue)
  const says = [
    items.length > 0 ? `${items.join('、')} 篇` : '',
    done.length > 0 ? `${done.length} 步改动` : '',
    items.length + done.length === 0 ? names.sort().join('、') : '',
  ]
  const subject = `${issue}：${isNew ? '新一期，' : ''}${says.filter(Boolean).join('，')}`
  return done.length > 0 ? `${subject}\n\n${done.join('\n')}` : subject
}

/** The operations in words that HEAD has not, when those that it has are still there. */
function newOperations(content: string, issue: string): readonly string[] {
  const before = git(content, 'show', `HEAD:./${issue}/${editsName}`)
  const file = join(content, issue, editsName)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [old, made] = [before.status === 0 ? operationsIn(before.out) : [], operationsIn(text)]
  return made.slice(Math.min(old.length, made.length)).map(operation => showAll([operation]))
}

function operationsIn(text: string) {
  const read = parseEdits(text, editsName)
  return Array.isArray(read) ? [] : read.operations
}
