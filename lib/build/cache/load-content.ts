// Content for a build: issues that are as they were are taken from the store, the others are read, checked and parsed.
import { readdirSync, rmSync } from 'node:fs'
import { issueNames } from '../../format/content-folder'
import { type KeptIssue, readIndex, storeFiles } from '../../library/article-store'
import { writeSealed } from '../../library/checked-file'
import type { Problem } from '../../model/problem'
import { shareOut, type Told } from '../files/workers'
import { isWhole, type Keeping, type KeepJob, keepHere, seenOf, sourceOf } from './load-issue'

export type KeptContent = {
  readonly problems: readonly Problem[]
  /** How many issues were read again. */
  readonly read: number
}

/**
 * Brings the store of a build up to date with a content folder. With problems the store is left as it was.
 * `code`: checksum of the code; what other code has parsed is not believed. `tell` hears of the progress, in issues.
 */
export async function keepContent(
  dir: string,
  store: string,
  code: string,
  tell: Told,
): Promise<KeptContent> {
  const index = readIndex(store)
  const before = new Map((index?.code === code ? index.issues : []).map(kept => [kept.issue.id, kept]))
  const { names, problems: strays } = issueNames(dir)
  const kept = new Map<string, KeptIssue>()
  for (const id of names) {
    const known = before.get(id)
    if (!known || !isWhole(known, store)) continue
    const seen = seenOf(dir, id)
    if (known.seen === seen || known.source === sourceOf(dir, id)) kept.set(id, { ...known, seen })
  }
  const changed = names.filter(id => !kept.has(id))
  const problems = [...strays]
  for (const [id, keeping] of await keepAll(dir, changed, store, tell)) {
    if ('kept' in keeping) kept.set(id, keeping.kept)
    else problems.push(...keeping.problems)
  }
  if (problems.length === 0)
    saveIndex(
      store,
      code,
      names.flatMap(id => kept.get(id) ?? []),
    )
  return { problems, read: changed.length }
}

function saveIndex(store: string, code: string, issues: readonly KeptIssue[]): void {
  writeSealed(storeFiles.index(store), { code, issues })
  const used = new Set(issues.map(({ texts }) => texts))
  const folder = storeFiles.texts(store, '')
  for (const name of issues.length > 0 ? readdirSync(folder) : []) {
    if (used.has(name)) continue
    rmSync(storeFiles.texts(store, name))
    rmSync(storeFiles.entries(store, name), { force: true })
  }
}

/** Issues handed to a process at a time. */
const atOnce = 16

async function keepAll(dir: string, ids: readonly string[], store: string, tell: Told) {
  const items = ids.map((id): KeepJob => ({ dir, id, store }))
  const child = new URL('load-issue-child.ts', import.meta.url)
  const keepings = await shareOut({ items, atOnce, here: keepHere, child, tell })
  return ids.map((id, at): [string, Keeping] => [id, keepings[at] ?? { problems: [] }])
}
