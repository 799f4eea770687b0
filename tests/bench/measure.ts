// Runs a command and measures it with all the processes it starts: time, CPU time, the most memory at any moment.
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export type Measured = {
  readonly ms: number
  /** CPU time of it and of all its children, in ms. */
  readonly cpu: number
  /** Bytes of memory that it and its children had at once (proportional set size); 0 where /proc does not tell. */
  readonly peak: number
  readonly said: string
}

/** Between two looks at the memory, in ms; more where a look takes long, since the kernel walks through all of it. */
const interval = (took: number) => Math.max(250, 50 * took)

/** Throws with all that was printed when the command fails. `own`: variables of its environment besides those of this process. */
export async function measure(
  command: readonly string[],
  cwd: string,
  own: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const started = performance.now()
  const before = childCpu()
  const { CONTENT_DIR, CONTENT_STORE, NODE_ENV, NODE_OPTIONS, ...env } = process.env
  const [program = '', ...args] = command
  const quiet = { ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(program, args, { cwd, env: { ...env, ...quiet, NODE_ENV: 'production', ...own } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (said += data))
  let peak = 0
  let next: NodeJS.Timeout | undefined
  const look = () => {
    const began = performance.now()
    peak = Math.max(peak, memoryOf(child.pid ?? 0))
    next = setTimeout(look, interval(performance.now() - began))
  }
  look()
  const status = await new Promise<number | null>(resolve => child.on('close', resolve))
  clearTimeout(next)
  if (status !== 0) throw new Error(`${command.join(' ')} ended with ${status}:\n${said.slice(-4000)}`)
  return { ms: performance.now() - started, cpu: childCpu() - before, peak, said }
}

/**
 * CPU time in ms of all ended children of this process, and of theirs (proc(5): cutime, cstime in hundredths of a second); 0 where
 * /proc does not tell.
 */
export function childCpu(): number {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[13]) + Number(fields[14])) * 10
  } catch {
    return 0
  }
}

function memoryOf(root: number): number {
  const children = new Map<number, number[]>()
  for (const name of namesIn('/proc')) {
    const parent = Number(/^\d+ \(.*\) \S+ (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1])
    children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  const sum = (pid: number): number => {
    const own = Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) * 1024
    return (children.get(pid) ?? []).reduce((total, child) => total + sum(child), own)
  }
  return sum(root)
}

const namesIn = (folder: string) => {
  try {
    return readdirSync(folder).filter(name => /^\d+$/.test(name))
  } catch {
    return []
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
