// What a build needs no longer, put aside until it is done: ext4 without a journal does not give the place of a removed file again
// for a minute and more, and looks at every such place for every file it makes (lib/decisions/0037-deferred-removal.md).
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename } from 'node:fs/promises'
import { basename, join } from 'node:path'

/** Moves a folder or file into the folder `aside`, whatever else lies there. Nothing happens when there is none. */
export async function putAside(place: string, aside: string): Promise<void> {
  if (!existsSync(place)) return
  await mkdir(aside, { recursive: true })
  await rename(place, join(await mkdtemp(join(aside, '/')), basename(place)))
}
