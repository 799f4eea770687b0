// Debian's packages for tests: one apt-get at a time, since several processes of the tests may each find a program missing.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'

const lock = new URL('../.cache/apt-get.lock', import.meta.url).pathname

/** Gives up on a network that does not answer, and waits for an apt-get that is not ours, both in seconds. */
const patient = [
  ...['-o', 'Acquire::http::Timeout=30'],
  ...['-o', 'Acquire::Retries=1'],
  ...['-o', 'DPkg::Lock::Timeout=300'],
]

export function isOnPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some(folder => existsSync(join(folder, program)))
}

/** Runs apt-get as whoever we are in that folder; whether it did what it was asked for. */
export function aptGet(args: readonly string[], cwd = '/', before: readonly string[] = []): boolean {
  if (!isOnPath('apt-get')) return false
  mkdirSync(dirname(lock), { recursive: true })
  // The system's own locks are waited for one by one only, and that of the lists of packages is not.
  const [program = '', ...all] = [...before, 'flock', lock, 'apt-get', ...patient, ...args]
  return spawnSync(program, all, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0
}

/** The same as root: as we are, or through sudo where that asks for no password. */
function aptGetAsRoot(...args: readonly string[]): boolean {
  return aptGet(args, '/', process.getuid?.() === 0 ? [] : ['sudo', '-n'])
}

/** Asks for fresh lists of packages; whether they came. */
export const updateLists = (): boolean => aptGetAsRoot('update', '-q')

/** Installs packages, without what they only recommend; whether they are installed. */
export function installPackages(...names: readonly string[]): boolean {
  const add = () => aptGetAsRoot('install', '-qy', '--no-install-recommends', ...names)
  return add() || (updateLists() && add())
}
