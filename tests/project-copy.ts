// A copy of the project in a folder of its own, for builds that must not touch out/: other content, another day, another place.
import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, isAbsolute, join } from 'node:path'
import { buildPaths } from '#lib/build/paths'

const root = new URL('..', import.meta.url).pathname.replace(/\/$/, '')

/** Undefined: not there, even where this process has it. */
type Environment = Readonly<Record<string, string | undefined>>

export type ProjectCopy = {
  readonly folder: string
  /** The content that it builds: the tests' own, copied there, unless CONTENT_DIR names a whole path. */
  readonly content: string
  /** Builds there; returns what was printed. Throws with the output when the build fails. */
  readonly build: (env?: Environment, ...args: readonly string[]) => string
  /** Next's export alone, before the press. */
  readonly exportOnly: () => string
  /** Takes over what was compiled of this code here, if anything was: a build of other content need not compile it again. */
  readonly takeCompiled: () => void
  readonly remove: () => void
}

/**
 * Copies what git would commit, and the installed packages (as hard links where the file system can: Next's bundler
 * does not follow links that lead out of the project). Outside the project: else Next takes the outer one for its root.
 */
export function copyProject(parent = tmpdir()): ProjectCopy {
  mkdirSync(parent, { recursive: true })
  const folder = realpathSync(mkdtempSync(join(parent, 'jianbao-')))
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const files = execFileSync('git', list, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)
  for (const file of files.filter(name => !/^(?:tests|content)\//.test(name))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  cpSync(join(root, 'tests/content'), join(folder, 'content'), { recursive: true })
  const link = spawnSync('cp', ['-al', join(root, 'node_modules'), folder])
  if (link.status !== 0) cpSync(join(root, 'node_modules'), join(folder, 'node_modules'), { recursive: true })
  return {
    folder,
    content: contentOf(folder),
    build: (env, ...args) => run(folder, ['lib/cli/start.mjs', 'build', ...args], env),
    exportOnly: () => {
      const env = { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' }
      withoutTypes(join(folder, 'next.config.ts'))
      return run(folder, ['node_modules/next/dist/bin/next', 'build'], env)
    },
    takeCompiled: () => {
      const compiled = join(root, buildPaths.compiled)
      const as = { recursive: true, verbatimSymlinks: true }
      if (existsSync(compiled)) cpSync(compiled, join(folder, buildPaths.compiled), as)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Leaves out the check of the types, which changes nothing in what is exported: they are checked once for all. */
function withoutTypes(config: string): void {
  const text = readFileSync(config, 'utf8')
  const changed = text.replace(
    'experimental: {',
    'typescript: { ignoreBuildErrors: true },\n  experimental: {',
  )
  if (changed === text) throw new Error('next.config.ts has no place for it')
  writeFileSync(config, changed)
}

/** A folder that is named by a whole path is the same for all; the tests' own lies in each copy. */
function contentOf(folder: string): string {
  const { CONTENT_DIR = '' } = process.env
  return isAbsolute(CONTENT_DIR) ? CONTENT_DIR : join(folder, 'content')
}

function run(folder: string, args: readonly string[], env: Environment = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...process.env, CONTENT_DIR: contentOf(folder), ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`)
  return stdout
}
