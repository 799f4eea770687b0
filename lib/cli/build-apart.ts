// Starts builds in processes of their own: the desk answers while one goes on, and every build sees the settings as they are by then.
import { type ChildProcess, fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { BuildOutcome, SiteBuilder } from '../desk/site'
import type { Progress } from '../desk/wire'
import type { Environment } from '../model/settings'

/** What a build tells. */
export type BuildMessage = Progress | BuildOutcome

/** In a bundle all files are in one folder, and need no loader (start.mjs). */
const isBundled = !import.meta.url.endsWith('.ts')
const child = fileURLToPath(new URL(isBundled ? './build-child.js' : './build-child.ts', import.meta.url))
const loader = isBundled
  ? ['--enable-source-maps']
  : ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]

/** What a fault may print; its end says most. */
const mostSaid = 4_000

/** A builder of sites in `folder`, of the content that `env` names. Builds do not outlive this process. */
export function builderIn(folder: string, given: Environment): SiteBuilder {
  // The port of the desk is not the one that a site without an address is served on.
  const env = { ...given, PORT: undefined, BUILD_FOLDER: folder, NODE_ENV: 'production' } as const
  return hear =>
    new Promise(done => {
      const build = fork(child, [], {
        execArgv: loader,
        env: { ...env, NEXT_TELEMETRY_DISABLED: '1' },
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      })
      const said = gather(build)
      let outcome: BuildOutcome | undefined
      build.on('message', (message: BuildMessage) => {
        if ('step' in message) hear(message)
        else outcome = message
      })
      build.once('error', error => done({ problems: [], failed: error.message }))
      build.once('close', status => done(outcome ?? { problems: [], failed: said() || `build: ${status}` }))
    })
}

/** Gathers what a process prints; gives the end of it. */
function gather({ stdout, stderr }: ChildProcess): () => string {
  let said = ''
  for (const stream of [stdout, stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-mostSaid)
    })
  return () => said.trim()
}
