// Deferred removal: making files right after many were deleted is slow on ext4 without a journal, so what a build needs no longer is
// moved away at once and removed at its end (lib/decisions/0037-deferred-removal.md).
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Moves a folder or file into the folder `discarded`, whatever else is there. Nothing happens when there is none. */
export async function discard(path: string, discarded: string): Promise<void> {
  if (!existsSync(path)) return
  await mkdir(discarded, { recursive: true })
  await rename(path, join(await mkdtemp(join(discarded, '/')), basename(path)))
}
