// The door of every command, which start.mjs opens.
import { once } from 'node:events'
import nextEnv from '@next/env'
import { contentDirOf, hasOwnFiles } from '../format/own-files'
import { formatProblems } from '../model/problem'
import { type Command, type Io, runCommand } from './command'

// Before a command is loaded: settings are read once, when their module is.
nextEnv.loadEnvConfig(process.cwd(), false, { info: () => {}, error: console.error })

/** Loaded by name: a command need not wait for the code of the others. */
const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  build: () => import('./build'),
  check: () => import('./check'),
  desk: () => import('./desk'),
  edit: () => import('./edit'),
  import: () => import('./import'),
  places: () => import('./places'),
  serve: () => import('./serve'),
  upload: () => import('./upload'),
}

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  stopped: async () => {
    await Promise.race(['SIGINT', 'SIGTERM'].map(signal => once(process, signal)))
  },
}

const [name = '', ...argv] = process.argv.slice(2)
const load = Object.hasOwn(commands, name) ? commands[name] : undefined
// Before the code of a command is loaded, which is set up by what the owner of the site has set.
const dir = contentDirOf(process.env)
const problems = hasOwnFiles(dir, process.env)
  ? (await import('../format/site-folder')).handOn(dir, process.env)
  : []
if (problems.length > 0) {
  console.error(`${formatProblems(problems)}\n${problems.length} 处问题，什么都没有做`)
  process.exitCode = 1
} else if (load) process.exitCode = await runCommand((await load()).command, argv, io)
else {
  console.error(`没有“${name}”这个命令，应是 ${Object.keys(commands).join('、')} 之一`)
  process.exitCode = 1
}
