// Files of our own that a build leaves for the next one, under a checksum: a damaged or half-written one is noticed.
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** SHA-256 in hexadecimal. */
export const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')

/** Writes a value as JSON under its checksum, whole or not at all. */
export function writeChecked(file: string, value: unknown): void {
  const json = JSON.stringify(value)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.tmp`, `${sha256(json)}\n${json}`)
  renameSync(`${file}.tmp`, file)
}

/** What writeChecked wrote; undefined when there is none, or when a byte of it is not what was written. */
export function readChecked(file: string): unknown {
  try {
    const text = readFileSync(file, 'utf8')
    const json = text.slice(65)
    return text.slice(0, 65) === `${sha256(json)}\n` ? JSON.parse(json) : undefined
  } catch {
    return undefined
  }
}
