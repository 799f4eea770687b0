// A file system that fails: every function that changes something counts, and from one of them on the disk is full, or the process is dead.
import { createRequire, syncBuiltinESMExports } from 'node:module'

const require = createRequire(import.meta.url)
type Functions = Record<string, (...given: unknown[]) => unknown>
const modules = {
  sync: require('node:fs') as Functions,
  promises: require('node:fs/promises') as Functions,
}

/** What writes, by module; removing and renaming are counted as well. */
const changing = {
  sync: [
    ...['writeFileSync', 'copyFileSync', 'linkSync', 'mkdirSync', 'cpSync', 'utimesSync'],
    ...['renameSync', 'rmSync', 'rmdirSync', 'unlinkSync'],
  ],
  promises: ['writeFile', 'copyFile', 'link', 'mkdir', 'rename', 'rm'],
} as const
/** What needs no room on the disk. */
const roomless: readonly string[] = ['renameSync', 'rmSync', 'rmdirSync', 'unlinkSync', 'rename', 'rm']

/** Thrown in place of what a dead process would have done. */
export class Killed extends Error {}

export type Fault =
  /** From that change on nothing reaches the disk, nor what would put it right. */
  | { readonly kind: 'killed'; readonly at: number }
  /** From that change on the system refuses to write, but not to remove. */
  | { readonly kind: 'refused'; readonly at: number; readonly code: string }
  /** Before that change somebody else does something. */
  | { readonly kind: 'between'; readonly at: number; readonly does: () => void }

/** Runs something on such a disk; gives what came of it and how many changes were tried. The disk is sound again afterwards. */
export async function onDisk<Result>(
  fault: Fault,
  run: () => Result | Promise<Result>,
): Promise<{ readonly result: Result | undefined; readonly killed: boolean; readonly changes: number }> {
  const sound: (() => void)[] = []
  let changes = 0
  for (const module of ['sync', 'promises'] as const)
    for (const name of changing[module]) {
      const home = modules[module]
      const real = home[name]
      if (!real) throw new Error(`no ${name}`)
      sound.push(() => {
        home[name] = real
      })
      home[name] = (...given: unknown[]) => {
        changes += 1
        const fails = changes > fault.at
        if (fault.kind === 'between' && changes === fault.at + 1) fault.does()
        if (fault.kind === 'killed' && fails) throw new Killed(name)
        if (fault.kind === 'refused' && fails && !roomless.includes(name))
          throw Object.assign(new Error(`${fault.code}: ${name}`), { code: fault.code, syscall: name })
        return real.apply(home, given)
      }
    }
  syncBuiltinESMExports()
  const restore = () => {
    for (const one of sound) one()
    syncBuiltinESMExports()
  }
  try {
    return { result: await run(), killed: fault.kind === 'killed' && changes > fault.at, changes }
  } catch (error) {
    if (error instanceof Killed) return { result: undefined, killed: true, changes }
    throw error
  } finally {
    restore()
  }
}
