// Next's part of a build: the code is compiled once, then pages are exported from it as often as content changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { type ExportPlan, storeFiles } from '../../library/article-store'
import { writeSealed } from '../../library/checked-file'
import { partsOf } from './batches'
import { gatherAssets, gatherPages } from './collect-output'
import { putAside } from './deferred-removal'
import { skipSegments } from './skip-segments'

/** Where Next works and keeps its manifests. */
export const nextFolder = '.next'

/** Names the code that a kept compilation was made of; written last, so a half-written one has none. */
const mark = 'compiled-from'

/** Hears of the progress, in pages. */
type Told = (done: number, all: number) => void

/**
 * Compiles the code, or does nothing when `kept` holds what was compiled from that very code.
 * Returns what Next said where it failed; '' when it did not.
 */
export async function compile(kept: string, code: string): Promise<string> {
  if (existsSync(join(kept, mark)) && (await readFile(join(kept, mark), 'utf8')) === code) return ''
  await rm(nextFolder, { recursive: true, force: true })
  const fault = (await next('compile', {}, () => {})) || (await skipSegments(nextFolder))
  if (fault) return fault
  // Left there it would be taken for the list of this build's pages.
  await rm(join(nextFolder, 'prerender-manifest.json'), { force: true })
  await rm(join(nextFolder, 'cache'), { recursive: true, force: true })
  await rm(kept, { recursive: true, force: true })
  await mkdir(dirname(kept), { recursive: true })
  await rename(nextFolder, kept)
  await writeFile(join(kept, mark), code)
  return ''
}

type Places = {
  readonly compiled: string
  readonly store: string
  readonly printing: string
  readonly aside: string
}

/** What Next leaves of a part lies aside until so many parts are done: 8 GB of 10,000 articles each. */
const partsAside = 5

/**
 * Exports the pages of a plan into the folder `printing`, a part of them at a time, each from a fresh copy of what was compiled.
 * Returns what `compile` does.
 */
export async function exportPages(plan: ExportPlan, places: Places, tell: Told): Promise<string> {
  const { compiled, store, printing, aside } = places
  await rm(printing, { recursive: true, force: true })
  await gatherAssets(compiled, printing)
  const parts = partsOf(plan)
  for (const [at, pages] of parts.entries()) {
    await putAside(nextFolder, aside)
    if (at > 0 && at % partsAside === 0) await rm(aside, { recursive: true, force: true })
    await cp(compiled, nextFolder, { recursive: true, verbatimSymlinks: true })
    writeSealed(storeFiles.plan(store), pages)
    const env = { CONTENT_STORE: store, EXPORT_WORKERS: String(workersFor(pages)) }
    const fault = await next('generate', env, (done, all) => tell(at * all + done, parts.length * all))
    if (fault) return fault
    await gatherPages(nextFolder, printing)
  }
  await putAside(nextFolder, aside)
  return ''
}

/** A second process of Next's loads all code and content before its first page: not worth it for the few that an edit changes. */
function workersFor(pages: ExportPlan): number {
  const count = Object.values(pages).reduce((sum, params) => sum + params.length, 0)
  return count > 150 ? cpus().length : 1
}

async function next(
  step: 'compile' | 'generate',
  env: Readonly<Record<string, string>>,
  tell: Told,
): Promise<string> {
  const args = ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', step]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env, BUILD_STEP: step, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      // “Generating static pages using 2 workers (1313/16128)”, at every quarter and every minute.
      const [, done, all] = /static pages .*\((\d+)\/(\d+)\)/.exec(text) ?? []
      if (done && all) tell(Number(done), Number(all))
    })
  }
  const [status] = await once(child, 'close')
  return status === 0 ? '' : said || `next build ended with ${status}`
}
