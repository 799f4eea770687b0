// The version of an issue's folder: a checksum that is another one as soon as anybody has changed a file of it.
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of the names and bytes of its files, in hex; '' when there is no such folder. Hidden files do not count. */
export function versionOf(dir: string): string {
  if (!existsSync(dir)) return ''
  const sum = createHash('sha256')
  for (const name of readdirSync(dir).sort()) {
    const path = join(dir, name)
    if (name.startsWith('.')) continue
    const content = lstatSync(path).isFile() ? readFileSync(path) : Buffer.alloc(0)
    sum.update(`${name}\n${content.length}\n`).update(content)
  }
  return sum.digest('hex').slice(0, 32)
}
