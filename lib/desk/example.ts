// An example to play with: a copy of a real issue beside the content, with a desk of its own. The issue itself is never touched.
import { cpSync, existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { type Desk, openDesk } from './desk'

export type Example = { readonly desk: Desk; readonly from: string }

/** The example made of the issue in the folder `from`, kept in a cache; undefined where there is no such issue. */
export function openExample(cache: string, from: string): Example | undefined {
  if (!lstatSync(from, { throwIfNoEntry: false })?.isDirectory()) return undefined
  const place = join(cache, 'example')
  return { desk: openDesk(join(place, 'content'), join(place, 'cache')), from }
}

/** Makes the copy, if there is none yet; with `again` it is put back as the issue is. Throws what the file system throws. */
export function makeExample({ desk, from }: Example, again: boolean): void {
  const copy = join(desk.out, basename(from))
  if (existsSync(copy) && !again) return
  for (const one of [desk.out, desk.cache]) rmSync(one, { recursive: true, force: true })
  mkdirSync(desk.out, { recursive: true })
  cpSync(from, copy, { recursive: true })
}

/** The path of a request to the example as it would be asked of the desk; undefined for any other. */
export const pathInExample = (path: string): string | undefined =>
  path.startsWith('/api/example/') ? path.replace('/api/example/', '/api/') : undefined
