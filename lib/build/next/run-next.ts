// Next's part of a build: the code is compiled once, then pages are rendered with it as often as content changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import { dirname, join } from 'node:path'
import { type RenderPlan, writePlan } from '../../library/render-plan'
import { type Environment, readSettings } from '../../model/settings'
import { batchesOf } from './batches'
import { collectAssets, collectPages } from './collect-output'
import { discard } from './deferred-removal'
import { skipSegments } from './skip-segments'

/** Where Next works and keeps its manifests. */
export const nextFolder = '.next'

/** Names the toolchain that something was compiled with; written last, so what is half-written has none. */
const mark = 'compiled-from'

/** Hears of the progress, in pages. */
type OnProgress = (done: number, all: number) => void

/**
 * Compiles the code into the folder `compiled`, or does nothing when that was made with this very toolchain.
 * Returns what Next said where it failed; '' when it did not.
 */
export async function compile(compiled: string, toolchain: string, env: Environment): Promise<string> {
  const markFile = join(compiled, mark)
  if (existsSync(markFile) && (await readFile(markFile, 'utf8')) === toolchain) return ''
  await rm(nextFolder, { recursive: true, force: true })
  const fault = (await next('compile', env, () => {})) || (await skipSegments(nextFolder))
  if (fault) return fault
  // Left there it would be taken for the list of this build's pages.
  await rm(join(nextFolder, 'prerender-manifest.json'), { force: true })
  await rm(join(nextFolder, 'cache'), { recursive: true, force: true })
  await rm(compiled, { recursive: true, force: true })
  await mkdir(dirname(compiled), { recursive: true })
  await rename(nextFolder, compiled)
  await writeFile(markFile, toolchain)
  return ''
}

type Places = {
  readonly compiled: string
  readonly store: string
  readonly rendered: string
  readonly discarded: string
}

/** What Next leaves of a batch is discarded, and removed after so many batches: 8 GB of 10,000 articles each. */
const batchesKept = 5

/**
 * Renders the pages of a plan into the folder `rendered`, batch by batch, each in a fresh copy of what was compiled.
 * Returns what `compile` does.
 */
export async function renderPages(
  plan: RenderPlan,
  { compiled, store, rendered, discarded }: Places,
  env: Environment,
  onProgress: OnProgress,
): Promise<string> {
  await rm(rendered, { recursive: true, force: true })
  await collectAssets(compiled, rendered)
  const batches = batchesOf(plan, readSettings(env).pagesAtOnce)
  for (const [at, pages] of batches.entries()) {
    await discard(nextFolder, discarded)
    if (at > 0 && at % batchesKept === 0) await rm(discarded, { recursive: true, force: true })
    await cp(compiled, nextFolder, { recursive: true, verbatimSymlinks: true })
    writePlan(store, pages)
    const own = { ...env, CONTENT_STORE: store, EXPORT_WORKERS: String(workersFor(pages)) }
    const fault = await next('generate', own, (done, all) =>
      onProgress(at * all + done, batches.length * all),
    )
    if (fault) return fault
    await collectPages(nextFolder, rendered)
  }
  await discard(nextFolder, discarded)
  return ''
}

/** Pages done and all, in “Generating static pages using 2 workers (1313/16128)”, which Next says at every quarter and every minute. */
export function progressIn(said: string): readonly [done: number, all: number] | undefined {
  const [, done, all] = /static pages .*\((\d+)\/(\d+)\)/.exec(said) ?? []
  return done && all ? [Number(done), Number(all)] : undefined
}

/** A second process of Next's loads all code and content before its first page: not worth it for the few that an edit changes. */
function workersFor(pages: RenderPlan): number {
  const count = Object.values(pages).reduce((sum, params) => sum + params.length, 0)
  return count > 150 ? cpus().length : 1
}

async function next(step: 'compile' | 'generate', env: Environment, onProgress: OnProgress): Promise<string> {
  const args = ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', step]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, BUILD_STEP: step, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const progress = progressIn(text)
      if (progress) onProgress(...progress)
    })
  }
  const [status] = await once(child, 'close')
  return status === 0 ? '' : said || `next build ended with ${status}`
}
