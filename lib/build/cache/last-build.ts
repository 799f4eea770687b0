// What the last build was made of and what it left, in two checksums: with both as they were there is nothing to do, and nothing of a
// build need be loaded to see it. Files are told apart as git tells them, by what the file system knows of them.
import { createHash, type Hash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readChecked, writeChecked } from '../../model/checked-file'
import { byCodeUnit } from '../../model/order'

/** What a build starts from. */
export type Inputs = {
  readonly checksum: string
  /** When the newest of its files was changed, in ms since 1970. */
  readonly newest: number
}

type LastBuild = { readonly inputs: string; readonly output: string }

/** The clock of a file system may be as coarse as this, in ms: what was changed so lately may be changed again without a trace. */
const coarse = 2000

/** The inputs of a build: the checksum of its toolchain, and the files of its content folder. */
export function buildInputs(toolchain: string, contentDir: string): Inputs {
  const hash = createHash('sha256').update(`${toolchain}\0`)
  const newest = addFiles(hash, contentDir)
  return { checksum: hash.digest('hex'), newest }
}

/**
 * Whether the last build was made of these inputs, the folder `out` is as that build left it, and all of `kept`, which the next
 * build will want, is there.
 */
export function isUnchanged(record: string, inputs: Inputs, out: string, kept: readonly string[]): boolean {
  // Sealed: the shape is what was written.
  const last = readChecked(record) as LastBuild | undefined
  if (last?.inputs !== inputs.checksum || !kept.every(path => existsSync(path))) return false
  return last.output === checksumOf(out)
}

/** Writes down a build that has ended well. `began`: when its inputs were looked at, in ms since 1970. */
export function recordBuild(record: string, inputs: Inputs, began: number, out: string): void {
  const last: LastBuild = { inputs: inputs.checksum, output: checksumOf(out) }
  if (inputs.newest < began - coarse) writeChecked(record, last)
  else rmSync(record, { force: true })
}

function checksumOf(folder: string): string {
  const hash = createHash('sha256')
  addFiles(hash, folder)
  return hash.digest('hex')
}

/** Adds what the file system knows of all that is below a folder; returns when the newest of it was changed. */
function addFiles(hash: Hash, folder: string): number {
  if (!existsSync(folder)) return 0
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodeUnit(a.name, b.name))
  let newest = 0
  for (const entry of entries) {
    const path = join(folder, entry.name)
    const { mode, size, ino, mtimeNs, ctimeNs, ctimeMs } = lstatSync(path, { bigint: true })
    if (entry.isDirectory()) {
      hash.update(`${entry.name}/\0`)
      newest = Math.max(newest, addFiles(hash, path))
      hash.update('..\0')
    } else {
      hash.update(`${entry.name}\0${[mode, size, ino, mtimeNs, ctimeNs].join(' ')}\0`)
      newest = Math.max(newest, Number(ctimeMs))
    }
  }
  return newest
}
