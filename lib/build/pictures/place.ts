// Puts what a store keeps where it belongs in the site.
import { copyFileSync, linkSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/** Places a stored file, as a second name of the same file where the disk can do that: nothing to copy. */
export function place(stored: string, file: string): void {
  const [from, to] = [statSync(stored), statSync(file, { throwIfNoEntry: false })]
  if (to?.ino === from.ino && to.dev === from.dev) return
  if (to) rmSync(file)
  else mkdirSync(dirname(file), { recursive: true })
  try {
    linkSync(stored, file)
  } catch {
    copyFileSync(stored, file)
  }
}
