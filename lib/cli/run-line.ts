// Runs a line of words as a command, for a process (main.ts) and for tests.
import { contentDirOf, hasOwnFiles } from '../format/own-files'
import { formatProblems } from '../model/problem'
import { type Command, consoleOf, type Io, runCommand } from './command'

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

/** The environment of `env` takes what the owner of the site has set (decision 0120). */
export type LineIo = Io & { readonly env: Record<string, string | undefined> }

/**
 * Runs the command that the first word names with the others; gives its exit code. What the owner of the site has set is read before
 * its code is loaded, which is set up by that; with a fault in it nothing is done.
 */
export async function runLine([name = '', ...argv]: readonly string[], io: LineIo): Promise<number> {
  const { error } = consoleOf(io)
  const dir = contentDirOf(io.env)
  const problems = hasOwnFiles(dir, io.env) ? (await import('../format/site-folder')).handOn(dir, io.env) : []
  if (problems.length > 0) {
    error(`${formatProblems(problems)}\n${problems.length} 处问题，什么都没有做`)
    return 1
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (load) return runCommand((await load()).command, argv, io)
  error(`没有“${name}”这个命令，应是 ${Object.keys(commands).join('、')} 之一`)
  return 1
}
