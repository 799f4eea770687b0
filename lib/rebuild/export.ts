// Next's part of a build: the code is compiled once, then pages are exported from it as often as content changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Where Next works and keeps its manifests. */
export const nextFolder = '.next'

/** Names the code that a kept compilation was made of; written last, so a half-written one has none. */
const mark = 'compiled-from'

/**
 * Compiles the code, or does nothing when `kept` holds what was compiled from that very code.
 * False when Next has failed and said why.
 */
export async function compile(kept: string, code: string): Promise<boolean> {
  if (existsSync(join(kept, mark)) && (await readFile(join(kept, mark), 'utf8')) === code) return true
  await rm(nextFolder, { recursive: true, force: true })
  if (!(await next('compile', {}))) return false
  // Left there it would be taken for the list of this build's pages.
  await rm(join(nextFolder, 'prerender-manifest.json'), { force: true })
  await rm(join(nextFolder, 'cache'), { recursive: true, force: true })
  await rm(kept, { recursive: true, force: true })
  await mkdir(dirname(kept), { recursive: true })
  await rename(nextFolder, kept)
  await writeFile(join(kept, mark), code)
  return true
}

/** Exports the pages of the plan in `store` into a folder, from a fresh copy of what was compiled. */
export async function exportPages(kept: string, store: string, to: string): Promise<boolean> {
  await rm(nextFolder, { recursive: true, force: true })
  await cp(kept, nextFolder, { recursive: true, verbatimSymlinks: true })
  return next('generate', { CONTENT_STORE: store, EXPORT_TO: to })
}

async function next(step: 'compile' | 'generate', env: Readonly<Record<string, string>>): Promise<boolean> {
  const args = ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', step]
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env, BUILD_STEP: step, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const [status] = await once(child, 'exit')
  return status === 0
}
