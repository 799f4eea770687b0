// Folders of issues for the tests of this room.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Known } from '#lib/issues/import-checks'
import { type Imported, importBytes, type Options } from '#lib/issues/import-file'

/** Makes empty folders, which are removed when the tests of the file have run; to be called once in a file. */
export function emptyFolders(): () => string {
  const made: string[] = []
  afterAll(() => {
    for (const folder of made) rmSync(folder, { recursive: true, force: true })
  })
  return () => {
    const folder = mkdtempSync(join(tmpdir(), 'issues-'))
    made.push(folder)
    return folder
  }
}

/** Puts a copy of the issue gh202411 into a content folder; `from`: the content folder that has it. */
export function copyIssue(out: string, from: 'content' | 'tests/content'): void {
  cpSync(join(from, 'gh202411'), join(out, 'gh202411'), { recursive: true })
}

type More = Partial<Omit<Options, 'out'>> & { readonly issue?: string; readonly file?: string }

/** Imports the one file of an issue, by default demo-1; `known`: the pages of the content folder, else none. */
export function importInto(
  out: string,
  bytes: Uint8Array,
  { issue = 'demo-1', file = 'page.txt', ...options }: More = {},
  known: Known = new Map(),
): Imported {
  const all = { replace: false, allow: [], ...options, out }
  return importBytes([{ file, bytes }], { file, issue }, all, known)
}

/** Every file below a folder with its bytes, ours and the system's. */
export const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(file => [file.slice(folder.length + 1), readFileSync(file, 'latin1')]),
  )

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
