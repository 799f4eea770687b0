// Content for a build: issues that are as they were are taken from the store, the others are read, checked and parsed.
import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { issueNames } from '../../format/content-folder'
import { readIndex, type StoredIssue, storeFiles } from '../../library/article-store'
import { sha256, writeChecked } from '../../model/checked-file'
import type { Problem } from '../../model/problem'
import { type OnProgress, runInWorkers } from '../files/workers'
import {
  contentHash,
  isIntact,
  type LoadJob,
  type LoadResult,
  loadIssues,
  statFingerprint,
} from './load-issue'

export type LoadedContent = {
  readonly problems: readonly Problem[]
  /** How many issues were read again. */
  readonly read: number
  /** Of all content; the same content gives the same. */
  readonly checksum: string
}

/**
 * Brings the store of a build up to date with a content folder. With problems the store is left as it was.
 * `toolchain`: checksum of the code; what other code has parsed is not believed. Progress is in issues.
 */
export async function loadContent(
  dir: string,
  store: string,
  toolchain: string,
  onProgress: OnProgress,
): Promise<LoadedContent> {
  const { names, problems: strays } = issueNames(dir)
  const issues = unchangedIssues(dir, store, toolchain, names)
  const changed = names.filter(id => !issues.has(id))
  const problems = [...strays]
  for (const [id, result] of await loadAll(dir, changed, store, onProgress)) {
    if ('loaded' in result) issues.set(id, result.loaded)
    else problems.push(...result.problems)
  }
  const all = names.flatMap(id => issues.get(id) ?? [])
  if (problems.length === 0) writeChecked(storeFiles.index(store), { toolchain, issues: all })
  const checksum = sha256(JSON.stringify(all.map(({ issue, source }) => [issue.id, source])))
  return { problems, read: changed.length, checksum }
}

/** The issues of the store whose folders are as they were when they were loaded. */
function unchangedIssues(
  dir: string,
  store: string,
  toolchain: string,
  names: readonly string[],
): Map<string, StoredIssue> {
  const index = readIndex(storeFiles.index(store))
  const before = new Map((index?.toolchain === toolchain ? index.issues : []).map(one => [one.issue.id, one]))
  const unchanged = new Map<string, StoredIssue>()
  for (const id of names) {
    const stored = before.get(id)
    if (!stored || !isIntact(stored, store)) continue
    const fingerprint = statFingerprint(dir, id)
    if (stored.fingerprint === fingerprint || stored.source === contentHash(dir, id))
      unchanged.set(id, { ...stored, fingerprint })
  }
  return unchanged
}

/** Remembers what the site was made of that has just been published, and removes the texts that nothing is made of. */
export function markPublished(store: string): void {
  copyFileSync(storeFiles.index(store), storeFiles.published(store))
  const used = new Set(readIndex(storeFiles.index(store))?.issues.map(({ texts }) => texts))
  for (const name of used.size > 0 ? readdirSync(storeFiles.texts(store, '')) : []) {
    if (used.has(name)) continue
    rmSync(storeFiles.texts(store, name))
    rmSync(storeFiles.entries(store, name), { force: true })
  }
}

/** Issues handed to a worker at a time. */
const atOnce = 16

async function loadAll(dir: string, ids: readonly string[], store: string, onProgress: OnProgress) {
  const items = ids.map((id): LoadJob => ({ dir, id, store }))
  const results = await runInWorkers({ task: 'loadIssues', here: loadIssues, items, atOnce, onProgress })
  return ids.map((id, at): [string, LoadResult] => [id, results[at] ?? { problems: [] }])
}
