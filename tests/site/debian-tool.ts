// Programs that tests call but npm does not bring: found, or got from Debian, or a reason why the test is skipped.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { aptGet, installPackages, updateLists } from '../apt-get'

export type Tool = {
  /** Why it cannot be used; '' if it can. */
  readonly missing: string
  /** Runs it and returns what it prints; throws with all it printed when it fails. `env` is added to the environment, `input` is what it reads. */
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>, input?: string) => string
}

const isThere = (command: string) => spawnSync('which', [command]).status === 0

/** The program of that name, which is in that package of Debian. */
export function debianTool(command: string, packageName: string): Tool {
  if (!isThere(command)) {
    console.warn(`installing ${packageName} for a test`)
    installPackages(packageName)
  }
  const missing = isThere(command)
    ? ''
    : `没有 ${command}，也装不上 Debian 的 ${packageName}（需要 apt-get，root 或不问密码的 sudo）`
  if (missing) console.warn(`skipped: ${missing}`)
  return { missing, run: (args, env, input) => run(command, args, { ...process.env, ...env }, input) }
}

/**
 * The files of Debian packages, unpacked in a folder of the project and not installed: a server that was installed would be
 * started by it. Returns the folder, or undefined where they cannot be got.
 */
export function unpackedFromDebian(packages: readonly string[]): string | undefined {
  const home = new URL('../../.cache/debian', import.meta.url).pathname
  const folder = join(home, packages.join('+'))
  if (existsSync(folder)) return folder
  if (!isThere('apt-get') || !isThere('dpkg')) return undefined
  mkdirSync(home, { recursive: true })
  const work = mkdtempSync(join(home, '.unpacking-'))
  const download = () => aptGet(['download', ...packages], work)
  const unpack = (archive: string) =>
    spawnSync('dpkg', ['-x', join(work, archive), join(work, 'files')]).status === 0
  const isDone =
    (download() || (updateLists() && download())) &&
    readdirSync(work)
      .filter(name => name.endsWith('.deb'))
      .every(unpack)
  if (isDone) putUnlessThere(join(work, 'files'), folder)
  rmSync(work, { recursive: true, force: true })
  return isDone ? folder : undefined
}

/** Two processes may want the same: that of the first is as good. */
function putUnlessThere(files: string, folder: string): void {
  try {
    renameSync(files, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv, input = ''): string {
  try {
    return execFileSync(command, args, {
      encoding: 'utf8',
      env,
      input,
      stdio: 'pipe',
      maxBuffer: 64 * 1024 * 1024,
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = Object(error)
    throw new Error(`${command} failed:\n${String(stdout)}${String(stderr)}`)
  }
}
