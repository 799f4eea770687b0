// Next's part of a build: it compiles the code. Pages are rendered by what it compiled (render-pages.ts), as often as content changes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Environment } from '../../model/settings'

/** Names the toolchain that something was compiled with; written last, so what is half-written has none. */
const mark = 'compiled-from'

/** What Next would have rendered beforehand. Entry points look for it, and render what is not in it. */
const nothingRendered = {
  version: 4,
  routes: {},
  dynamicRoutes: {},
  notFoundRoutes: [],
  // Keys for drafts, which nobody serves.
  preview: { previewModeId: '', previewModeSigningKey: '', previewModeEncryptionKey: '' },
}

/**
 * Compiles the code into the folder `compiled`, which is where Next works, or does nothing when that was made with this very
 * toolchain. Returns what Next said where it failed; '' when it did not.
 */
export async function compile(compiled: string, toolchain: string, env: Environment): Promise<string> {
  const markFile = join(compiled, mark)
  if (existsSync(markFile) && (await readFile(markFile, 'utf8')) === toolchain) return ''
  await rm(compiled, { recursive: true, force: true })
  const fault = await runCompiler(env)
  if (fault) return fault
  await rm(join(compiled, 'cache'), { recursive: true, force: true })
  await writeFile(join(compiled, 'prerender-manifest.json'), JSON.stringify(nothingRendered))
  await writeFile(markFile, toolchain)
  return ''
}

async function runCompiler(env: Environment): Promise<string> {
  const args = ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', 'compile']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, BUILD_STEP: 'compile', NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  const [status] = await once(child, 'close')
  return status === 0 ? '' : said || `next build ended with ${status}`
}

/** Copies what pages may name, and what is served as it is. */
export async function collectAssets(compiled: string, to: string): Promise<void> {
  await cp(join(compiled, 'static'), join(to, '_next', 'static'), { recursive: true })
  if (existsSync('public')) await cp('public', to, { recursive: true })
}
