// Programs that tests call but npm does not bring: found, or installed on Debian, or a reason why the test is skipped.
import { execFileSync, spawnSync } from 'node:child_process'

export type Tool = {
  /** Why it cannot be used; '' if it can. */
  readonly missing: string
  /** Runs it and returns what it prints; throws with all it printed when it fails. `env` is added to the environment, `input` is what it reads. */
  readonly run: (args: readonly string[], env?: Readonly<Record<string, string>>, input?: string) => string
}

const isThere = (command: string) => spawnSync('which', [command]).status === 0

/** The program of that name, which is in that package of Debian. */
export function debianTool(command: string, packageName: string): Tool {
  if (!isThere(command)) install(packageName)
  const missing = isThere(command)
    ? ''
    : `没有 ${command}，也装不上 Debian 的 ${packageName}（需要 root 和 apt-get）`
  if (missing) console.warn(`skipped: ${missing}`)
  return { missing, run: (args, env, input) => run(command, args, { ...process.env, ...env }, input) }
}

function install(packageName: string): void {
  if (process.getuid?.() !== 0 || !isThere('apt-get')) return
  const patient = [
    '-o',
    'Acquire::http::Timeout=30',
    '-o',
    'Acquire::Retries=1',
    '-o',
    'DPkg::Lock::Timeout=-1',
  ]
  const apt = (...args: string[]) => spawnSync('apt-get', [...patient, ...args]).status === 0
  console.warn(`installing ${packageName} for a test`)
  const add = () => apt('install', '-y', '--no-install-recommends', packageName)
  if (!add()) apt('update') && add()
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
