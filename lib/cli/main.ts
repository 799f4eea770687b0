// The door of every command, which start.mjs opens: gives it the words, streams and environment of this process.
import { once } from 'node:events'
import nextEnv from '@next/env'
import { runLine } from './run-line'

// Before a command is loaded: settings are read once, when their module is.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })

process.exitCode = await runLine(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  stopped: async () => {
    await Promise.race(['SIGINT', 'SIGTERM'].map(signal => once(process, signal)))
  },
})
