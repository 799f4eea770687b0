// A desk over a content folder of its own, for tests.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desk, openDesk } from '#lib/desk/desk'

export type DeskFolder = {
  readonly desk: Desk
  /** The folder of the issue gh202411. */
  readonly dir: string
  /** Its files as they are. */
  readonly files: () => ReadonlyMap<string, string>
  readonly remove: () => void
}

/** A copy of the real issue, and a desk that works on it. */
export function deskFolder(): DeskFolder {
  const place = mkdtempSync(join(tmpdir(), 'desk-'))
  const out = join(place, 'content')
  const dir = join(out, 'gh202411')
  cpSync('tests/content/gh202411', dir, { recursive: true })
  return {
    desk: openDesk(out, join(place, 'cache')),
    dir,
    files: () => new Map(readdirSync(dir).map(name => [name, readFileSync(join(dir, name), 'utf8')])),
    remove: () => rmSync(place, { recursive: true, force: true }),
  }
}
